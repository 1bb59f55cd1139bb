package dev.detente.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.detente.codebook.Codebook;
import dev.detente.ledger.store.CodedArticle;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ledgers of other versions of Detente. */
class UpgradeTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2031, 3, 11, 12, 0);

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("quays.duckdb");
  }

  private void run(String... sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file());
        Statement statement = connection.createStatement()) {
      for (String one : sql) {
        statement.execute(one);
      }
    }
  }

  /** As version 1 wrote it: names for entities, no links. */
  private void writeVersionOne() throws Exception {
    try (InputStream in = UpgradeTest.class.getResourceAsStream("schema-1.sql")) {
      run(
          new String(in.readAllBytes(), StandardCharsets.UTF_8),
          "INSERT INTO ledger VALUES ('schema', '1'), ('id', uuid()::VARCHAR), ('generation',"
              + " '4')");
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file());
        PreparedStatement article =
            connection.prepareStatement(
                "INSERT INTO article VALUES (?, ?, 1, ?, 'nb', ?, NULL, NULL, 'kystposten.example',"
                    + " NULL, NULL, false, 'm1', 'c1', now()::TIMESTAMP)");
        PreparedStatement body =
            connection.prepareStatement("INSERT INTO body VALUES (?, ?, ?, NULL)")) {
      for (int i = 1; i <= 6; i++) {
        CodedArticle coded = MadeArticles.coded(i);
        article.setLong(1, i);
        article.setString(2, coded.record().article().id());
        article.setLong(3, i);
        article.setString(4, coded.record().article().published());
        article.execute();
        body.setLong(1, i);
        body.setString(2, coded.record().article().text().string());
        body.setObject(3, coded.packedRecord());
        body.execute();
      }
    }
  }

  @Test
  void anOldLedgerIsBroughtUpToDateAndACopySetAside() throws Exception {
    writeVersionOne();
    try (Ledger ledger = Ledger.read(file())) {
      assertThat(ledger.survey().counts().articles()).isEqualTo(6);
    }
    assertThat(folder.resolve("quays.duckdb.v1")).exists();
    try (Ledger ledger = Ledger.write(file())) {
      // What came before is linked before anything is added.
      Adding adding = ledger.adding(Codebook.bundled());
      assertThat(ledger.survey().counts())
          .extracting(Survey.Counts::articles, Survey.Counts::statements, Survey.Counts::events)
          .containsExactly(6L, 12L, 6L);
      assertThat(ledger.survey().counts().links()).isPositive();
      adding.add(MadeArticles.coded(7), false, NOW);
      adding.commit(NOW);
    }
    Path fresh = folder.resolve("fresh.duckdb");
    try (Ledger ledger = Ledger.write(fresh)) {
      Adding adding = ledger.adding(Codebook.bundled());
      for (int i = 1; i <= 7; i++) {
        adding.add(MadeArticles.coded(i), false, NOW);
      }
      adding.commit(NOW);
    }
    try (Ledger upgraded = Ledger.read(file());
        Ledger made = Ledger.read(fresh)) {
      assertThat(LedgerContent.of(upgraded)).isEqualTo(LedgerContent.of(made));
    }
  }

  @Test
  void aNewerLedgerIsRefusedAndLeftAsItIs() throws Exception {
    Ledger.write(file()).close();
    run("UPDATE ledger SET value = '99' WHERE name = 'schema'");
    assertThatThrownBy(() -> Ledger.write(file()))
        .hasMessageContaining("DET-0704")
        .hasMessageContaining("99");
    assertThatThrownBy(() -> Ledger.read(file())).hasMessageContaining("DET-0704");
  }

  @Test
  void anotherFileIsNoLedger() throws Exception {
    run("CREATE TABLE fish (name VARCHAR)");
    assertThatThrownBy(() -> Ledger.write(file())).hasMessageContaining("DET-0705");
    Path text = folder.resolve("note.txt");
    java.nio.file.Files.writeString(text, "Remember the mackerel. ".repeat(1000));
    assertThatThrownBy(() -> Ledger.read(text)).hasMessageContaining("DET-0703");
    assertThatThrownBy(() -> Ledger.read(folder.resolve("none.duckdb")))
        .hasMessageContaining("DET-0701");
    assertThat(List.of(text)).allMatch(java.nio.file.Files::exists);
  }
}
