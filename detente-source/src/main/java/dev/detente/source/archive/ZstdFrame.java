package dev.detente.source.archive;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of one Zstandard frame (RFC 8878) and no more, found by walking its blocks. Ends early
 * when the file does. Not thread-safe.
 */
final class ZstdFrame extends InputStream {
  private static final int[] DICTIONARY_ID = {0, 1, 2, 4};
  private static final int[] CONTENT_SIZE = {0, 2, 4, 8};

  private final Bytes bytes;
  private final boolean checksum;
  private final byte[] one = new byte[1];

  /** Bytes to hand on before the next block header stands. */
  private int left;

  private boolean lastBlock;
  private boolean ended;

  /** Begins at the frame's magic number, with a whole header to look at. */
  ZstdFrame(Bytes bytes) {
    this.bytes = bytes;
    int descriptor = bytes.peek(4);
    boolean single = (descriptor & 0x20) != 0;
    checksum = (descriptor & 4) != 0;
    int size = CONTENT_SIZE[descriptor >> 6];
    left = 5 + (single ? 0 : 1) + DICTIONARY_ID[descriptor & 3] + (size == 0 && single ? 1 : size);
  }

  /** Whether the frame that begins here asks for a dictionary. */
  static boolean wantsDictionary(Bytes bytes) {
    return (bytes.peek(4) & 3) != 0;
  }

  @Override
  public int read() throws IOException {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (left == 0 && !ended) {
      nextBlock();
    }
    if (ended || !bytes.ensure(1)) {
      return -1;
    }
    int count = Math.min(Math.min(left, length), bytes.to() - bytes.from());
    System.arraycopy(bytes.array(), bytes.from(), to, from, count);
    bytes.advance(count);
    left -= count;
    return count;
  }

  private void nextBlock() throws IOException {
    if (lastBlock) {
      ended = true;
      return;
    }
    if (!bytes.ensure(3)) {
      ended = true;
      return;
    }
    int header = bytes.peek(0) | (bytes.peek(1) << 8) | (bytes.peek(2) << 16);
    lastBlock = (header & 1) != 0;
    int size = header >> 3;
    // The second kind of block is one byte repeated.
    left = 3 + ((header >> 1 & 3) == 1 ? 1 : size) + (lastBlock && checksum ? 4 : 0);
  }
}
