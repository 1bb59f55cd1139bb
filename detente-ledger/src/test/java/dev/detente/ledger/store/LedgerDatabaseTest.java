package dev.detente.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerDatabaseTest {
  private static final Path HERE = Path.of(".tmp");

  /** 4 million strings in order, which do not fit into what DuckDB may hold. */
  private static final String MUCH =
      "SELECT count(*) FROM (SELECT md5(CAST(i AS VARCHAR)) AS word FROM range(4000000) t(i)"
          + " ORDER BY word OFFSET 1)";

  @Test
  void whatDoesNotFitStaysBesideTheLedgerAndGoes(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("l.duckdb");
    try (LedgerDatabase database = LedgerSchema.open(file, true)) {
      database.execute("SET memory_limit = '64MB'");
      assertThat(database.number(MUCH)).isEqualTo(3_999_999);
      assertThat(folder.resolve("l.duckdb.tmp")).isDirectory();
      assertThat(HERE).doesNotExist();
    }
    assertThat(folder.resolve("l.duckdb.tmp")).doesNotExist();
  }

  @Test
  void readersHaveTheirOwnPlace(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("l.duckdb");
    LedgerSchema.open(file, true).close();
    try (LedgerDatabase database = LedgerSchema.open(file, false)) {
      List<String> place =
          database.list("SELECT current_setting('temp_directory')", row -> row.getString(1));
      assertThat(place.get(0)).contains("detente-" + ProcessHandle.current().pid());
      assertThat(Files.exists(Path.of(place.get(0)))).isFalse();
    }
  }
}
