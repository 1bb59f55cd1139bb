package dev.detente.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.codebook.Codebook;
import dev.detente.ledger.export.ItemTable;
import dev.detente.record.ArticleRecord;
import dev.detente.source.ArticleSource;
import dev.detente.source.SourceOptions;
import dev.detente.source.parquet.ParquetWriter;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DuckDB reads the tables that we write, and we those that it writes. */
class DuckDbTablesTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2031, 3, 11, 12, 0);

  @TempDir private Path folder;

  /** Rows of two columns that JSON Lines would hold as they are, some of them alike. */
  private static final String MADE =
      "SELECT 'kai-' || i AS id, i % 2 = 0 AS open, [i, i + 1] AS numbers,"
          + " 'Havnesjefen sa at kai ' || (i % 900) || ' åpner. ' || repeat('Båt. ', i % 50) AS text,"
          + " CASE WHEN i % 3 > 0 THEN DATE '2031-01-01' + (i % 700)::INTEGER END AS published,"
          + " CASE WHEN i % 5 > 0 THEN 'Kystposten' END AS outlet FROM range(7000) t(i)";

  private static List<String> rows(String sql) throws Exception {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          row.append(result.getString(i)).append('|');
        }
        rows.add(row.toString());
      }
      return rows;
    }
  }

  private static void execute(String sql) throws Exception {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String row(Article article) {
    return article.id()
        + "|"
        + article.text().string()
        + "|"
        + article.published()
        + "|"
        + article.outlet()
        + "|";
  }

  @ParameterizedTest
  @CsvSource({"UNCOMPRESSED,V1", "SNAPPY,V1", "GZIP,V1", "BROTLI,V2", "LZ4_RAW,V2", "ZSTD,V2"})
  void whateverItPacksItWith(String codec, String version) throws Exception {
    Path file = folder.resolve("articles.parquet");
    execute(
        "COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION %s, PARQUET_VERSION %s, ROW_GROUP_SIZE 2048)"
            .formatted(MADE, file, codec, version));
    List<String> read = new ArrayList<>();

    new ArticleSource(
            List.of(file.toString()), SourceOptions.DEFAULT, InputStream.nullInputStream())
        .forEach(incoming -> read.add(row(incoming.article())));

    assertThat(read)
        .isEqualTo(rows("SELECT id, text, published, outlet FROM (" + MADE + ")"))
        .hasSize(7000);
  }

  @Test
  void statementsAndEventsAreThoseOfTheLedgersExport() throws Exception {
    List<ArticleRecord> records = new ArrayList<>();
    Path ledgers = folder.resolve("ledger");
    try (Ledger ledger = Ledger.write(folder.resolve("l.duckdb"))) {
      Adding adding = ledger.adding(Codebook.bundled());
      for (int i = 0; i < 40; i++) {
        records.add(MadeArticles.record(i));
        adding.add(MadeArticles.coded(i), false, NOW);
      }
      adding.commit(NOW);
      new Export(ledger, ledgers).write(Export.Format.PARQUET, false);
    }
    for (ItemTable table : ItemTable.values()) {
      String name = table.name().toLowerCase(Locale.ROOT) + ".parquet";
      Path ours = folder.resolve(name);
      try (OutputStream out = Files.newOutputStream(ours)) {
        ParquetWriter writer = new ParquetWriter(out, table.columns(), table.about());
        for (ArticleRecord record : records) {
          for (List<Object> row : table.rows(record)) {
            writer.add(row);
          }
        }
        writer.finish();
      }

      assertThat(rows("FROM '" + ours + "' ORDER BY ALL"))
          .as(name)
          .isEqualTo(rows("FROM '" + ledgers.resolve(name) + "' ORDER BY ALL"))
          .hasSizeGreaterThan(39);
      assertThat(rows("DESCRIBE FROM '" + ours + "'"))
          .isEqualTo(rows("DESCRIBE FROM '" + ledgers.resolve(name) + "'"));
    }
  }
}
