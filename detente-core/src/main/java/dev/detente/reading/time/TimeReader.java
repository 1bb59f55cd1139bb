package dev.detente.reading.time;

import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.record.TimeExpression;
import java.util.List;

/**
 * Reads the time expressions of an article, anchored on its publication date. Immutable and
 * thread-safe.
 */
public final class TimeReader {
  public TimeReader(Codebook codebook) {}

  /** Time expressions in order of the text. */
  public List<TimeExpression> read(AnalysedArticle article) {
    return List.of();
  }
}
