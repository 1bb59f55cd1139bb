package dev.detente.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.CrossRelation;
import dev.detente.ledger.relate.End;
import dev.detente.ledger.relate.Written;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.ledger.story.ClaimSheet;
import dev.detente.ledger.story.Claims;
import dev.detente.ledger.story.Stories;
import dev.detente.record.Act;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Relation;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
      List<ClaimSheet> all = across.sheets(across.claims(), 0, across.claims().size());
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

  private static final List<String> MATTERS =
      List.of(
          "broen over sundet raser sammen",
          "trålerne tar all torsken",
          "strømkabelen tømmer magasinene",
          "skolen på ytterøya mangler lærere",
          "gruva forgifter elva med kvikksølv",
          "flyplassen står på gammel myr",
          "båteiere slipper unna skatten",
          "havna mudres for tredje gang");

  private static final List<String> WHO =
      List.of("Skog", "Dal", "Vik", "Moe", "Haug", "Lie", "Berg", "Sund");

  private static ArticleRecord debate(int number, Random dice) {
    int which = dice.nextInt(MATTERS.size());
    String matter = MATTERS.get(which);
    String claiming = "Liv " + WHO.get(which);
    String denying = "Odd " + WHO.get((which + 3) % WHO.size());
    String third = "Siv " + WHO.get((which + 5) % WHO.size());
    Written written =
        Written.article(
                "debate-" + number,
                "nb",
                "2021-05-0" + (1 + dice.nextInt(4)),
                "Statsråd "
                    + claiming
                    + " hevder at "
                    + matter
                    + ". Direktør "
                    + denying
                    + " avviser påstanden. "
                    + claiming
                    + " gjentar dette. "
                    + third
                    + " bekrefter det.")
            .person(claiming, "NOR", "statsråd")
            .person(denying, "NOR", "direktør")
            .person(third, which % 2 == 0 ? "SWE" : "NOR", "ordfører")
            .says(which == 2 ? 3 : 1, Act.CLAIM, matter)
            .says(2, Act.DENY, "påstanden")
            .says(1, Act.CLAIM, "dette")
            .says(3, Act.CONFIRM, "det");
    if (dice.nextBoolean()) {
      written = written.link("s2", dice.nextBoolean() ? Relation.DENIES : Relation.REJECTS, "s1");
    }
    if (dice.nextInt(3) == 0) {
      written = written.link("s3", Relation.REPEATS, "s1");
    }
    if (dice.nextInt(3) == 0) {
      written = written.link("s4", Relation.CONFIRMS, "s3");
    }
    return written.record();
  }

  @Test
  void sheetsMadeOneByOneAreThoseOfTheWholeLedger() {
    Random dice = new Random(11);
    try (Ledger ledger = Ledger.write(folder.resolve("m.duckdb"))) {
      Adding adding = ledger.adding(Codebook.bundled());
      for (int i = 0; i < 60; i++) {
        adding.add(CodedArticle.of(debate(i, dice), null, "m", "c"), false, NOW);
      }
      adding.commit(NOW);
      ledger.remove(List.of("debate-7", "debate-20"), "taken back", NOW);
      List<CrossLink> links = new ArrayList<>(ledger.links());
      ledger.records(
          record ->
              record
                  .links()
                  .forEach(
                      link ->
                          links.add(
                              new CrossLink(
                                  new End(record.article().id(), link.from()),
                                  CrossRelation.of(link.relation()),
                                  new End(record.article().id(), link.to()),
                                  link.confidence(),
                                  link.why()))));
      AcrossArticles across = new AcrossArticles(ledger);
      List<ClaimSheet> expected =
          Claims.sheets(across.voices(), links, new Stories(ledger.copies()));
      ClaimList claims = across.claims();
      assertThat(claims.size()).isEqualTo(expected.size()).isGreaterThan(5);
      List<ClaimSheet> made = new ArrayList<>();
      for (int from = 0; from < claims.size(); from += 4) {
        made.addAll(across.sheets(claims, from, Math.min(claims.size(), from + 4)));
      }
      assertThat(made).isEqualTo(expected);
      ClaimList swedish = across.claims(claims, "SWE");
      assertThat(across.sheets(swedish, 0, swedish.size()))
          .isEqualTo(expected.stream().filter(sheet -> sheet.isClaimed("SWE", null)).toList());
      assertThat(expected).anyMatch(sheet -> sheet.claims().size() > 3);
    }
  }
}
