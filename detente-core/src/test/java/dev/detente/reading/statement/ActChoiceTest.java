package dev.detente.reading.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import dev.detente.language.ActScores;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Analysis;
import dev.detente.language.Chances;
import dev.detente.language.Marks;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.record.Act;
import dev.detente.record.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ActChoiceTest {
  private final ActWeights weights = ActWeights.load();
  private final ActChoice choice = ActChoice.load();

  @Test
  void withoutAnyEvidenceTheFirstOfEqualsIsPlainSpeech() {
    Draft draft = draft(0, 3, "a1");
    choice.choose(List.of(draft), article(Act.SAY, false), one -> Set.of());
    assertThat(draft.act).isEqualTo(Act.SAY);
    assertThat(draft.why()).isEqualTo("quote act:lexicon+model 0.06");
  }

  @Test
  void theMarksOnTheContentTellTheAct() {
    for (Act act : Act.values()) {
      Draft draft = draft(0, 3, "a1");
      choice.choose(List.of(draft), article(act, true), one -> Set.of());
      assertThat(draft.act).isEqualTo(act);
    }
  }

  @Test
  void theWordModelKnowsTheLexiconsAct() {
    Draft draft = draft(0, 3, "a1");
    draft.act = Act.DEMAND;
    choice.choose(
        List.of(draft),
        article(Act.SAY, false),
        one -> Set.of("act=demand", "frame=clause/demand", "to=false/demand"));
    assertThat(draft.act).isEqualTo(Act.DEMAND);
    assertThat(draft.why())
        .startsWith("quote act:lexicon+model ")
        .contains("act=demand")
        .endsWith(")");
  }

  @Test
  void aQuoteDoesWhatItsParaphraseDidAndAnAccusationIsDenied() {
    int accuse = Act.ACCUSE.ordinal();
    int deny = Act.DENY.ordinal();
    assertThat(weights.quotes()[accuse][accuse]).isGreaterThan(0);
    assertThat(weights.quotes()[accuse][accuse]).isGreaterThan(weights.quotes()[deny][accuse]);
    assertThat(weights.answers()[accuse][deny]).isGreaterThan(weights.answers()[deny][accuse]);

    AnalysedArticle article = article(Act.ACCUSE, true);
    Draft accusation = draft(0, 3, "a1");
    Draft reply = draft(4, 5, "a2");
    Draft quote = draft(4, 5, "a1");
    quote.kind = StatementKind.DIRECT;
    Function<Draft, Set<String>> features =
        one ->
            one == accusation
                ? Set.of("act=accuse", "frame=object/accuse", "to=false/accuse")
                : Set.of();
    choice.choose(List.of(accusation, reply), article, features);
    choice.choose(List.of(accusation, quote), article, features);
    assertThat(reply.act).isEqualTo(Act.DENY);
    assertThat(quote.act).isEqualTo(Act.ACCUSE);
  }

  private static Draft draft(int from, int to, String speaker) {
    Draft draft = new Draft(0, -1, null, "quote");
    draft.content.add(new Span(from, to));
    draft.speaker = speaker;
    return draft;
  }

  /** "aaa b": marks on the first word only. */
  private static AnalysedArticle article(Act act, boolean marked) {
    float[] scores = new float[Act.values().length];
    scores[act.ordinal()] = 7;
    Marks marks =
        new Marks(
            ActScores.NONE,
            ActScores.of(scores),
            Chances.of(List.of("content"), new int[] {99}),
            Chances.NONE,
            Chances.NONE,
            Chances.NONE);
    List<Word> words = new ArrayList<>();
    words.add(
        new Word(
            "aaa", "aaa", "X", "", -1, "root", "O", new Span(0, 3), marked ? marks : Marks.NONE));
    words.add(new Word("b", "b", "X", "", 0, "dep", "O", new Span(4, 5)));
    return new AnalysedArticle(
        new Article("t", "nb", null, null, null, null, ArticleText.of("aaa b"), List.of()),
        new Analysis("nb", List.of(new Sentence(words, -1)), false));
  }
}
