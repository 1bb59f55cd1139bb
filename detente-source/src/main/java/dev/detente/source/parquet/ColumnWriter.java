package dev.detente.source.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of the rows that are written together: values one after the other, packed page by page.
 * How deep a value lies is told by runs. Of one thread.
 */
final class ColumnWriter {
  /** Bytes of a page before it is packed, about. */
  private static final int PAGE = 1 << 20;

  // How deep what is there of a list lies: nothing, no text, a text.
  private static final int NO_LIST = 0;
  private static final int NO_ELEMENT = 1;
  private static final int AN_ELEMENT = 3;

  /** What the parts of a list are called. */
  static final String LIST = "list";

  static final String ELEMENT = "element";

  private final Column column;
  private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private Runs depths = new Runs();
  private Runs repeats = new Runs();
  private long unpacked;
  private long count;
  private long nulls;
  private int least = Integer.MAX_VALUE;
  private int most = Integer.MIN_VALUE;

  ColumnWriter(Column column) {
    this.column = column;
  }

  void add(@Nullable Object cell) {
    if (column.type() == Column.Type.TEXTS) {
      addAll((List<?>) cell);
    } else {
      depths.add(cell == null ? 0 : 1);
      if (cell == null) {
        nulls++;
      } else {
        value(cell);
      }
    }
    if (values.size() + depths.size() >= PAGE) {
      endPage();
    }
  }

  private void addAll(@Nullable List<?> texts) {
    if (texts == null || texts.isEmpty()) {
      nulls++;
      depths.add(texts == null ? NO_LIST : NO_ELEMENT);
      repeats.add(0);
      return;
    }
    for (int i = 0; i < texts.size(); i++) {
      depths.add(AN_ELEMENT);
      repeats.add(i == 0 ? 0 : 1);
      value(texts.get(i));
    }
  }

  private void value(Object cell) {
    switch (column.type()) {
      case TEXT, TEXTS -> {
        byte[] bytes = ((String) cell).getBytes(StandardCharsets.UTF_8);
        values.writeBytes(little(Integer.BYTES).putInt(bytes.length).array());
        values.writeBytes(bytes);
      }
      case INTEGER -> whole((Integer) cell);
      case DAY -> whole(Math.toIntExact(((LocalDate) cell).toEpochDay()));
      case NUMBER -> values.writeBytes(little(Double.BYTES).putDouble((Double) cell).array());
    }
  }

  private void whole(int value) {
    least = Math.min(least, value);
    most = Math.max(most, value);
    values.writeBytes(little(Integer.BYTES).putInt(value).array());
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Bytes that are held, those of the last page as they will be at most. */
  long held() {
    return pages.size() + values.size() + depths.size();
  }

  private void endPage() {
    if (depths.count() == 0) {
      return;
    }
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    if (column.type() == Column.Type.TEXTS) {
      repeats.writeTo(page);
    }
    depths.writeTo(page);
    page.writeBytes(values.toByteArray());
    byte[] plain = page.toByteArray();
    byte[] packed = Codec.pack(plain);
    byte[] head =
        new ThriftWriter()
            .integer(1, Format.DATA_PAGE)
            .integer(2, plain.length)
            .integer(3, packed.length)
            .begin(5)
            .integer(1, depths.count())
            .integer(2, Format.PLAIN)
            .integer(3, Format.RLE)
            .integer(4, Format.RLE)
            .end()
            .end()
            .bytes();
    pages.writeBytes(head);
    pages.writeBytes(packed);
    unpacked += head.length + plain.length;
    count += depths.count();
    values.reset();
    depths = new Runs();
    repeats = new Runs();
  }

  /** All pages. */
  byte[] end() {
    endPage();
    return pages.toByteArray();
  }

  /** Bytes of all pages, as if none were packed. */
  long unpacked() {
    return unpacked;
  }

  /**
   * What is told of the column as it was written.
   *
   * @param offset of its first byte in the file
   */
  byte[] description(long offset) {
    ThriftWriter told =
        new ThriftWriter()
            .number(2, offset)
            .begin(3)
            .integer(1, physical(column.type()))
            .integers(2, Format.PLAIN, Format.RLE);
    if (column.type() == Column.Type.TEXTS) {
      told.texts(3, column.name(), LIST, ELEMENT);
    } else {
      told.texts(3, column.name());
    }
    told.integer(4, Codec.ZSTD.ordinal())
        .number(5, count)
        .number(6, unpacked)
        .number(7, pages.size())
        .number(9, offset)
        .begin(12)
        .number(3, nulls);
    if (least <= most) {
      told.binary(5, little(Integer.BYTES).putInt(most).array());
      told.binary(6, little(Integer.BYTES).putInt(least).array());
    }
    return told.end().end().end().bytes();
  }

  static int physical(Column.Type type) {
    return switch (type) {
      case TEXT, TEXTS -> Format.BYTE_ARRAY;
      case INTEGER, DAY -> Format.INT32;
      case NUMBER -> Format.DOUBLE;
    };
  }

  /** Small numbers as runs of equal ones. */
  private static final class Runs {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int value = -1;
    private int run;
    private int count;

    void add(int number) {
      if (number != value) {
        endRun();
        value = number;
      }
      run++;
      count++;
    }

    private void endRun() {
      if (run > 0) {
        ThriftWriter.varint(out, (long) run << 1);
        out.write(value);
        run = 0;
      }
    }

    int count() {
      return count;
    }

    int size() {
      return out.size();
    }

    void writeTo(ByteArrayOutputStream page) {
      endRun();
      page.writeBytes(little(Integer.BYTES).putInt(out.size()).array());
      page.writeBytes(out.toByteArray());
    }
  }
}
