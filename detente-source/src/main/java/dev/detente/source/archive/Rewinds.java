package dev.detente.source.archive;

import java.io.IOException;

/**
 * How much may be read over again to find what a broken record has swallowed: some times what has
 * been read, so that time stays linear in the length of hostile files. Not thread-safe.
 */
final class Rewinds {
  private static final long FREE = 64L << 20;
  private static final int TIMES = 3;

  private long spent;

  /**
   * Whether so many bytes may be read again, which are then spent.
   *
   * @param position how far the file has been read
   */
  boolean spend(long bytes, long position) {
    if (spent + bytes > FREE + TIMES * position) {
      return false;
    }
    spent += bytes;
    return true;
  }

  /**
   * Steps over the first byte of a broken member: back to it while so much may be read again, else
   * the search goes on from here.
   *
   * @param start where the member begins in the file
   */
  void passOver(long start, Bytes bytes) throws IOException {
    long again = bytes.position() - start;
    if (again > 0 && spend(again, bytes.position())) {
      bytes.back(start + 1);
    } else if (again <= 0 && bytes.ensure(1)) {
      bytes.advance(1);
    }
    bytes.mark();
  }
}
