package dev.detente.reading.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.record.Act;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Link;
import dev.detente.record.Relation;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Which statement takes up which. */
class LinkReaderTest {
  private static final LinkReader READER = new LinkReader(Codebook.bundled());

  @Test
  void aDenialDeniesTheAccusationBeforeIt() {
    Story story =
        new Story(
                "nb",
                "Fylkesmannen anklager rederiet for å ha dumpet olje i havna.\n\n"
                    + "Rederiet avviser påstanden. – Det er oppspinn, sier direktøren.")
            .actor("a1", "Fylkesmannen")
            .actor("a2", "Rederiet", "rederiet")
            .actor("a3", "direktøren")
            .says("s1", "a1", "anklager", Act.ACCUSE, "rederiet for å ha dumpet olje i havna")
            .says("s2", "a2", "avviser", Act.DENY, "påstanden");
    assertThat(story.links()).contains("s2 denies s1");
  }

  @Test
  void aRefusalRejectsTheDemandBeforeIt() {
    Story story =
        new Story(
                "nn",
                "Fagforeininga krev at verftet opnar att.\n\n" + "Eigaren seier nei til kravet.")
            .actor("a1", "Fagforeininga")
            .actor("a2", "Eigaren")
            .says("s1", "a1", "krev", Act.DEMAND, "verftet opnar att")
            .says("s2", "a2", "seier nei til", Act.REFUSE, "kravet");
    assertThat(story.links()).contains("s2 rejects s1");
  }

  @Test
  void aQuoteRepeatsItsParaphrase() {
    Story story =
        new Story(
                "en",
                "The harbour master warned that the pier could collapse.\n\n"
                    + "\"The pier could collapse any day now,\" the harbour master said.")
            .actor("a1", "The harbour master", "the harbour master")
            .says("s1", "a1", "warned", Act.WARN, "the pier could collapse")
            .quotes("s2", "a1", "said", Act.WARN, "\"The pier could collapse any day now,\"");
    assertThat(story.links()).containsExactly("s2 repeats s1");
  }

  @Test
  void unrelatedReportsAreNotLinked() {
    Story story =
        new Story(
                "nb",
                "Skolesjefen opplyser at søknadsfristen er utsatt.\n\n"
                    + "Brannvesenet melder at ingen ble skadd.")
            .actor("a1", "Skolesjefen")
            .actor("a2", "Brannvesenet")
            .says("s1", "a1", "opplyser", Act.SAY, "søknadsfristen er utsatt")
            .says("s2", "a2", "melder", Act.SAY, "ingen ble skadd");
    assertThat(story.links()).isEmpty();
  }

  @Test
  void probabilitiesOfAPairStayBelowOneAlsoAcrossArticles() {
    Story story =
        new Story("nb", "Laget krever svar. Forbundet nekter.")
            .actor("a1", "Laget")
            .actor("a2", "Forbundet")
            .says("s1", "a1", "krever", Act.DEMAND, "svar")
            .says("s2", "a2", "nekter", Act.REFUSE, "nekter");
    LinkPairs.Pair pair =
        new LinkPairs(Codebook.bundled())
            .pairs(story.record()).stream()
                .filter(candidate -> candidate.from().id().equals("s2"))
                .findFirst()
                .orElseThrow();
    LinkScore score = LinkScore.load(Codebook.bundled());
    Map<Relation, Double> inside =
        score
            .probabilities(pair.from(), List.of(new LinkScore.Candidate(pair.to(), pair.between())))
            .get(0);
    Map<Relation, Double> across =
        score
            .probabilities(
                pair.from(), List.of(new LinkScore.Candidate(pair.to(), new Apart(null))))
            .get(0);
    assertThat(sum(inside)).isBetween(0.0, 1.0);
    assertThat(sum(across)).isBetween(0.0, 1.0);
    assertThat(inside.get(Relation.REJECTS)).isCloseTo(sum(inside), Offset.offset(0.2));
  }

