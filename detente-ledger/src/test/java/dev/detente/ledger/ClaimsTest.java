package dev.detente.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import dev.detente.ledger.relate.Written;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.ledger.story.ClaimSheet;
import dev.detente.ledger.story.Stories;
import dev.detente.record.Act;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Relation;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who claims and who denies, over articles. */
class ClaimsTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2031, 3, 11, 12, 0);

  @TempDir private Path folder;

  private static ArticleRecord claim(String id, String day) {
    return Written.article(
            id,
            "nb",
            day,
            "Statsråd Liv Skog hevder at elva er forgiftet av 40 tønner kvikksølv fra gruva.")
        .person("Liv Skog", "NOR", "statsråd")
        .says(1, Act.CLAIM, "elva er forgiftet av 40 tønner kvikksølv fra gruva")
        .record();
  }

  private static ArticleRecord denial(String id, String day) {
    return Written.article(
            id,
            "nb",
            day,
            "Statsråd Liv Skog hevder at elva er forgiftet av 40 tønner kvikksølv fra gruva."
                + " Direktør Odd Berge avviser påstanden.")
        .person("Liv Skog", "NOR", "statsråd")
        .person("Odd Berge", "NOR", "direktør")
        .says(1, Act.CLAIM, "elva er forgiftet av 40 tønner kvikksølv fra gruva")
        .says(2, Act.DENY, "påstanden")
        .link("s2", Relation.DENIES, "s1")
        .record();
  }

  private static ArticleRecord other(String id) {
    return Written.article(
            id,
            "nb",
            "2021-05-04",
            "Ordfører Siv Dahl hevder at broen er trygg. Fører Per Lund avviser det.")
        .person("Siv Dahl", "NOR", "ordfører")
        .person("Per Lund", "NOR", "fører")
        .says(1, Act.CLAIM, "broen er trygg")
        .says(2, Act.DENY, "det")
        .link("s2", Relation.DENIES, "s1")
        .record();
  }

  @Test
  void aClaimsSheetIsTheSameWhetherOneAsksForItOrForAll() {
    try (Ledger ledger = Ledger.write(folder.resolve("l.duckdb"))) {
      Adding adding = ledger.adding(Codebook.bundled());
      for (ArticleRecord record :
          List.of(
              claim("one", "2021-05-04"),
              denial("two", "2021-05-04"),
              claim("three", "2021-05-05"),
              other("four"))) {
        adding.add(CodedArticle.of(record, null, "m", "c"), false, NOW);
      }
      adding.commit(NOW);
      AcrossArticles across = new AcrossArticles(ledger);
      List<ClaimSheet> all = across.claims();
      assertThat(all).hasSize(2);
      for (String id : List.of("one", "two", "three", "four")) {
        assertThat(across.claims(id))
            .as(id)
            .isEqualTo(
                all.stream()
                    .filter(
                        sheet ->
                            sheet.claims().stream()
                                .anyMatch(voice -> voice.end().article().equals(id)))
                    .toList())
            .hasSize(1);
      }
      assertThat(across.claims("nobody")).isEmpty();
      List<String> ids = List.of("one", "two", "three", "four");
      assertThat(across.stories())
          .containsExactlyInAnyOrderElementsOf(
              new Stories(ledger.copies()).stories(ids, ledger.links()));
    }
  }
}
