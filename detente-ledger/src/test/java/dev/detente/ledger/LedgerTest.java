package dev.detente.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.detente.codebook.Codebook;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.ledger.store.Standing;
import dev.detente.record.ArticleRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2031, 3, 11, 12, 0);

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("quays.duckdb");
  }

  private static CodedArticle coded(ArticleRecord record) {
    return CodedArticle.of(record, null, "m1", "c1");
  }

  private static List<String> found(Ledger ledger, Question question) {
    List<String> found = new ArrayList<>();
    ledger.find(question, finding -> found.add(finding.article() + " " + finding.id()));
    return found;
  }

  private static Question question(String speaker, List<String> acts, String about, String text) {
    return new Question(
        speaker, acts, null, null, about, List.of(), List.of(), null, null, null, null, text, null,
        null, 0);
  }

  @Test
  void theSameArticleTwiceIsOne() {
    try (Ledger ledger = Ledger.write(file())) {
      Adding adding = ledger.adding(Codebook.bundled());
      assertThat(adding.standing(MadeArticles.record(1).article())).isEqualTo(Standing.NEW);
      assertThat(adding.add(MadeArticles.coded(1), false, NOW)).isTrue();
      assertThat(adding.add(MadeArticles.coded(1), false, NOW)).isFalse();
      adding.commit(NOW);
      assertThat(adding.add(MadeArticles.coded(1), false, NOW)).isFalse();
    }
    try (Ledger ledger = Ledger.write(file())) {
      Adding adding = ledger.adding(Codebook.bundled());
      assertThat(adding.standing(MadeArticles.record(1).article())).isEqualTo(Standing.UNCHANGED);
      assertThat(ledger.survey().counts())
          .extracting(
              Survey.Counts::articles,
              Survey.Counts::statements,
              Survey.Counts::events,
              Survey.Counts::links)
          .containsExactly(1L, 2L, 1L, 0L);
      assertThat(ledger.record("kai-1")).isEqualTo(MadeArticles.record(1));
    }
  }

  @Test
  void aChangedArticleIsANewVersionAndTheOldOneIsKept() {
    try (Ledger ledger = Ledger.write(file())) {
      Adding adding = ledger.adding(Codebook.bundled());
      adding.add(MadeArticles.coded(1), false, NOW);
      // Not yet written when the next one comes.
      adding.add(coded(MadeArticles.record("kai-1", 1, "moloen")), false, NOW.plusDays(1));
      adding.commit(NOW.plusDays(1));
      assertThat(found(ledger, question(null, List.of(), null, "moloen")))
          .containsExactly("kai-1 s1");
      assertThat(found(ledger, question(null, List.of(), null, "kaia"))).isEmpty();
      List<String> versions =
          ledger
              .database()
              .list(
                  "SELECT version, contains(text, 'kaia') FROM versions ORDER BY version",
                  row -> row.getInt(1) + " " + row.getBoolean(2));
      assertThat(versions).containsExactly("1 true", "2 false");
    }
  }

  @Test
  void anAddressIsStrongerThanAnId() {
    try (Ledger ledger = Ledger.write(file())) {
      Adding adding = ledger.adding(Codebook.bundled());
      adding.add(
          coded(MadeArticles.record("index", 1, "kaia", "https://a.example/1?utm_source=x")),
          false,
          NOW);
      adding.add(coded(MadeArticles.record("index", 2, "kaia", "https://a.example/2")), false, NOW);
      adding.commit(NOW);
      adding.add(
          coded(MadeArticles.record("other", 1, "moloen", "http://A.example/1#top")), false, NOW);
      adding.commit(NOW);
      List<String> articles =
          ledger
              .database()
              .list(
                  "SELECT id, version FROM articles ORDER BY url DESC",
                  row -> row.getString(1) + " " + row.getInt(2));
      assertThat(articles).hasSize(2).contains("index 2");
      assertThat(articles.get(0)).startsWith("index~").endsWith(" 1");
    }
  }

  @Test
  void filesOfOneNameWithNothingInCommonAreTwoArticles() {
    try (Ledger ledger = Ledger.write(file())) {
      Adding adding = ledger.adding(Codebook.bundled());
      ArticleRecord one = MadeArticles.record("01", 1, "kaia");
      ArticleRecord other = Strange.record("01");
      adding.add(coded(one), false, NOW);
      adding.add(coded(other), false, NOW);
      adding.commit(NOW);
      assertThat(adding.add(coded(one), false, NOW)).isFalse();
      assertThat(adding.add(coded(other), false, NOW)).isFalse();
      assertThat(ledger.survey().counts().articles()).isEqualTo(2);
    }
  }

  /** An article that shares no words with others. */
  private static final class Strange {
    static ArticleRecord record(String id) {
      ArticleRecord made = MadeArticles.record(id, 3, "brua");
      return new ArticleRecord(
          new dev.detente.article.Article(
              id,
              "en",
              null,
              null,
              null,
              null,
              dev.detente.article.ArticleText.of(
                  "Nobody wanted the lighthouse any more, so its keeper painted it green and"
                      + " left."),
              List.of()),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          made.times(),
          made.places());
    }
  }

  @Test
  void whatIsRemovedStaysAwayUnlessItIsWantedAgain() {
    try (Ledger ledger = Ledger.write(file())) {
      Adding adding = ledger.adding(Codebook.bundled());
      IntStream.range(0, 3).forEach(i -> adding.add(MadeArticles.coded(i), false, NOW));
      adding.commit(NOW);
      ledger.remove(List.of("kai-1"), "withdrawn", NOW);
      assertThatThrownBy(() -> ledger.remove(List.of("kai-1"), "withdrawn", NOW))
          .hasMessageContaining("DET-0707");
      assertThat(ledger.record("kai-1")).isNull();
      assertThat(found(ledger, question(null, List.of(), null, "\"nummer 1\""))).isEmpty();
    }
    try (Ledger ledger = Ledger.write(file())) {
      Adding adding = ledger.adding(Codebook.bundled());
      assertThat(adding.standing(MadeArticles.record(1).article())).isEqualTo(Standing.REMOVED);
      assertThat(adding.add(MadeArticles.coded(1), false, NOW)).isFalse();
      assertThat(adding.add(MadeArticles.coded(1), true, NOW)).isTrue();
      adding.commit(NOW);
      assertThat(ledger.survey().counts().articles()).isEqualTo(3);
      assertThat(ledger.database().number("SELECT count(*) FROM removed")).isZero();
    }
  }

  @Test
  void questionsAreAnswered() {
    try (Ledger ledger = Ledger.write(file())) {
      Adding adding = ledger.adding(Codebook.bundled());
      IntStream.range(0, 20).forEach(i -> adding.add(MadeArticles.coded(i), false, NOW));
      adding.commit(NOW);

      assertThat(found(ledger, question("Vikan", List.of("deny"), null, null)))
          .containsExactly("kai-16 s2", "kai-11 s2", "kai-6 s2", "kai-1 s2");
      assertThat(found(ledger, question("Nobody", List.of(), null, null))).isEmpty();
      // States are found by their names in any language.
      assertThat(found(ledger, question(null, List.of(), "Island", null)))
          .hasSize(5)
          .allMatch(one -> one.endsWith(" e1"));
      // Words are found in other forms than those that stand there, in both standards.
      assertThat(found(ledger, question(null, List.of(), null, "havner stenges"))).hasSize(20);
      assertThat(found(ledger, question(null, List.of(), null, "\"krav nummer 7\"")))
          .containsExactly("kai-7 s2");
      assertThat(found(ledger, question(null, List.of(), null, "krav -7 -8"))).hasSize(18);
      assertThatThrownBy(() -> found(ledger, question(null, List.of(), null, "...")))
          .hasMessageContaining("DET-0709");

      Question january =
          new Question(
              null,
              List.of(),
              null,
              null,
              null,
              List.of("SANCTION"),
              List.of("actual"),
              null,
              "kystposten.example",
              "nb",
              null,
              null,
              LocalDate.of(2031, 1, 5),
              LocalDate.of(2031, 1, 7),
              2);
      assertThat(found(ledger, january)).containsExactly("kai-6 e1", "kai-5 e1");
      assertThat(ledger.timeline(question(null, List.of(), null, null), Period.Length.YEAR))
          .containsExactly(new Period(LocalDate.of(2031, 1, 1), 40, 20, 20, -6.0));
    }
  }

  @Test
  void theOrderInWhichArticlesComeDoesNotMatter() {
    List<ArticleRecord> records = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      records.add(MadeArticles.record(i));
      // Others print it, word for word.
      records.add(MadeArticles.record("print-" + i, i, "kaia"));
    }
    List<List<String>> contents = new ArrayList<>();
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(records, new Random(seed));
      try (Ledger ledger = Ledger.write(folder.resolve(seed + ".duckdb"))) {
        Adding adding = ledger.adding(Codebook.bundled());
        for (int i = 0; i < records.size(); i++) {
          adding.add(coded(records.get(i)), false, NOW);
          if (i % (seed + 3) == 0) {
            adding.commit(NOW);
          }
        }
        adding.commit(NOW);
        contents.add(LedgerContent.of(ledger));
      }
    }
    assertThat(contents.get(1)).isEqualTo(contents.get(0));
    assertThat(contents.get(2)).isEqualTo(contents.get(0));
    assertThat(contents.get(0)).anyMatch(line -> line.contains("same"));
    assertThat(
            contents.get(0).stream().filter(line -> line.contains("'article': print-3")).toList())
        .anyMatch(line -> line.contains("'original': kai-3"));
  }

  @Test
  void theIndexIsMadeAnewWhereItIsNotTheFiles() throws Exception {
    try (Ledger ledger = Ledger.write(file())) {
      Adding adding = ledger.adding(Codebook.bundled());
      IntStream.range(0, 5).forEach(i -> adding.add(MadeArticles.coded(i), false, NOW));
      adding.commit(NOW);
      TestFolders.copy(Ledger.searchFolder(file()), folder.resolve("old"));
      adding.add(MadeArticles.coded(5), false, NOW);
      adding.commit(NOW);
      ledger.remove(List.of("kai-2"), "withdrawn", NOW);
    }
    List<String> right;
    try (Ledger ledger = Ledger.read(file())) {
      right = found(ledger, question(null, List.of(), null, "kaia"));
      assertThat(right).hasSize(5).contains("kai-5 s1").doesNotContain("kai-2 s1");
    }
    // As after a crash between the file and the index.
    TestFolders.delete(Ledger.searchFolder(file()));
    TestFolders.copy(folder.resolve("old"), Ledger.searchFolder(file()));
    try (Ledger ledger = Ledger.read(file())) {
      assertThat(found(ledger, question(null, List.of(), null, "kaia"))).isEqualTo(right);
    }
    // Gone, or another ledger's.
    TestFolders.delete(Ledger.searchFolder(file()));
    try (Ledger other = Ledger.write(folder.resolve("other.duckdb"))) {
      Adding adding = other.adding(Codebook.bundled());
      adding.add(MadeArticles.coded(9), false, NOW);
      adding.commit(NOW);
    }
    TestFolders.copy(
        Ledger.searchFolder(folder.resolve("other.duckdb")), Ledger.searchFolder(file()));
    try (Ledger ledger = Ledger.read(file())) {
      assertThat(found(ledger, question(null, List.of(), null, "kaia"))).isEqualTo(right);
    }
  }

  @Test
  void aCopyIsPutBack() {
    try (Ledger ledger = Ledger.write(file())) {
      Adding adding = ledger.adding(Codebook.bundled());
      IntStream.range(0, 4).forEach(i -> adding.add(MadeArticles.coded(i), false, NOW));
      adding.commit(NOW);
    }
    Path copy = folder.resolve("copy.duckdb");
    List<String> before;
    try (Ledger ledger = Ledger.read(file())) {
      before = LedgerContent.of(ledger);
      Backup.write(ledger, copy);
      assertThatThrownBy(() -> Backup.write(ledger, copy)).hasMessageContaining("DET-0710");
    }
    try (Ledger ledger = Ledger.write(file())) {
      ledger.remove(List.of("kai-0", "kai-1"), "by mistake", NOW);
    }
    assertThatThrownBy(() -> Backup.restore(copy, file(), false)).hasMessageContaining("DET-0710");
    assertThat(Backup.restore(copy, file(), true)).isEqualTo(4);
    assertThat(folder.resolve("quays.duckdb.replaced")).exists();
    try (Ledger ledger = Ledger.read(file())) {
      assertThat(LedgerContent.of(ledger)).isEqualTo(before);
      assertThat(found(ledger, question(null, List.of(), null, "kaia"))).hasSize(4);
    }
  }

  @Test
  void askedInSqlALedgerGivesNothingElseAway() {
    try (Ledger ledger = Ledger.write(file())) {
      Adding adding = ledger.adding(Codebook.bundled());
      adding.add(MadeArticles.coded(1), false, NOW);
      adding.commit(NOW);
    }
    for (String query :
        List.of(
            "DELETE FROM article",
            "DROP TABLE article",
            "COPY article TO '" + folder.resolve("x.csv") + "'",
            "SELECT * FROM read_text('" + file() + "')",
            "ATTACH '" + folder.resolve("y.duckdb") + "'",
            "SET enable_external_access = true",
            "INSTALL httpfs",
            "SELECT")) {
      try (Ledger ledger = Ledger.read(file())) {
        assertThatThrownBy(() -> ledger.sql(query, row -> true))
            .as(query)
            .hasMessageContaining("DET-0711");
      }
    }
    assertThat(folder.resolve("x.csv")).doesNotExist();
    try (Ledger ledger = Ledger.read(file())) {
      List<Long> counts = new ArrayList<>();
      ledger.sql("SELECT count(*) FROM statements", row -> counts.add(row.getLong(1)));
      assertThat(counts).containsExactly(2L);
    }
  }
}
