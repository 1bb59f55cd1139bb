package dev.detente.source.parquet;

import java.util.Arrays;

/** The values of a page one by one: a {@code byte[]} or a {@link Long}. Of one thread. */
interface ValueReader {
  /** Between the day that an old kind of time counts from and that of 1970. */
  long JULIAN_DAYS = 2_440_588;

  Object next() throws BrokenParquet;

  /**
   * Reads values of an encoding that needs nothing but the page.
   *
   * @param type of {@link Format}
   * @param most how many values there can be
   */
  static ValueReader of(int encoding, int type, ByteReader in, int most) throws BrokenParquet {
    boolean whole = type == Format.INT32 || type == Format.INT64;
    boolean text = type == Format.BYTE_ARRAY;
    if (encoding == Format.PLAIN) {
      return plain(type, in);
    }
    if (encoding == Format.DELTA_BINARY_PACKED && whole) {
      DeltaReader deltas = new DeltaReader(in, most);
      // Differences of numbers of 32 bits may run over, and back.
      return type == Format.INT32 ? () -> (long) (int) deltas.next() : deltas::next;
    }
    if (encoding == Format.DELTA_LENGTH_BYTE_ARRAY && text) {
      return texts(in, most);
    }
    if (encoding == Format.DELTA_BYTE_ARRAY && text) {
      return shared(in, most);
    }
    throw BrokenParquet.unknown("values of type " + type + " written in encoding " + encoding);
  }

  private static ValueReader plain(int type, ByteReader in) throws BrokenParquet {
    return switch (type) {
      case Format.INT32 -> () -> (long) in.littleInt();
      case Format.INT64 -> in::littleLong;
      case Format.INT96 ->
          () -> {
            in.littleLong();
            return in.littleInt() - JULIAN_DAYS;
          };
      case Format.BYTE_ARRAY -> () -> in.bytes(in.length(in.littleInt()));
      default -> throw BrokenParquet.unknown("values of type " + type);
    };
  }

  /** Texts behind all their lengths. */
  private static ValueReader texts(ByteReader in, int most) throws BrokenParquet {
    DeltaReader lengths = lengths(in, most);
    return () -> in.bytes(in.length(lengths.next()));
  }

  /** Texts that begin as the one before. */
  private static ValueReader shared(ByteReader in, int most) throws BrokenParquet {
    DeltaReader begins = lengths(in, most);
    ValueReader rests = texts(in, most);
    byte[][] before = {new byte[0]};
    return () -> {
      long begin = begins.next();
      byte[] rest = (byte[]) rests.next();
      if (begin < 0 || begin > before[0].length) {
        throw new BrokenParquet("a text begins with more than the one before has");
      }
      byte[] text = Arrays.copyOf(before[0], (int) begin + rest.length);
      System.arraycopy(rest, 0, text, (int) begin, rest.length);
      before[0] = text;
      return text;
    };
  }

  /** Numbers that stand at the place of this, which goes on behind them. */
  private static DeltaReader lengths(ByteReader in, int most) throws BrokenParquet {
    ByteReader copy = in.copy();
    new DeltaReader(in, most).end();
    return new DeltaReader(copy, most);
  }

  /** Values told by their number in a dictionary. */
  static ValueReader chosen(Object[] dictionary, ByteReader in) throws BrokenParquet {
    RunReader numbers = new RunReader(in, in.unsignedByte());
    return () -> {
      int number = numbers.next();
      if (number < 0 || number >= dictionary.length) {
        throw new BrokenParquet("a value is not in its dictionary");
      }
      return dictionary[number];
    };
  }
}
