package dev.detente.reading.statement;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Marks;
import dev.detente.language.Sentence;
import dev.detente.language.Word;

/**
 * Where the network sees no cue in the words that the lexicon took for one ("the figures say
 * little"), there is none. Confined to one reading.
 */
final class CueMarks {
  /**
   * Percent: the mean chance of a cue's words of being a cue below which it is none. Of 24 such
   * cues in articles that the network had not learned, 18 attributed nothing.
   */
  private static final int LEAST = 5;

  private final AnalysedArticle article;
  private final boolean marked;

  CueMarks(AnalysedArticle article) {
    this.article = article;
    this.marked = article.sentences().stream().anyMatch(CueMarks::marked);
  }

  private static boolean marked(Sentence sentence) {
    return sentence.words().stream().anyMatch(word -> word.marks() != Marks.NONE);
  }

  /** Whether the cue of a statement is none; never without marks, or when there is no cue. */
  boolean refuse(Draft draft) {
    Span cue = draft.cue;
    if (!marked || cue == null) {
      return false;
    }
    int words = 0;
    int chances = 0;
    int first = article.sentenceAt(cue.start());
    for (int s = first; s >= 0 && s < article.sentences().size(); s++) {
      Sentence sentence = article.sentence(s);
      if (sentence.span().start() >= cue.end()) {
        break;
      }
      for (Word word : sentence.words()) {
        if (word.span().overlaps(cue)) {
          words++;
          chances += word.marks().span().percent("cue");
        }
      }
    }
    return words > 0 && chances < LEAST * words;
  }
}
