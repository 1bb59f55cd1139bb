package dev.detente.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import dev.detente.ledger.Adding;
import dev.detente.ledger.Export;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.pipeline.ClusterReport;
import dev.detente.pipeline.ClusterTask;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordReader;
import dev.detente.record.json.RecordWriter;
import dev.detente.source.ArticleSource;
import dev.detente.source.SourceOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of Parquet beside the lines and from the lines, and as what is read. */
class ClusterTablesTest {
  private static final Path EXAMPLES = Path.of(System.getProperty("detente.root"), "examples");
  private static final LocalDateTime NOW = LocalDateTime.of(2031, 4, 1, 12, 0);

  @TempDir private Path folder;

  private Path read(String to, boolean tables, int parallelism, Path... inputs) {
    Path written = folder.resolve(to);
    ClusterReport report =
        new FlinkCluster()
            .read(
                new ClusterTask(
                    Stream.of(inputs).map(Path::toString).toList(),
                    SourceOptions.DEFAULT,
                    written.toString(),
                    tables,
                    parallelism,
                    null));
    assertThat(report.refused()).isZero();
    return written;
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            root.relativize(path).toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  private static List<String> rows(String sql) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        StringBuilder row = new StringBuilder(result.getString(1));
        for (int i = 2; i <= result.getMetaData().getColumnCount(); i++) {
          row.append('|').append(result.getString(i));
        }
        rows.add(row.toString());
      }
      return rows;
    }
  }

  private static List<String> lines(Path... inputs) {
    List<String> lines = new ArrayList<>();
    new ArticleSource(
            Stream.of(inputs).map(Path::toString).toList(),
            SourceOptions.DEFAULT,
            InputStream.nullInputStream())
        .forEach(incoming -> lines.add(RecordWriter.line(incoming.record())));
    return lines;
  }

  @Test
  void theTablesHoldWhatTheLinesHoldHoweverManyReadAtOnce() throws Exception {
    Path one = read("one", true, 1, EXAMPLES);
    Map<String, String> files = files(one);

    assertThat(files(read("three", true, 3, EXAMPLES))).isEqualTo(files);
    assertThat(files(read("lines", false, 2, EXAMPLES)))
        .isEqualTo(without(files, ".parquet"))
        .hasSizeGreaterThan(8);
    List<String> all = new ArrayList<>();
    for (String name : files.keySet()) {
      if (name.startsWith("records/") && name.endsWith(".jsonl")) {
        Path lines = one.resolve(name);
        Path table = one.resolve(name.replace(".jsonl", ".parquet"));
        assertThat(rows("SELECT record FROM '" + table + "'"))
            .as(name)
            .isEqualTo(Files.readAllLines(lines));
        assertThat(lines(table)).isEqualTo(Files.readAllLines(lines));
        all.addAll(Files.readAllLines(lines));
      }
    }
    // Once, not once of each form; and nothing of the tables of items is an article.
    assertThat(lines(one)).containsExactlyInAnyOrderElementsOf(all).hasSizeGreaterThan(10);
  }

  private static Map<String, String> without(Map<String, String> files, String ending) {
    Map<String, String> rest = new TreeMap<>(files);
    rest.keySet().removeIf(name -> name.endsWith(ending));
    return rest;
  }

  /** But for names, which a ledger has from all its articles and a table from the one. */
  @Test
  void theTablesOfItemsAreThoseOfALedger() throws Exception {
    Path to = read("to", true, 2, EXAMPLES);
    Path exported = folder.resolve("exported");
    try (Ledger ledger = Ledger.write(folder.resolve("l.duckdb"))) {
      Adding adding = ledger.adding(Codebook.bundled());
      for (String line : lines(to)) {
        ArticleRecord record = RecordReader.read(line);
        adding.add(CodedArticle.of(record, null, null, null), false, NOW);
      }
      adding.commit(NOW);
      new Export(ledger, exported).write(Export.Format.PARQUET, false);
    }

    for (String name : List.of("statements", "events")) {
      String names = name.equals("events") ? "actors, recipients" : "speaker, addressee";
      String ours =
          "(SELECT * EXCLUDE (published_day) FROM read_parquet('%s/%s/*/*.parquet'))"
              .formatted(to, name);
      String theirs = "'" + exported.resolve(name + ".parquet") + "'";
      String rest = "SELECT * EXCLUDE (" + names + ") FROM %s ORDER BY ALL";
      String there = "SELECT article, id, COLUMNS([%s]) IS NULL FROM %s ORDER BY ALL";
      String quoted = "'" + names.replace(", ", "', '") + "'";
      assertThat(rows("DESCRIBE FROM " + ours)).isEqualTo(rows("DESCRIBE FROM " + theirs));
      assertThat(rows(rest.formatted(ours)))
          .isEqualTo(rows(rest.formatted(theirs)))
          .hasSizeGreaterThan(20);
      assertThat(rows(there.formatted(quoted, ours)))
          .isEqualTo(rows(there.formatted(quoted, theirs)));
    }
    assertThat(
            rows(
                "SELECT count(*) FROM read_parquet('"
                    + to
                    + "/statements/*/*.parquet') WHERE published_day = '2031-03-13'"))
        .isNotEqualTo(List.of("0"));
  }

  @Test
  void articlesOfATableAreReadAsThoseOfLines() throws Exception {
    Path lines = folder.resolve("articles.jsonl");
    Files.writeString(
        lines,
        """
        {"id": "a", "published": "2031-05-02", "text": "Utanriksministeren avviste kravet."}
        {"id": "b", "outlet": "Kystposten", "text": "The minister rejected the claim."}
        """);
    Path table = folder.resolve("articles.parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("COPY (FROM '%s') TO '%s'".formatted(lines, table));
    }

    assertThat(rows("DESCRIBE FROM '" + table + "'")).anyMatch(column -> column.contains("DATE"));
    assertThat(files(read("table", false, 1, table)))
        .isEqualTo(files(read("lines", false, 1, lines)));
  }
}
