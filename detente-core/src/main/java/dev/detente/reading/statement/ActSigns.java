package dev.detente.reading.statement;

import dev.detente.article.Span;
import dev.detente.language.ActScores;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.record.Act;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the network's marks on the words of a statement say of its act: the means over the words of
 * the cue and over those of the content, as log-odds. Confined to one reading; linear in the
 * statement's words.
 *
 * @param cue log-odds by the act's ordinal; all 0 where the words bear no such marks
 * @param content the same for the content
 */
record ActSigns(double[] cue, double[] content) {

  /** The signs of a statement; null when none of its words bears a mark. */
  static @Nullable ActSigns of(Draft draft, AnalysedArticle article) {
    double[] cue = new double[Act.values().length];
    double[] content = new double[Act.values().length];
    int told = 0;
    Span words = draft.cue;
    if (words != null) {
      told += mean(article, List.of(words), word -> word.marks().cue(), cue);
    }
    told += mean(article, draft.content, word -> word.marks().content(), content);
    return told == 0 ? null : new ActSigns(cue, content);
  }

  private static int mean(
      AnalysedArticle article, List<Span> spans, Function<Word, ActScores> scores, double[] sums) {
    int told = 0;
    for (Span span : spans) {
      int first = article.sentenceAt(span.start());
      for (int s = first; s >= 0 && s < article.sentences().size(); s++) {
        Sentence sentence = article.sentence(s);
        if (sentence.span().start() >= span.end()) {
          break;
        }
        for (Word word : sentence.words()) {
          ActScores of = scores.apply(word);
          if (word.span().overlaps(span) && !of.isEmpty()) {
            told++;
            for (Act act : Act.values()) {
              sums[act.ordinal()] += of.of(act);
            }
          }
        }
      }
    }
    for (int i = 0; told > 0 && i < sums.length; i++) {
      sums[i] /= told;
    }
    return told;
  }
}
