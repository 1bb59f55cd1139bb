package dev.detente.source.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as a file of Apache Parquet, from its first byte to its last, so that it may go to
 * any file system. The same rows give the same bytes. Pages are packed with Zstandard; some 16 MiB
 * are held, packed, before they are written. Of one thread.
 */
public final class ParquetWriter {
  /** Bytes of rows that are written together, packed, about; and how many rows at most. */
  private static final long TOGETHER = 16L << 20;

  private static final int MOST_ROWS = 1 << 17;

  private static final int VERSION = 1;

  /** In the form in which readers look for programs with known faults. */
  private static final String MADE_BY = "detente version 1 (build 1)";

  private final OutputStream out;
  private final List<Column> columns;
  private final Map<String, String> about;
  private final List<byte[]> groups = new ArrayList<>();
  private List<ColumnWriter> open;
  private long position;
  private long rows;
  private long rowsBefore;

  /**
   * Begins a file.
   *
   * @param out is left open
   * @param about what is noted in the file beside the rows
   */
  public ParquetWriter(OutputStream out, List<Column> columns, Map<String, String> about)
      throws IOException {
    this.out = out;
    this.columns = List.copyOf(columns);
    this.about = new TreeMap<>(about);
    this.open = begun();
    write(Format.MAGIC);
  }

  private List<ColumnWriter> begun() {
    return columns.stream().map(ColumnWriter::new).toList();
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }

  /**
   * Adds a row.
   *
   * @param cells as many as there are columns, of their types
   */
  public void add(List<? extends @Nullable Object> cells) throws IOException {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells, " + columns.size() + " columns");
    }
    long held = 0;
    for (int i = 0; i < cells.size(); i++) {
      open.get(i).add(cells.get(i));
      held += open.get(i).held();
    }
    rows++;
    if (held >= TOGETHER || rows - rowsBefore >= MOST_ROWS) {
      endGroup();
    }
  }

  private void endGroup() throws IOException {
    if (rows == rowsBefore) {
      return;
    }
    long from = position;
    long unpacked = 0;
    List<byte[]> chunks = new ArrayList<>();
    for (ColumnWriter column : open) {
      long offset = position;
      write(column.end());
      unpacked += column.unpacked();
      chunks.add(column.description(offset));
    }
    groups.add(
        new ThriftWriter()
            .structs(1, chunks)
            .number(2, unpacked)
            .number(3, rows - rowsBefore)
            .number(5, from)
            .number(6, position - from)
            .end()
            .bytes());
    open = begun();
    rowsBefore = rows;
  }

  /** Ends the file. */
  public void finish() throws IOException {
    endGroup();
    List<byte[]> notes = new ArrayList<>();
    about.forEach(
        (key, value) -> notes.add(new ThriftWriter().text(1, key).text(2, value).end().bytes()));
    byte[] footer =
        new ThriftWriter()
            .integer(1, VERSION)
            .structs(2, schema())
            .number(3, rows)
            .structs(4, groups)
            .structs(5, notes)
            .text(6, MADE_BY)
            .structs(7, orders())
            .end()
            .bytes();
    write(footer);
    write(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(footer.length)
            .array());
    write(Format.MAGIC);
  }

  /** That the least and the most of each column are so by the order that its type has. */
  private List<byte[]> orders() {
    return columns.stream().map(column -> new ThriftWriter().begin(1).end().end().bytes()).toList();
  }

  private List<byte[]> schema() {
    List<byte[]> schema = new ArrayList<>();
    schema.add(new ThriftWriter().text(4, "table").integer(5, columns.size()).end().bytes());
    for (Column column : columns) {
      boolean list = column.type() == Column.Type.TEXTS;
      if (list) {
        schema.add(
            new ThriftWriter()
                .integer(3, Format.OPTIONAL)
                .text(4, column.name())
                .integer(5, 1)
                .integer(6, Format.CONVERTED_LIST)
                .begin(10)
                .begin(Format.LOGICAL_LIST)
                .end()
                .end()
                .end()
                .bytes());
        schema.add(
            new ThriftWriter()
                .integer(3, Format.REPEATED)
                .text(4, ColumnWriter.LIST)
                .integer(5, 1)
                .end()
                .bytes());
      }
      ThriftWriter leaf =
          new ThriftWriter()
              .integer(1, ColumnWriter.physical(column.type()))
              .integer(3, Format.OPTIONAL)
              .text(4, list ? ColumnWriter.ELEMENT : column.name());
      switch (column.type()) {
        case TEXT, TEXTS ->
            leaf.integer(6, Format.CONVERTED_UTF8)
                .begin(10)
                .begin(Format.LOGICAL_STRING)
                .end()
                .end();
        case DAY ->
            leaf.integer(6, Format.CONVERTED_DATE).begin(10).begin(Format.LOGICAL_DATE).end().end();
        case INTEGER, NUMBER -> {}
      }
      schema.add(leaf.end().bytes());
    }
    return schema;
  }
}
