package dev.detente.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2031, 3, 11, 12, 0);

  @TempDir private Path folder;

  private Ledger made(String name, int... articles) {
    Path file = folder.resolve(name);
    try (Ledger ledger = Ledger.write(file)) {
      Adding adding = ledger.adding(Codebook.bundled());
      for (int article : articles) {
        adding.add(MadeArticles.coded(article), false, NOW.plusDays(article));
        adding.commit(NOW);
      }
    }
    return Ledger.read(file);
  }

  @Test
  void theSameArticlesGiveTheSameBytes() throws IOException {
    List<Path> files;
    try (Ledger one = made("one.duckdb", 1, 2, 3, 4, 5)) {
      files = new Export(one, folder.resolve("a")).replication("1.0");
      new Export(one, folder.resolve("b")).replication("1.0");
    }
    // In whatever order they came.
    try (Ledger other = made("other.duckdb", 5, 3, 1, 2, 4)) {
      new Export(other, folder.resolve("c")).replication("1.0");
    }
    assertThat(files).hasSize(18);
    for (Path file : files) {
      String name = file.getFileName().toString();
      byte[] bytes = Files.readAllBytes(file);
      assertThat(Files.readAllBytes(folder.resolve("b").resolve(name))).as(name).isEqualTo(bytes);
      assertThat(Files.readAllBytes(folder.resolve("c").resolve(name))).as(name).isEqualTo(bytes);
    }
    assertThat(Files.readString(folder.resolve("a/README.md")))
        .contains("5 articles", "| model m1, codebook c1 | 5 |");
    // Every column is explained.
    assertThat(Files.readString(folder.resolve("a/CODEBOOK.md")))
        .contains("| speaker | VARCHAR | who says it")
        .doesNotContain("|  |");
    assertThat(Files.readString(folder.resolve("a/configuration.json")))
        .contains("\"detente\" : \"1.0\"", "\"codebook\" : \"c1\"", "\"articles\" : 5");
    assertThat(Files.readString(folder.resolve("a/SHA256SUMS")).lines()).hasSize(17);
  }

  @Test
  void everyFormatHasTheSameRows() throws IOException {
    try (Ledger ledger = made("one.duckdb", 1, 2, 3)) {
      Path out = folder.resolve("out");
      Export export = new Export(ledger, out);
      for (Export.Format format : Export.Format.values()) {
        export.write(format, true);
      }
      for (String table : List.of("articles", "statements", "events", "actors", "reports")) {
        String path = out.resolve(table).toString();
        String rows = "count(*), count(DISTINCT (article, COLUMNS('^id$')))";
        String counted =
            table.equals("articles") || table.equals("reports")
                ? "count(*), count(DISTINCT article)"
                : rows;
        List<String> counts =
            List.of(
                    "read_parquet('" + path + ".parquet')",
                    "read_csv('" + path + ".csv', all_varchar = true)")
                .stream()
                .flatMap(
                    from ->
                        ledger
                            .database()
                            .list(
                                "SELECT " + counted + " FROM " + from,
                                row -> row.getLong(1) + " " + row.getLong(2))
                            .stream())
                .toList();
        long lines = Files.readString(out.resolve(table + ".jsonl")).lines().count();
        assertThat(counts).as(table).containsExactly(lines + " " + lines, lines + " " + lines);
      }
      assertThat(Files.readString(out.resolve("articles.jsonl"))).contains("\"text\":\"Havnesjef");
    }
  }
}
