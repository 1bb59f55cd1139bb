package dev.detente.source;

import dev.detente.article.Article;
import dev.detente.record.json.RecordWriter;
import dev.detente.source.parquet.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records as a table: what is known of the article in columns, and the record as it stands in JSON
 * Lines in another. A source takes the records from it again. Stateless.
 */
public final class RecordTable {
  /** Under which a table of ours notes what it holds. */
  public static final String SCHEMA = "detente.schema";

  /** The column of the records. */
  static final String RECORD = "record";

  /** The columns, each a text. */
  public static final List<Column> COLUMNS =
      List.of(
          text("id"),
          text("language"),
          text("published"),
          text("outlet"),
          text("url"),
          text("title"),
          text(RECORD));

  /** What is noted in the file. */
  public static final Map<String, String> ABOUT = Map.of(SCHEMA, RecordWriter.SCHEMA);

  private RecordTable() {}

  private static Column text(String name) {
    return new Column(name, Column.Type.TEXT);
  }

  /**
   * The row of a record.
   *
   * @param line the record, as {@link RecordWriter} writes it
   */
  public static List<@Nullable Object> row(Article article, String line) {
    return Arrays.asList(
        article.id(),
        article.language(),
        article.published(),
        article.outlet(),
        article.url(),
        article.title(),
        line);
  }
}
