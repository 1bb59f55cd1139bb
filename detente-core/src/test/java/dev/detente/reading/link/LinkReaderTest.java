package dev.detente.reading.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Analysis;
import dev.detente.record.Act;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.Link;
import dev.detente.record.Relation;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import java.util.ArrayList;
import java.util.List;
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
    LinkReader.Pair pair =
        READER.pairs(story.article(), story.actors, story.statements).stream()
            .filter(candidate -> candidate.from().id().equals("s2"))
            .findFirst()
            .orElseThrow();
    LinkScore score = LinkScore.load(Codebook.bundled());
    double inside =
        score.probabilities(pair.from(), pair.to(), pair.between()).values().stream()
            .mapToDouble(Double::doubleValue)
            .sum();
    double across =
        score.probabilities(pair.from(), pair.to(), null).values().stream()
            .mapToDouble(Double::doubleValue)
            .sum();
    assertThat(inside).isBetween(0.0, 1.0);
    assertThat(across).isBetween(0.0, 1.0);
    assertThat(score.probabilities(pair.from(), pair.to(), pair.between()).get(Relation.REJECTS))
        .isCloseTo(inside, Offset.offset(0.2));
  }

  /** A text with statements found in it. */
  private static final class Story {
    private final String language;
    private final ArticleText text;
    private final List<Actor> actors = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();

    Story(String language, String text) {
      this.language = language;
      this.text = ArticleText.of(text);
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

    AnalysedArticle article() {
      List<Passage> passages = new ArrayList<>();
      int start = 0;
      for (String paragraph : text.string().split("\n\n")) {
        passages.add(new Passage(PassageKind.BODY, text.span(start, start + paragraph.length())));
        start += paragraph.length() + 2;
      }
      return new AnalysedArticle(
          new Article("a", language, null, null, null, null, text, passages),
          new Analysis(language, List.of(), false));
    }

    List<String> links() {
      return READER.read(article(), actors, statements).stream().map(this::line).toList();
    }

    private String line(Link link) {
      assertThat(link.why()).startsWith("link:");
      return link.from() + " " + link.relation().label() + " " + link.to();
    }
  }
}
