package dev.detente.source.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of an archive file from front to back, with a way back to a mark that is at most some
 * MiB behind, so that standard input can be resynchronised as a file can. Not thread-safe.
 */
final class Bytes implements Closeable {
  private static final int SMALL = 1 << 17;
  private static final int LARGE = 1 << 23;

  private final InputStream in;
  private byte[] buffer = new byte[SMALL];

  /** Offset in the file of the buffer's first byte. */
  private long base;

  private int at;
  private int end;
  private long mark;

  /**
   * @param in closed with this
   * @param offset where in the file the stream begins
   */
  Bytes(InputStream in, long offset) {
    this.in = in;
    this.base = offset;
    this.mark = offset;
  }

  /** Offset in the file of the next byte. */
  long position() {
    return base + at;
  }

  /** Sees to it that as many bytes can be looked at; false when the file has fewer left. */
  boolean ensure(int count) throws IOException {
    while (end - at < count) {
      if (end == buffer.length) {
        makeRoom();
      }
      int read = in.read(buffer, end, buffer.length - end);
      if (read < 0) {
        return false;
      }
      end += read;
    }
    return true;
  }

  private void makeRoom() {
    int from = (int) Math.max(0, Math.min(mark - base, at));
    if (end - from > buffer.length / 2) {
      if (buffer.length < LARGE) {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
        return;
      }
      from = Math.min(at, end - buffer.length / 2);
    }
    System.arraycopy(buffer, from, buffer, 0, end - from);
    base += from;
    at -= from;
    end -= from;
  }

  /** The next byte, 0 to 255; -1 at the end. */
  int read() throws IOException {
    return ensure(1) ? buffer[at++] & 0xFF : -1;
  }

  /** A byte that {@link #ensure} has found to be there. */
  int peek(int ahead) {
    return buffer[at + ahead] & 0xFF;
  }

  /** The buffer; what can be looked at stands from {@link #from()} to {@link #to()}. */
  byte[] array() {
    return buffer;
  }

  int from() {
    return at;
  }

  int to() {
    return end;
  }

  void advance(int count) {
    at += count;
  }

  /** What stands before here need not be kept. */
  void mark() {
    mark = position();
  }

  /** Goes back to an offset, or as near as the buffer allows. */
  void back(long offset) {
    if (offset < position()) {
      at = (int) (Math.max(offset, base) - base);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
