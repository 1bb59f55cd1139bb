package dev.detente.source.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns of a file of Apache Parquet that hold texts, whole numbers or times, row by row;
 * all others it passes over. Whatever the bytes are, a page of each column is held at a time and
 * what a file claims beyond its bytes is refused. Of one thread.
 */
public final class ParquetReader implements AutoCloseable {
  /** Bytes of what a file tells of itself, at most. */
  private static final int MOST_FOOTER = 8 << 20;

  /** The magic word and the length before it. */
  private static final int TAIL = 8;

  /** Rows that a byte of a file can stand for: more are none. */
  private static final long ROWS_PER_BYTE = 1000;

  /** Bytes of texts that a byte of a file can stand for, but in small files. */
  private static final long BYTES_PER_BYTE = 2000;

  private static final long ROOM = 1 << 15;

  /** What a column holds. */
  public enum Kind {
    /** A {@code byte[]}, UTF-8 when its writer kept to the rules. */
    TEXT,
    /** A {@link Long}. */
    WHOLE,
    /** A {@link Long}: days since 1970. */
    DAY,
    /** A {@link Long}: milliseconds since 1970. */
    MILLIS,
    /** A {@link Long}: microseconds since 1970. */
    MICROS,
    /** A {@link Long}: nanoseconds since 1970. */
    NANOS,
    /** Something else, which is not read. */
    OTHER
  }

