package dev.detente.source.parquet;

/**
 * Reads whole numbers that are told by their differences, those in blocks of so many bits each. Of
 * one thread.
 */
final class DeltaReader {
  private static final int MOST_IN_BLOCK = 1 << 16;

  private final ByteReader in;
  private final int inMiniblock;
  private final int[] widths;
  private long left;
  private long value;
  private boolean first = true;
  private long least;
  private int miniblock;
  private int read;
  private long packed;
  private int packedBits;

  /**
   * @param most how many numbers there can be
   */
  DeltaReader(ByteReader in, int most) throws BrokenParquet {
    this.in = in;
    long inBlock = in.varint();
    long miniblocks = in.varint();
    if (inBlock < 1
        || inBlock > MOST_IN_BLOCK
        || miniblocks < 1
        || miniblocks > inBlock
        || inBlock % miniblocks != 0
        || inBlock / miniblocks % 8 != 0) {
      throw new BrokenParquet("blocks of " + inBlock + " numbers in " + miniblocks);
    }
    this.widths = new int[(int) miniblocks];
    this.inMiniblock = (int) (inBlock / miniblocks);
    this.miniblock = widths.length;
    this.read = inMiniblock;
    this.left = in.varint();
    this.value = in.zigzag();
    if (left < 0 || left > most) {
      throw new BrokenParquet(left + " numbers for " + most + " rows");
    }
  }

  long next() throws BrokenParquet {
    if (--left < 0) {
      throw new BrokenParquet("more values than it tells");
    }
    if (first) {
      first = false;
      return value;
    }
    if (read == inMiniblock) {
      beginMiniblock();
    }
    value += least + unpack(widths[miniblock]);
    read++;
    return value;
  }

  private void beginMiniblock() throws BrokenParquet {
    if (++miniblock >= widths.length) {
      least = in.zigzag();
      for (int i = 0; i < widths.length; i++) {
        widths[i] = in.unsignedByte();
        if (widths[i] > Long.SIZE) {
          throw new BrokenParquet("numbers of " + widths[i] + " bits");
        }
      }
      miniblock = 0;
    }
    read = 0;
    packed = 0;
    packedBits = 0;
  }

  private long unpack(int width) throws BrokenParquet {
    long unpacked = 0;
    for (int got = 0; got < width; ) {
      if (packedBits == 0) {
        packed = in.unsignedByte();
        packedBits = 8;
      }
      int take = Math.min(packedBits, width - got);
      unpacked |= (packed & ((1L << take) - 1)) << got;
      packed >>>= take;
      packedBits -= take;
      got += take;
    }
    return unpacked;
  }

  /** Passes over the rest, to where something else begins: whole miniblocks are there. */
  void end() throws BrokenParquet {
    while (left > 0) {
      next();
    }
    if (read < inMiniblock && miniblock < widths.length) {
      long bits = (long) (inMiniblock - read) * widths[miniblock] - packedBits;
      in.skip(in.length(Math.max(0, bits) / 8));
    }
  }
}