  @Test
  void aQuoteBothRepeatsItsParaphraseAndDeniesTheClaim() {
    Story nb =
        new Story(
                "nb",
                "Kystvakten hevdet at tråleren hadde kuttet kabelen.\n\n"
                    + "Rederiet avviste påstanden.\n\n"
                    + "– Vi har ikke kuttet noen kabel, sa rederiet.")
            .actor("a1", "Kystvakten")
            .actor("a2", "Rederiet", "rederiet")
            .says("s1", "a1", "hevdet", Act.CLAIM, "tråleren hadde kuttet kabelen")
            .says("s2", "a2", "avviste", Act.DENY, "påstanden")
            .quotes("s3", "a2", "sa", Act.DENY, "– Vi har ikke kuttet noen kabel");
    assertThat(nb.links()).contains("s2 denies s1", "s3 repeats s2");
    Story nn =
        new Story(
                "nn",
                "Kystvakta hevda at trålaren hadde kutta kabelen.\n\n"
                    + "Reiarlaget avviste påstanden.\n\n"
                    + "– Vi har ikkje kutta nokon kabel, sa reiarlaget.")
            .actor("a1", "Kystvakta")
            .actor("a2", "Reiarlaget", "reiarlaget")
            .says("s1", "a1", "hevda", Act.CLAIM, "trålaren hadde kutta kabelen")
            .says("s2", "a2", "avviste", Act.DENY, "påstanden")
            .quotes("s3", "a2", "sa", Act.DENY, "– Vi har ikkje kutta nokon kabel");
    assertThat(nn.links()).contains("s2 denies s1", "s3 repeats s2");
    Story en =
        new Story(
                "en",
                "The coast guard claimed that the trawler had cut the cable.\n\n"
                    + "The owners dismissed the allegation.\n\n"
                    + "\"We have not cut any cable,\" the owners said.")
            .actor("a1", "The coast guard")
            .actor("a2", "The owners", "the owners")
            .says("s1", "a1", "claimed", Act.CLAIM, "the trawler had cut the cable")
            .says("s2", "a2", "dismissed", Act.DENY, "the allegation")
            .quotes("s3", "a2", "said", Act.DENY, "\"We have not cut any cable,\"");
    assertThat(en.links()).contains("s2 denies s1", "s3 repeats s2");
  }

  @Test
  void oneStatementHasAtMostOneLinkOfEachContest() {
    Story story =
        new Story(
                "nb",
                "Kystvakten hevdet at tråleren hadde kuttet kabelen.\n\n"
                    + "Havnesjefen hevdet at tråleren hadde kuttet kabelen.\n\n"
                    + "Rederiet avviste at tråleren hadde kuttet kabelen.")
            .actor("a1", "Kystvakten")
            .actor("a2", "Havnesjefen")
            .actor("a3", "Rederiet")
            .says("s1", "a1", "hevdet", Act.CLAIM, "tråleren hadde kuttet kabelen")
            .says("s2", "a2", "hevdet", Act.CLAIM, "tråleren hadde kuttet kabelen")
            .says("s3", "a3", "avviste", Act.DENY, "tråleren hadde kuttet kabelen");
    assertThat(story.links().stream().filter(link -> link.startsWith("s3 denies"))).hasSize(1);
  }

  @Test
  void differentDemandsOfOneSpeakerAreNoRepetitions() {
    Story nb =
        new Story(
                "nb", "Fagforeningen krever at lønna heves. Den krever også kortere arbeidsdager.")
            .actor("a1", "Fagforeningen", "Den")
            .says("s1", "a1", "krever", Act.DEMAND, "lønna heves")
            .says("s2", "a1", "krever også", Act.DEMAND, "kortere arbeidsdager");
    assertThat(nb.links()).isEmpty();
    Story nn =
        new Story("nn", "Fagforeininga krev at løna blir heva. Ho krev òg kortare arbeidsdagar.")
            .actor("a1", "Fagforeininga", "Ho")
            .says("s1", "a1", "krev", Act.DEMAND, "løna blir heva")
            .says("s2", "a1", "krev òg", Act.DEMAND, "kortare arbeidsdagar");
    assertThat(nn.links()).isEmpty();
    Story en =
        new Story("en", "The union demanded that wages be raised. It also demanded shorter days.")
            .actor("a1", "The union", "It")
            .says("s1", "a1", "demanded", Act.DEMAND, "wages be raised")
            .says("s2", "a1", "also demanded", Act.DEMAND, "shorter days");
    assertThat(en.links()).isEmpty();
  }

