package dev.detente.flink.files;

import dev.detente.ledger.export.ItemTable;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordReader;
import dev.detente.source.RecordTable;
import dev.detente.source.parquet.Column;
import dev.detente.source.parquet.ParquetWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.RecoverableFsDataOutputStream;
import org.apache.flink.core.fs.RecoverableWriter;
import org.apache.flink.core.fs.RecoverableWriter.CommitRecoverable;
import org.apache.flink.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file of lines as tables: themselves beside it, their statements and events in
 * folders of their own. A table without rows has no file. Of one thread.
 */
final class TableFiles implements AutoCloseable {
  /** What the folders of records are called, before their day. */
  static final String RECORDS = "records/day=";

  /** A table of items has a column {@code day} of its own. */
  private static final String ITEMS = "/published_day=";

  private final RecoverableWriter files;
  private final Path root;
  private final String day;
  private final String name;
  private final TableFile records;
  private final Map<ItemTable, TableFile> items = new EnumMap<>(ItemTable.class);

  /**
   * @param folder of the lines
   * @param name of their file, without its ending
   */
  TableFiles(RecoverableWriter files, Path root, String folder, String name) throws IOException {
    this.files = files;
    this.root = root;
    this.day = folder.substring(RECORDS.length());
    this.name = name + ".parquet";
    this.records = open(RECORDS + day, RecordTable.COLUMNS, RecordTable.ABOUT);
  }

  private TableFile open(String folder, List<Column> columns, Map<String, String> about)
      throws IOException {
    return new TableFile(files.open(new Path(root, folder + "/" + name)), columns, about);
  }

  void write(byte[] bytes) throws IOException {
    String line = new String(bytes, StandardCharsets.UTF_8);
    ArticleRecord record = RecordReader.read(line);
    records.add(RecordTable.row(record.article(), line));
    for (ItemTable table : ItemTable.values()) {
      for (List<@Nullable Object> row : table.rows(record)) {
        TableFile file = items.get(table);
        if (file == null) {
          file =
              open(
                  table.name().toLowerCase(Locale.ROOT) + ITEMS + day,
                  table.columns(),
                  table.about());
          items.put(table, file);
        }
        file.add(row);
      }
    }
  }

  List<CommitRecoverable> finish() throws IOException {
    List<CommitRecoverable> whole = new ArrayList<>(List.of(records.finish()));
    for (TableFile file : items.values()) {
      whole.add(file.finish());
    }
    return whole;
  }

  @Override
  public void close() {
    records.close();
    items.values().forEach(TableFile::close);
  }

  private static final class TableFile implements AutoCloseable {
    private final RecoverableFsDataOutputStream out;
    private final ParquetWriter writer;

    TableFile(RecoverableFsDataOutputStream out, List<Column> columns, Map<String, String> about)
        throws IOException {
      this.out = out;
      this.writer = new ParquetWriter(out, columns, about);
    }

    void add(List<@Nullable Object> row) throws IOException {
      writer.add(row);
    }

    CommitRecoverable finish() throws IOException {
      writer.finish();
      return out.closeForCommit().getRecoverable();
    }

    @Override
    public void close() {
      IOUtils.closeQuietly(out);
    }
  }
}
