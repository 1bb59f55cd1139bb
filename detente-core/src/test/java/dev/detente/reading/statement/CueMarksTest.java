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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CueMarksTest {
  private static final String TEXT = "Tallene sier lite";

  @Test
  void aCueThatTheNetworkRulesOutIsNone() {
    assertThat(new CueMarks(article(90, 2)).refuse(draft(new Span(8, 12)))).isTrue();
    assertThat(new CueMarks(article(90, 40)).refuse(draft(new Span(8, 12)))).isFalse();
  }

  @Test
  void theWordsOfACueAreWeighedTogether() {
    assertThat(new CueMarks(article(90, 2)).refuse(draft(new Span(0, 12)))).isFalse();
  }

  @Test
  void withoutACueOrMarksNothingIsRefused() {
    assertThat(new CueMarks(article(90, 2)).refuse(draft(null))).isFalse();
    assertThat(new CueMarks(article(0, 0)).refuse(draft(new Span(8, 12)))).isFalse();
  }

  private static Draft draft(@Nullable Span cue) {
    Draft draft = new Draft(0, 1, null, "clause");
    draft.cue = cue;
    draft.content.add(new Span(13, 17));
    return draft;
  }

  /** Chances of the first two words of being a cue, in percent; 0 for no mark. */
  private static AnalysedArticle article(int... chances) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    for (String form : TEXT.split(" ")) {
      int chance = words.size() < chances.length ? chances[words.size()] : 0;
      Chances span = chance == 0 ? Chances.NONE : Chances.of(List.of("cue"), new int[] {chance});
      Marks marks =
          chance == 0
              ? Marks.NONE
              : new Marks(
                  ActScores.NONE, ActScores.NONE, span, Chances.NONE, Chances.NONE, Chances.NONE);
      int head = words.size() == 1 ? -1 : 1;
      words.add(
          new Word(form, form, "X", "", head, "dep", "O", new Span(at, at + form.length()), marks));
      at += form.length() + 1;
    }
    return new AnalysedArticle(
        new Article("t", "nb", null, null, null, null, ArticleText.of(TEXT), List.of()),
        new Analysis("nb", List.of(new Sentence(words, -1)), false));
  }
}
