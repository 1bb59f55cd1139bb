package dev.detente.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.ledger.store.ItemNumber;
import dev.detente.ledger.store.RecordStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The links of an article are found by the index, and are those that a look at all links finds. */
class LinkLookupTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2031, 3, 11, 12, 0);
  private static final int ARTICLES = 60;

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("l.duckdb");
  }

  /** Many of one matter, by other outlets and days, a few at a time. */
  private void fill(Ledger ledger) {
    Adding adding = ledger.adding(Codebook.bundled());
    for (int i = 0; i < ARTICLES; i++) {
      adding.add(
          CodedArticle.of(MadeArticles.record("a-" + i, i % 8, "kaia"), null, "m", "c"),
          false,
          NOW);
      if (i % 7 == 0) {
        adding.commit(NOW);
      }
    }
    adding.commit(NOW);
  }

  private static void check(Ledger ledger) {
    List<Long> numbers =
        ledger.database().list("SELECT n FROM article ORDER BY n", row -> row.getLong(1));
    int found = 0;
    for (long n : numbers) {
      Set<Long> all = new TreeSet<>();
      for (int slot = 0; slot < 8; slot++) {
        long item = ItemNumber.ofArticle(n) + slot;
        Set<Long> later =
            new TreeSet<>(
                ledger
                    .database()
                    .list(
                        "SELECT later FROM link WHERE (from_item = ? OR to_item = ?) AND later > ?",
                        row -> row.getLong(1),
                        item,
                        item,
                        n));
        assertThat(ledger.index().linked(List.of(item))).as("of " + item).isEqualTo(later);
        all.addAll(later);
      }
      assertThat(ledger.index().linked(ItemNumber.ofArticle(n), ItemNumber.ofArticle(n + 1) - 1))
          .as("of all of " + n)
          .isEqualTo(all);
      found += all.size();
    }
    assertThat(found).isGreaterThan(100);
    assertThat(
            ledger
                .database()
                .number(
                    "SELECT count(*) FROM link WHERE later <>"
                        + " greatest(from_item, to_item) >> 20"))
        .isZero();
  }

  @Test
  void whatCameLaterIsFoundAfterAddingRemovingAndCodingAnew() {
    try (Ledger ledger = Ledger.write(file())) {
      fill(ledger);
      check(ledger);
      ledger.remove(List.of("a-3", "a-30"), "taken back", NOW);
      check(ledger);
      Adding adding = ledger.adding(Codebook.bundled());
      for (RecordStore.Coding coding : ledger.codings(0, "other", 5)) {
        adding.recode(coding, CodedArticle.of(coding.record(), null, "m", "other"));
      }
      adding.commit(NOW);
      check(ledger);
    }
  }

  @Test
  void anIndexMadeAnewKnowsTheLinksToo() throws IOException {
    try (Ledger ledger = Ledger.write(file())) {
      fill(ledger);
    }
    TestFolders.delete(Ledger.searchFolder(file()));
    try (Ledger ledger = Ledger.read(file())) {
      check(ledger);
    }
  }

  @Test
  void anOlderLedgerLearnsWhichArticleCameLater() throws SQLException, IOException {
    List<String> before;
    try (Ledger ledger = Ledger.write(file())) {
      fill(ledger);
      before = LedgerContent.of(ledger);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file());
        Statement statement = connection.createStatement()) {
      // As version 4 had it.
      statement.execute("DROP VIEW links");
      statement.execute("CREATE TABLE old AS SELECT * EXCLUDE later FROM link");
      statement.execute("DROP TABLE link");
      statement.execute("ALTER TABLE old RENAME TO link");
      statement.execute("CREATE VIEW links AS FROM link");
      statement.execute("UPDATE ledger SET value = '4' WHERE name = 'schema'");
    }
    TestFolders.delete(Ledger.searchFolder(file()));
    try (Ledger ledger = Ledger.write(file())) {
      assertThat(LedgerContent.of(ledger)).isEqualTo(before);
      check(ledger);
    }
  }
}