  @Test
  void statementsOfDifferentArticlesAreScoredByTheKeysOfTheirActors() {
    Story accusing =
        new Story("nb", "Fiskarlaget anklager rederiet for å ha ødelagt garn.")
            .actor("a1", "Fiskarlaget")
            .actor("a2", "rederiet")
            .says("s1", "a1", "anklager", Act.ACCUSE, "rederiet for å ha ødelagt garn");
    Story denying =
        new Story("nn", "Rederiet avviser påstanden om øydelagde garn.")
            .actor("a1", "Rederiet")
            .says("s1", "a1", "avviser", Act.DENY, "påstanden om øydelagde garn");
    LinkDescriber describer = new LinkDescriber(Codebook.bundled());
    LinkStatement accusation =
        describer.describe(accusing.record(), Map.of("a1", "laget", "a2", "rederiet")::get).get(0);
    LinkStatement denial = describer.describe(denying.record(), id -> "rederiet").get(0);
    LinkStatement foreign = describer.describe(denying.record(), id -> "havnevesenet").get(0);
    LinkScore score = LinkScore.load(Codebook.bundled());
    Map<Relation, Double> known = score.across(denial, accusation, new Apart(1));
    assertThat(known).containsOnlyKeys(Relation.values());
    assertThat(known.get(Relation.DENIES))
        .isGreaterThan(score.across(foreign, accusation, new Apart(1)).get(Relation.DENIES));
    assertThat(score.across(denial, accusation, new Apart(-9)).values()).containsOnly(0.0);
    assertThat(score.across(denial, accusation, new Apart(-2))).isEqualTo(known);
  }

