package dev.detente.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream as bytes, each held only up to a bound: what stands beyond it is read past
 * and counted. Not thread-safe.
 */
final class Lines {
  private final InputStream in;
  private final int bound;
  private final byte[] chunk = new byte[1 << 16];
  private int chunkAt;
  private int chunkEnd;
  private byte[] line = new byte[1 << 12];
  private int length;
  private long whole;
  private long number;

  Lines(InputStream in, int bound) {
    this.in = in;
    this.bound = bound;
  }

  /** Moves to the next line; false at the end. */
  boolean next() throws IOException {
    length = 0;
    whole = 0;
    boolean any = false;
    while (true) {
      if (chunkAt == chunkEnd) {
        chunkEnd = in.read(chunk);
        chunkAt = 0;
        if (chunkEnd < 0) {
          chunkEnd = 0;
          if (any) {
            number++;
          }
          return any;
        }
      }
      any = true;
      int end = chunkAt;
      while (end < chunkEnd && chunk[end] != '\n') {
        end++;
      }
      keep(end);
      if (end < chunkEnd) {
        chunkAt = end + 1;
        number++;
        return true;
      }
      chunkAt = end;
    }
  }

  private void keep(int end) {
    int count = end - chunkAt;
    whole += count;
    int room = Math.min(count, bound - length);
    if (room > 0) {
      if (length + room > line.length) {
        line = Arrays.copyOf(line, Math.min(bound, Math.max(length + room, line.length * 2)));
      }
      System.arraycopy(chunk, chunkAt, line, length, room);
      length += room;
    }
  }

  /** The bytes of the line, without its end, up to {@link #length()}; reused by the next line. */
  byte[] bytes() {
    return line;
  }

  /** How many bytes are held. */
  int length() {
    return length;
  }

  /** How many bytes the line has in the stream. */
  long whole() {
    return whole;
  }

  /** The line's number, 1-based. */
  long number() {
    return number;
  }

  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
