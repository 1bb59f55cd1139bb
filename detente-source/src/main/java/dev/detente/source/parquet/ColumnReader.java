package dev.detente.source.parquet;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a column in rows that were written together, a page at a time. For columns that are
 * no lists and lie in nothing. Of one thread.
 */
final class ColumnReader {
  /** Bytes of a page, unpacked, at most; writers go up to 100 MB. */
  private static final int MOST = 128 << 20;

  /** And of a dictionary, which stays while all pages pass; writers go up to some MB. */
  private static final int MOST_DICTIONARY = 32 << 20;

  private static final int MOST_WORDS = 1 << 22;

  /** What is read to find a page's head, first and then. */
  private static final int HEAD = 1 << 12;

  private static final int LONG_HEAD = 1 << 20;

  private final ParquetInput input;
  private final int type;
  private final boolean optional;
  private final Codec codec;
  private final long end;
  private long position;
  private long rowsLeft;
  private int pageLeft;
  private @Nullable RunReader there;
  private @Nullable ValueReader values;
  private Object @Nullable [] dictionary;

  /**
   * @param chunk the {@code ColumnMetaData} of the file
   * @param optional whether cells may be null
   * @param rows how many there are
   */
  ColumnReader(ParquetInput input, ThriftStruct chunk, boolean optional, long rows)
      throws BrokenParquet {
    this.input = input;
    this.rowsLeft = rows;
    this.type = chunk.integer(1, -1);
    this.optional = optional;
    this.codec = Codec.of(chunk.integer(4, -1));
    long data = chunk.number(9, -1);
    long words = chunk.number(11, 0);
    this.position = words > 0 && words < data ? words : data;
    long length = chunk.number(7, -1);
    if (position < 0 || length < 0 || length > input.size() - position) {
      throw new BrokenParquet("a column lies beyond its end");
    }
    this.end = position + length;
  }

  /** The next cell: null, a {@code byte[]} or a {@link Long}. */
  @Nullable Object next() throws IOException, BrokenParquet {
    while (pageLeft == 0) {
      nextPage();
    }
    pageLeft--;
    if (there != null && there.next() == 0) {
      return null;
    }
    return Objects.requireNonNull(values).next();
  }

  private void nextPage() throws IOException, BrokenParquet {
    if (position >= end) {
      throw new BrokenParquet("a column has fewer values than rows");
    }
    ThriftStruct head = head();
    int length = size(head.integer(2, -1), head.integer(1, -1));
    int packed = head.integer(3, -1);
    if (packed < 0 || packed > end - position || packed > MOST) {
      throw new BrokenParquet("a page lies beyond its column");
    }
    byte[] bytes = input.read(position, packed);
    position += packed;
    switch (head.integer(1, -1)) {
      case Format.DICTIONARY_PAGE -> readDictionary(head.struct(7), bytes, length);
      case Format.DATA_PAGE -> readPage(head.struct(5), bytes, length);
      case Format.DATA_PAGE_V2 -> readSecondPage(head.struct(8), bytes, length);
      default -> {
        // An index, which nobody needs.
      }
    }
  }

  private static int size(int length, int page) throws BrokenParquet {
    int most = page == Format.DICTIONARY_PAGE ? MOST_DICTIONARY : MOST;
    if (length > most) {
      throw BrokenParquet.unknown("a page of " + (length >> 20) + " MiB");
    }
    if (length < 0) {
      throw new BrokenParquet("a page without a length");
    }
    return length;
  }

  private ThriftStruct head() throws IOException, BrokenParquet {
    for (int size = HEAD; ; size = LONG_HEAD) {
      int length = (int) Math.min(size, end - position);
      ByteReader in = new ByteReader(input.read(position, length));
      try {
        ThriftStruct head = new ThriftReader(in).struct();
        position += in.position();
        return head;
      } catch (BrokenParquet e) {
        if (length < size || size == LONG_HEAD) {
          throw e;
        }
      }
    }
  }

  private void readDictionary(ThriftStruct head, byte[] bytes, int length) throws BrokenParquet {
    int count = head.integer(1, -1);
    if (count < 0 || count > MOST_WORDS) {
      throw BrokenParquet.unknown("a dictionary of " + count + " values");
    }
    ByteReader in = new ByteReader(codec.unpack(bytes, length));
    ValueReader words = ValueReader.of(Format.PLAIN, type, in, count);
    Object[] read = new Object[in.length(count)];
    for (int i = 0; i < count; i++) {
      read[i] = words.next();
    }
    dictionary = read;
  }

  private void readPage(ThriftStruct head, byte[] bytes, int length) throws BrokenParquet {
    ByteReader in = new ByteReader(codec.unpack(bytes, length));
    RunReader levels = null;
    if (optional) {
      if (head.integer(3, Format.RLE) != Format.RLE) {
        throw BrokenParquet.unknown("nulls in encoding " + head.integer(3, -1));
      }
      levels = new RunReader(in.part(in.length(in.littleInt())), 1);
    }
    begin(head.integer(1, -1), head.integer(2, -1), levels, in);
  }

  private void readSecondPage(ThriftStruct head, byte[] bytes, int length) throws BrokenParquet {
    ByteReader whole = new ByteReader(bytes);
    whole.skip(head.integer(6, 0));
    int size = head.integer(5, 0);
    RunReader levels = optional ? new RunReader(whole.part(size), 1) : null;
    if (!optional) {
      whole.skip(size);
    }
    byte[] rest = whole.bytes(whole.remaining());
    int unpacked = length - (bytes.length - rest.length);
    if (unpacked < 0) {
      throw new BrokenParquet("a page is shorter than its nulls");
    }
    // What is all null may be packed to nothing.
    byte[] plain = head.flag(7, true) && rest.length > 0 ? codec.unpack(rest, unpacked) : rest;
    begin(head.integer(1, -1), head.integer(4, -1), levels, new ByteReader(plain));
  }

  private void begin(int count, int encoding, @Nullable RunReader levels, ByteReader in)
      throws BrokenParquet {
    if (count < 0 || count > rowsLeft) {
      throw new BrokenParquet("a page of " + count + " values for " + rowsLeft + " rows");
    }
    pageLeft = count;
    rowsLeft -= count;
    there = levels;
    if (encoding == Format.PLAIN_DICTIONARY || encoding == Format.RLE_DICTIONARY) {
      Object[] words = dictionary;
      if (words == null) {
        throw new BrokenParquet("a page without its dictionary");
      }
      values = in.remaining() == 0 ? ABSENT : ValueReader.chosen(words, in);
    } else {
      values = in.remaining() == 0 ? ABSENT : ValueReader.of(encoding, type, in, count);
    }
  }

  private static final ValueReader ABSENT =
      () -> {
        throw new BrokenParquet("a page without values");
      };
}