  private static double sum(Map<Relation, Double> probabilities) {
    return probabilities.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  @Test
  void theBodyRepeatsItsHeadline() {
    Story story =
        new Story(
                "nb",
                "Krever ny bro\n\n"
                    + "Ordføreren krever at staten bygger ny bro over sundet.\n\n"
                    + "Fylket opplyser at rasfaren er over.")
            .heading()
            .actor("a1", "Ordføreren")
            .actor("a2", "Fylket")
            .says("s1", "a1", "Krever", Act.DEMAND, "ny bro")
            .says("s2", "a1", "krever", Act.DEMAND, "staten bygger ny bro over sundet")
            .says("s3", "a2", "opplyser", Act.SAY, "rasfaren er over");
    assertThat(story.links()).containsExactly("s2 repeats s1");
  }

  @Test
  void aDenialGoesToTheAccusationThatNamesTheDenier() {
    Story story =
        new Story(
                "nn",
                "Grannane skuldar smelteverket for å ha sleppt ut gift.\n\n"
                    + "Kommunen seier at vatnet er trygt.\n\n"
                    + "Smelteverket avviser at gifta kom frå dei.")
            .actor("a1", "Grannane")
            .actor("a2", "Kommunen")
            .actor("a3", "Smelteverket", "smelteverket")
            .says("s1", "a1", "skuldar", Act.ACCUSE, "smelteverket for å ha sleppt ut gift")
            .says("s2", "a2", "seier", Act.SAY, "vatnet er trygt")
            .says("s3", "a3", "avviser", Act.DENY, "gifta kom frå dei");
    assertThat(story.links()).containsExactly("s3 denies s1");
  }

  @Test
  void aDenialGoesToTheAccusationThatNamesTheDenierInEnglish() {
    Story story =
        new Story(
                "en",
                "The fishermen accused the ferry company of cutting their nets.\n\n"
                    + "The weather service said the storm had passed.\n\n"
                    + "The ferry company denied that its boats had cut any nets.")
            .actor("a1", "The fishermen")
            .actor("a2", "The weather service")
            .actor("a3", "The ferry company", "the ferry company")
            .says("s1", "a1", "accused", Act.ACCUSE, "the ferry company of cutting their nets")
            .says("s2", "a2", "said", Act.SAY, "the storm had passed")
            .says("s3", "a3", "denied", Act.DENY, "its boats had cut any nets");
    assertThat(story.links()).containsExactly("s3 denies s1");
  }

  @Test
  void aFeatureIsToldOnce() {
    Story story =
        new Story("nb", "Laget krever svar. Forbundet nekter. Laget krever fortsatt svar.")
            .actor("a1", "Laget")
            .actor("a2", "Forbundet")
            .says("s1", "a1", "krever", Act.DEMAND, "svar")
            .says("s2", "a2", "nekter", Act.REFUSE, "nekter")
            .says("s3", "a1", "krever", Act.DEMAND, "fortsatt svar");
    for (LinkPairs.Pair pair : new LinkPairs(Codebook.bundled()).pairs(story.record())) {
      List<String> told = new ArrayList<>();
      LinkFeatures.tell(
          pair.from(),
          pair.to(),
          pair.between(),
          (value, first, second, third, fourth) -> told.add(first + second + third + fourth));
      assertThat(told).doesNotHaveDuplicates().hasSizeGreaterThan(30);
      assertThat(LinkFeatures.of(pair.from(), pair.to(), pair.between()).keySet())
          .containsExactlyElementsOf(told);
    }
  }

  @Test
  void confidenceRisesWithTheProbability() {
    LinkScore score = LinkScore.load(Codebook.bundled());
    for (Relation relation : Relation.values()) {
      double last = 0;
      for (double probability = 0; probability <= 1; probability += 0.05) {
        double confidence = score.confidence(relation, probability);
        assertThat(confidence).isBetween(last, 1.0);
        last = confidence;
      }
      assertThat(score.threshold(relation)).isBetween(0.0, 1.0);
    }
  }

  @Test
  void aWordIsSharedWithACompoundThatEndsInIt() {
    Story story =
        new Story("nb", "Hun krever at avtalen følges. Han krever at våpenhvileavtalen følges.")
            .actor("a1", "Hun")
            .actor("a2", "Han")
            .says("s1", "a1", "krever", Act.DEMAND, "avtalen følges")
            .says("s2", "a2", "krever", Act.DEMAND, "våpenhvileavtalen følges");
    List<LinkPairs.Pair> pairs = new LinkPairs(Codebook.bundled()).pairs(story.record());
    for (LinkPairs.Pair pair : pairs) {
      Overlap overlap = Overlap.of(pair.from(), pair.to());
      int expected = pair.from().id().equals("s1") ? 2 : 1;
      assertThat(overlap.shared()).as(pair.from().id()).isEqualTo(expected);
      assertThat(overlap.ofFrom()).isBetween(0.0, 1.0);
    }
  }

  /** A text with statements found in it. */
  private static final class Story {
    private final String language;
    private final ArticleText text;
    private final List<Actor> actors = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();

    private boolean headline;

    Story(String language, String text) {
      this.language = language;
      this.text = ArticleText.of(text);
    }

    /** Makes a headline of the first paragraph. */
    Story heading() {
      headline = true;
      return this;
    }

    Story actor(String id, String... mentions) {
      List<Span> spans = new ArrayList<>();
      for (String mention : mentions) {
        for (int at = text.string().indexOf(mention);
            at >= 0;
            at = text.string().indexOf(mention, at + 1)) {
          spans.add(text.span(at, at + mention.length()));
        }
      }
      actors.add(
          new Actor(id, mentions[0], ActorKind.ORGANISATION, null, null, null, spans, "test"));
      return this;
    }

    Story says(String id, String speaker, String cue, Act act, String content) {
      return add(id, speaker, cue, act, content, StatementKind.INDIRECT);
    }

    Story quotes(String id, String speaker, String cue, Act act, String content) {
      return add(id, speaker, cue, act, content, StatementKind.DIRECT);
    }

    private Story add(
        String id, String speaker, String cue, Act act, String content, StatementKind kind) {
      statements.add(
          new Statement(
              id,
              speaker,
              null,
              find(cue),
              List.of(find(content)),
              kind,
              act,
              null,
              List.of(),
              null,
              null,
              "test"));
      return this;
    }

    private Span find(String words) {
      int at = text.string().indexOf(words);
      assertThat(at).as(words).isNotNegative();
      return text.span(at, at + words.length());
    }

    ArticleRecord record() {
      List<Passage> passages = new ArrayList<>();
      int start = 0;
      for (String paragraph : text.string().split("\n\n")) {
        PassageKind kind = headline && start == 0 ? PassageKind.HEADLINE : PassageKind.BODY;
        passages.add(new Passage(kind, text.span(start, start + paragraph.length())));
        start += paragraph.length() + 2;
      }
      return new ArticleRecord(
          new Article("a", language, null, null, null, null, text, passages),
          actors,
          statements,
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }

    List<String> links() {
      return READER.read(record()).stream().map(this::line).toList();
    }

    private String line(Link link) {
      assertThat(link.why()).startsWith("link:");
      return link.from() + " " + link.relation().label() + " " + link.to();
    }
  }
}
