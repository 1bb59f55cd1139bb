package dev.detente.source.parquet;

/**
 * Reads small numbers that are packed as runs of equal ones and as eights of so many bits each. Of
 * one thread.
 */
final class RunReader {
  private final ByteReader in;
  private final int bits;
  private long left;
  private boolean equal;
  private int value;
  private long packed;
  private int packedBits;

  /**
   * @param bits of a number, from 0 to 32
   */
  RunReader(ByteReader in, int bits) throws BrokenParquet {
    if (bits < 0 || bits > Integer.SIZE) {
      throw new BrokenParquet("numbers of " + bits + " bits");
    }
    this.in = in;
    this.bits = bits;
  }

  int next() throws BrokenParquet {
    while (left == 0) {
      long head = in.varint();
      equal = (head & 1) == 0;
      left = equal ? head >>> 1 : (head >>> 1) * 8;
      packedBits = 0;
      packed = 0;
      if (equal) {
        value = 0;
        for (int shift = 0; shift < bits; shift += 8) {
          value |= in.unsignedByte() << shift;
        }
      } else if (left < 0) {
        throw new BrokenParquet("a run has no end");
      }
    }
    left--;
    if (equal) {
      return value;
    }
    while (packedBits < bits) {
      packed |= (long) in.unsignedByte() << packedBits;
      packedBits += 8;
    }
    int unpacked = (int) (packed & ((1L << bits) - 1));
    packed >>>= bits;
    packedBits -= bits;
    return unpacked;
  }
}
