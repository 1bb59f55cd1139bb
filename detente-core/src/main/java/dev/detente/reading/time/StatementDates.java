package dev.detente.reading.time;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.record.Statement;
import dev.detente.record.TimeExpression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When statements were made: the time told beside the cue, never one that belongs to what is said.
 * Stateless and thread-safe.
 */
public final class StatementDates {
  /** Code points between cue and time beyond which the time is that of something else. */
  private static final int NEAR = 60;

  /** The same for a time vaguer than a month, which is more often background. */
  private static final int BESIDE = 10;

  private StatementDates() {}

  /**
   * The statements with their dates filled in; those that have a date keep it, those whose sentence
   * tells no time outside the words said have none.
   */
  public static List<Statement> fill(
      AnalysedArticle article, List<Statement> statements, Times times) {
    List<Statement> dated = new ArrayList<>(statements.size());
    for (Statement statement : statements) {
      String date = statement.date() == null ? date(article, statement, times) : null;
      dated.add(date == null ? statement : statement.withDate(date));
    }
    return dated;
  }

  private static @Nullable String date(AnalysedArticle article, Statement statement, Times times) {
    Span cue = statement.cue();
    int sentence = cue == null ? -1 : article.sentenceAt(cue.start());
    if (cue == null || sentence < 0) {
      return null;
    }
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (TimeExpression time : times.in(sentence)) {
      Span span = time.span();
      boolean said = statement.content().stream().anyMatch(piece -> piece.overlaps(span));
      if (said || time.value().indexOf("..") >= 0) {
        continue;
      }
      int distance =
          span.start() >= cue.end()
              ? span.start() - cue.end()
              : Math.max(0, cue.start() - span.end());
      if (distance < bestDistance && distance <= (time.value().length() < 7 ? BESIDE : NEAR)) {
        bestDistance = distance;
        best = Times.withoutClock(time.value());
      }
    }
    return best;
  }
}