  /** What takes the rows. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Takes a row.
     *
     * @param cells of the columns that were asked for, in that order; null where there is nothing
     */
    void visit(@Nullable Object[] cells);
  }

  /** A column that is read, and which of the file's. */
  private record Told(int number, Kind kind, boolean optional) {}

  private final ParquetInput input;
  private final long rows;
  private final Map<String, Told> columns = new LinkedHashMap<>();
  private final Map<String, String> about = new HashMap<>();
  private final List<ThriftStruct> groups;

  /**
   * Reads what a file tells of itself.
   *
   * @param input is closed with this
   */
  public ParquetReader(ParquetInput input) throws IOException, BrokenParquet {
    this.input = input;
    ThriftStruct footer = new ThriftReader(new ByteReader(footer(input))).struct();
    this.rows = footer.number(3, -1);
    this.groups = footer.structs(4);
    if (rows < 0 || rows / ROWS_PER_BYTE > input.size()) {
      throw new BrokenParquet("it cannot have " + rows + " rows");
    }
    tell(footer.structs(2));
    for (ThriftStruct note : footer.structs(5)) {
      String key = note.text(1);
      String value = note.text(2);
      if (key != null && value != null) {
        about.put(key, value);
      }
    }
  }

  private static byte[] footer(ParquetInput input) throws IOException, BrokenParquet {
    if (input.size() < Format.MAGIC.length + TAIL) {
      throw new BrokenParquet("it is too short");
    }
    byte[] tail = input.read(input.size() - TAIL, TAIL);
    byte[] magic = Arrays.copyOfRange(tail, Integer.BYTES, TAIL);
    if (Arrays.equals(magic, Format.MAGIC_ENCRYPTED)) {
      throw BrokenParquet.unknown("encrypted");
    }
    if (!Arrays.equals(magic, Format.MAGIC)) {
      throw new BrokenParquet("it does not end as Parquet does");
    }
    int length = new ByteReader(tail).littleInt();
    if (length < 0 || length > input.size() - TAIL - Format.MAGIC.length) {
      throw new BrokenParquet("its description is longer than the file");
    }
    if (length > MOST_FOOTER) {
      throw BrokenParquet.unknown("with a description of " + (length >> 20) + " MiB");
    }
    return input.read(input.size() - TAIL - length, length);
  }

  /** Walks over the schema, which is a tree laid out parents first. */
  private void tell(List<ThriftStruct> schema) throws BrokenParquet {
    if (schema.isEmpty()) {
      throw new BrokenParquet("it has no columns");
    }
    int[] at = {1, 0};
    for (int i = 0; i < schema.get(0).integer(5, 0) && at[0] < schema.size(); i++) {
      ThriftStruct element = schema.get(at[0]);
      String name = element.text(4);
      Told told =
          new Told(at[1], kind(element), element.integer(3, Format.REQUIRED) != Format.REQUIRED);
      pass(schema, at);
      if (name != null) {
        columns.putIfAbsent(name, told);
      }
    }
  }

  /** Passes over an element with all below it, by a count and not by calls, however deep it is. */
  private static void pass(List<ThriftStruct> schema, int[] at) {
    for (long open = 1; open > 0 && at[0] < schema.size(); at[0]++) {
      int children = Math.max(0, schema.get(at[0]).integer(5, 0));
      at[1] += children == 0 ? 1 : 0;
      open += children - 1;
    }
  }

  private static Kind kind(ThriftStruct element) {
    if (element.integer(5, 0) > 0 || element.integer(3, 0) == Format.REPEATED) {
      return Kind.OTHER;
    }
    ThriftStruct logical = element.struct(10);
    int converted = element.integer(6, -1);
    int type = element.integer(1, -1);
    if (logical.has(Format.LOGICAL_DECIMAL)
        || logical.has(Format.LOGICAL_TIME)
        || converted == Format.CONVERTED_DECIMAL
        || converted == Format.CONVERTED_TIME_MILLIS
        || converted == Format.CONVERTED_TIME_MICROS) {
      return Kind.OTHER;
    }
    return switch (type) {
      case Format.BYTE_ARRAY -> Kind.TEXT;
      case Format.INT96 -> Kind.DAY;
      case Format.INT32 ->
          logical.has(Format.LOGICAL_DATE) || converted == Format.CONVERTED_DATE
              ? Kind.DAY
              : Kind.WHOLE;
      case Format.INT64 -> time(logical, converted);
      default -> Kind.OTHER;
    };
  }

  private static Kind time(ThriftStruct logical, int converted) {
    if (logical.has(Format.LOGICAL_TIMESTAMP)) {
      ThriftStruct unit = logical.struct(Format.LOGICAL_TIMESTAMP).struct(2);
      return unit.has(1) ? Kind.MILLIS : unit.has(2) ? Kind.MICROS : Kind.NANOS;
    }
    return converted == Format.CONVERTED_TIMESTAMP_MILLIS
        ? Kind.MILLIS
        : converted == Format.CONVERTED_TIMESTAMP_MICROS ? Kind.MICROS : Kind.WHOLE;
  }

  /** How many rows it has. */
  public long rows() {
    return rows;
  }

  /** What is noted beside the rows. */
  public Map<String, String> about() {
    return Map.copyOf(about);
  }

  /** What a column holds; null when there is no such column. */
  public @Nullable Kind kind(String column) {
    Told told = columns.get(column);
    return told == null ? null : told.kind();
  }

  /**
   * Reads all rows.
   *
   * @param wanted columns that are there and not of {@link Kind#OTHER}; at least one
   */
  public void forEach(List<String> wanted, Visitor visitor) throws IOException, BrokenParquet {
    long left = rows;
    long bytes = 0;
    for (ThriftStruct group : groups) {
      long inGroup = group.number(3, -1);
      if (inGroup < 0 || inGroup > left) {
        throw new BrokenParquet("its parts have more rows than it");
      }
      left -= inGroup;
      List<ColumnReader> readers = new ArrayList<>();
      List<ThriftStruct> chunks = group.structs(1);
      for (String name : wanted) {
        Told told = columns.get(name);
        if (told == null || told.kind() == Kind.OTHER || told.number() >= chunks.size()) {
          throw new BrokenParquet("it has no column " + name);
        }
        ThriftStruct chunk = chunks.get(told.number());
        if (chunk.has(1) || !chunk.has(3)) {
          throw BrokenParquet.unknown("with columns in other files, or encrypted");
        }
        readers.add(new ColumnReader(input, chunk.struct(3), told.optional(), inGroup));
      }
      for (long row = 0; row < inGroup; row++) {
        @Nullable Object[] cells = new Object[readers.size()];
        for (int i = 0; i < cells.length; i++) {
          cells[i] = readers.get(i).next();
          bytes += cells[i] instanceof byte[] text ? text.length : 0;
        }
        if (bytes / BYTES_PER_BYTE > input.size() + ROOM) {
          throw new BrokenParquet("it is packed more than " + BYTES_PER_BYTE + " times");
        }
        visitor.visit(cells);
      }
    }
    if (left > 0) {
      throw new BrokenParquet("its parts have fewer rows than it");
    }
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
