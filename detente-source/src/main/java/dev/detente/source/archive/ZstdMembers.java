package dev.detente.source.archive;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Frames of Zstandard, as the IIPC's use of it for WARC has them: one for each record. */
final class ZstdMembers implements Members {
  private static final int HEADER = 18;

  private final Bytes bytes;
  private final Rewinds rewinds = new Rewinds();
  private long start;
  private @Nullable InputStream frame;
  private @Nullable ZstdFrame compressed;

  ZstdMembers(Bytes bytes) {
    this.bytes = bytes;
    this.start = bytes.position();
  }

  /** Whether these bytes, of which there are at least four, begin a frame or one to skip. */
  static boolean begins(byte[] array, int at) {
    return beginsFrame(array, at)
        || ((array[at] & 0xF0) == 0x50
            && array[at + 1] == 0x2A
            && array[at + 2] == 0x4D
            && array[at + 3] == 0x18);
  }

  private static boolean beginsFrame(byte[] array, int at) {
    return array[at] == 0x28
        && array[at + 1] == (byte) 0xB5
        && array[at + 2] == 0x2F
        && array[at + 3] == (byte) 0xFD;
  }

  @Override
  public boolean next() throws IOException {
    frame = null;
    while (true) {
      if (!bytes.ensure(1)) {
        return false;
      }
      start = bytes.position();
      bytes.mark();
      if (!bytes.ensure(8) || !begins(bytes.array(), bytes.from())) {
        throw new BrokenMember(start, "no Zstandard frame begins here");
      }
      if (beginsFrame(bytes.array(), bytes.from())) {
        break;
      }
      skipFrame();
    }
    bytes.ensure(HEADER);
    if (ZstdFrame.wantsDictionary(bytes)) {
      throw new BrokenMember(
          start, "a Zstandard frame asks for a dictionary, which Detente does not use");
    }
    compressed = new ZstdFrame(bytes);
    frame = new ZstdInputStream(compressed);
    return true;
  }

  private void skipFrame() throws IOException {
    long size =
        bytes.peek(4) | (bytes.peek(5) << 8) | (bytes.peek(6) << 16) | ((long) bytes.peek(7) << 24);
    bytes.advance(8);
    while (size > 0 && bytes.ensure(1)) {
      int count = (int) Math.min(size, bytes.to() - bytes.from());
      bytes.advance(count);
      bytes.mark();
      size -= count;
    }
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (frame == null) {
      return -1;
    }
    try {
      int count = frame.read(to, from, length);
      if (count < 0) {
        frame = null;
        if (compressed != null && compressed.skip(Long.MAX_VALUE) > 0) {
          throw new BrokenMember(start, "a Zstandard frame has bytes after its end");
        }
      }
      return count;
    } catch (BrokenMember e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The library throws its own unchecked exception for malformed input.
      frame = null;
      throw new BrokenMember(start, "a Zstandard frame is broken (" + e.getMessage() + ")");
    }
  }

  @Override
  public void resynchronise() throws IOException {
    frame = null;
    rewinds.passOver(start, bytes);
    while (bytes.ensure(4)) {
      byte[] array = bytes.array();
      int last = bytes.to() - 4;
      int at = bytes.from();
      while (at <= last && !beginsFrame(array, at)) {
        at++;
      }
      bytes.advance(at - bytes.from());
      if (at <= last) {
        return;
      }
      bytes.mark();
    }
    bytes.advance(bytes.to() - bytes.from());
  }

  @Override
  public long start() {
    return start;
  }

  @Override
  public long position() {
    return bytes.position();
  }

  @Override
  public boolean plain() {
    return false;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
