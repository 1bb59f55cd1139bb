package dev.detente.ledger.relate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.record.Act;
import dev.detente.record.ArticleRecord;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Relation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RelaterTest {
  private static final Codebook CODEBOOK = Codebook.bundled();
  private static final Sketcher SKETCHER = new Sketcher(CODEBOOK, World.load(CODEBOOK));
  private static final Relater RELATER = new Relater(CODEBOOK);

  /** Bokmål: a minister warns, a general denies, jets bomb a bridge. */
  private static final ArticleRecord NB =
      Written.article(
              "nb-1",
              "nb",
              "2021-05-04",
              "Forsvarsminister Tore Vallgård hevder at naboen har flyttet 4000 soldater til grensen."
                  + " General Ivar Strand avviser påstanden. Kampfly bombet broen ved havnen mandag."
                  + " Vallgård krever at havnen åpnes igjen.")
          .person("Tore Vallgård", "NOR", "forsvarsminister")
          .person("Ivar Strand", "SWE", "general")
          .state("Sweden", "SWE")
          .says(1, Act.CLAIM, "naboen har flyttet 4000 soldater til grensen")
          .says(2, Act.DENY, "påstanden")
          .says(1, Act.DEMAND, "havnen åpnes igjen")
          .event(
              EventType.ASSAULT,
              "aerial",
              3,
              0,
              "2021-05-03",
              "Kampfly bombet broen ved havnen mandag")
          .link("s2", Relation.DENIES, "s1")
          .record();

  /** Nynorsk: the same warning and the same bridge. */
  private static final ArticleRecord NN =
      Written.article(
              "nn-1",
              "nn",
              "2021-05-05",
              "Nabolandet har sendt 4000 soldatar til grensa, meiner Tore Vallgård."
                  + " Jagarfly bomba brua ved hamna måndag. Vallgård forlangar at hamna blir opna.")
          .person("Tore Vallgård", "NOR", null)
          .state("Sweden", "SWE")
          .says(1, Act.CLAIM, "Nabolandet har sendt 4000 soldatar til grensa")
          .says(1, Act.DEMAND, "hamna blir opna")
          .event(
              EventType.ASSAULT,
              "aerial",
              2,
              0,
              "2021-05-03",
              "Jagarfly bomba brua ved hamna måndag")
          .record();

  /** English: the same warning, another general's denial of it, and another day's bombs. */
  private static final ArticleRecord EN =
      Written.article(
              "en-1",
              "en",
              "2021-05-05",
              "Defence Minister Tore Vallgård said its neighbour had moved 4,000 troops to the border."
                  + " A school was bombed on Wednesday.")
          .person("Tore Vallgård", "NOR", "Defence Minister")
          .state("Sweden", "SWE")
          .says(1, Act.CLAIM, "its neighbour had moved 4,000 troops to the border")
          .event(
              EventType.ASSAULT, "aerial", 2, 0, "2021-05-05", "A school was bombed on Wednesday")
          .record();

  private static List<CrossLink> relate(ArticleRecord one, ArticleRecord other) {
    return RELATER.relate(SKETCHER.sketch(one), SKETCHER.sketch(other));
  }

  private static List<String> shown(List<CrossLink> links) {
    return links.stream()
        .map(link -> link.from() + " " + link.relation().label() + " " + link.to())
        .toList();
  }

  @Test
  void oneStatementAndOneEventInBokmalNynorskAndEnglish() {
    assertThat(shown(relate(NB, NN)))
        .contains("nb-1#s1 same nn-1#s1", "nb-1#s3 same nn-1#s2", "nb-1#e1 same nn-1#e1")
        .doesNotContain("nb-1#s1 same nn-1#s2", "nb-1#s3 same nn-1#s1");
    assertThat(shown(relate(EN, NB))).contains("en-1#s1 same nb-1#s1");
    assertThat(shown(relate(EN, NN))).contains("en-1#s1 same nn-1#s1");
  }

  @Test
  void anotherDaysEventIsAnother() {
    assertThat(shown(relate(EN, NB))).doesNotContain("en-1#e1 same nb-1#e1");
    assertThat(shown(relate(EN, NN))).doesNotContain("en-1#e1 same nn-1#e1");
  }

  @Test
  void aDenialIsCarriedOverToTheOtherReportOfTheClaim() {
    assertThat(shown(relate(NB, NN))).contains("nb-1#s2 denies nn-1#s1");
    assertThat(shown(relate(EN, NB))).contains("nb-1#s2 denies en-1#s1");
  }

  @Test
  void theOrderOfTwoArticlesDoesNotMatter() {
    assertThat(relate(NN, NB)).isEqualTo(relate(NB, NN));
    CandidateIndex forward = index(NB, NN, EN);
    assertThat(index(EN, NN, NB).links(RELATER)).isEqualTo(forward.links(RELATER)).isNotEmpty();
  }

  @Test
  void aSketchKeptInBytesIsComparedAsItWas() {
    ArticleSketch kept = SketchBytes.read(SketchBytes.of(SKETCHER.sketch(NB)));
    assertThat(RELATER.relate(kept, SKETCHER.sketch(NN))).isEqualTo(relate(NB, NN)).isNotEmpty();
    assertThat(RELATER.relate(SKETCHER.sketch(EN), kept)).isEqualTo(relate(EN, NB)).isNotEmpty();
    assertThat(kept.keys()).isEqualTo(SKETCHER.sketch(NB).keys());
    assertThat(kept.meanings()).isEqualTo(SKETCHER.sketch(NB).meanings());
    assertThat(kept.described()).isEqualTo(SKETCHER.sketch(NB).described());
  }

  private static CandidateIndex index(ArticleRecord... records) {
    CandidateIndex index = new CandidateIndex();
    for (ArticleRecord record : records) {
      index.add(SKETCHER.sketch(record));
    }
    return index;
  }

  @Test
  void whatIsLinkedSharesAKey() {
    assertThat(SKETCHER.sketch(NB).keys()).containsAnyElementsOf(SKETCHER.sketch(NN).keys());
    ArticleRecord later =
        Written.article(
                "nb-9",
                "nb",
                "2023-05-04",
                "Tore Vallgård hevder at naboen har flyttet 4000 soldater til grensen.")
            .person("Tore Vallgård", "NOR", null)
            .says(1, Act.CLAIM, "naboen har flyttet 4000 soldater til grensen")
            .record();
    assertThat(SKETCHER.sketch(NB).keys())
        .doesNotContainAnyElementsOf(SKETCHER.sketch(later).keys());
    assertThat(relate(NB, later)).isEmpty();
  }

  @Test
  void otherSpeakersAndOtherNumbersAreOtherStatements() {
    ArticleRecord other =
        Written.article(
                "nb-2",
                "nb",
                "2021-05-04",
                "Kari Moltu hevder at naboen har flyttet 4000 soldater til grensen.")
            .person("Kari Moltu", "NOR", null)
            .says(1, Act.CLAIM, "naboen har flyttet 4000 soldater til grensen")
            .record();
    assertThat(relate(NB, other)).isEmpty();
    ArticleRecord number =
        Written.article(
                "nb-3", "nb", "2021-05-04", "Tore Vallgård hevder at 60 hus er ødelagt i byen.")
            .person("Tore Vallgård", "NOR", null)
            .says(1, Act.CLAIM, "60 hus er ødelagt i byen")
            .record();
    assertThat(relate(NB, number)).isEmpty();
  }

  @Test
  void whatTwoDenialsAnswerTellsWhetherTheyAreOne() {
    ArticleSketch denied = SKETCHER.sketch(denial("nb-7", true));
    SameFinder finder = new SameFinder(new SameWeights(CODEBOOK));
    double answering = probability(finder, SKETCHER.sketch(NB), denied);
    double alone = probability(finder, SKETCHER.sketch(NB), SKETCHER.sketch(denial("nb-7", false)));
    assertThat(answering).isGreaterThan(alone).isGreaterThan(0.5);
  }

  private static ArticleRecord denial(String id, boolean linked) {
    Written written =
        Written.article(
                id,
                "nb",
                "2021-05-04",
                "Tore Vallgård hevder at naboen har sendt 4000 soldater til grensen. Det er ikke"
                    + " sant, sier Ivar Strand.")
            .person("Tore Vallgård", "NOR", null)
            .person("Ivar Strand", "SWE", "general")
            .says(1, Act.CLAIM, "naboen har sendt 4000 soldater til grensen")
            .says(2, Act.DENY, "Det er ikke sant");
    return (linked ? written.link("s2", Relation.DENIES, "s1") : written).record();
  }

  private static double probability(SameFinder finder, ArticleSketch one, ArticleSketch other) {
    return finder.statements(one, other).stream()
        .filter(pair -> pair.one.id().equals("s2") && pair.other.id().equals("s2"))
        .mapToDouble(pair -> pair.probability)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsLongPastIsFoundByItsYear() {
    Set<String> year = keys(EventStatus.HISTORICAL, "2009");
    assertThat(keys(EventStatus.HISTORICAL, "2009-03-17")).containsAnyElementsOf(year);
    assertThat(keys(EventStatus.HISTORICAL, "2001/2021")).containsAnyElementsOf(year).hasSize(20);
    assertThat(keys(EventStatus.HISTORICAL, "2010-01-01")).doesNotContainAnyElementsOf(year);
    // Of what is new there is too much in a year.
    assertThat(keys(EventStatus.ACTUAL, "2009-03-17")).doesNotContainAnyElementsOf(year);
  }

  private static Set<String> keys(EventStatus status, String date) {
    return Keys.of(null, List.of(), List.of(event(status, date, "NOR", "SWE")));
  }

  private static EventSketch event(EventStatus status, String date, String actor, String whom) {
    return new EventSketch(
        "e1",
        EventType.COERCE,
        null,
        status,
        Set.of(actor),
        Set.of(actor),
        Set.of(whom),
        Set.of(whom),
        null,
        DayRange.of(date),
        Set.of(),
        Set.of(),
        Set.of(),
        0);
  }

  @Test
  void oneSideMayBeReadOtherwiseAndNotBoth() {
    EventSketch event = event(EventStatus.ACTUAL, "2021-05-03", "NOR", "SWE");
    EventSketch whom = event(EventStatus.ACTUAL, "2021-05-03", "NOR", "DNK");
    EventSketch who = event(EventStatus.ACTUAL, "2021-05-03", "FIN", "SWE");
    assertThat(EventPair.possible(event, whom, null, null)).isTrue();
    assertThat(EventPair.possible(event, who, null, null)).isTrue();
    assertThat(EventPair.possible(who, whom, null, null)).isFalse();
  }

  @Test
  void everyLinkSaysWhyAndHowSureItIs() {
    for (CrossLink link : relate(NB, NN)) {
      assertThat(link.why()).isNotBlank();
      assertThat(link.confidence()).isBetween(0.4, 1.0);
    }
  }
}
