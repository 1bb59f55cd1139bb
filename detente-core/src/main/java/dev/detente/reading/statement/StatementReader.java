package dev.detente.reading.statement;

import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.record.TimeExpression;
import java.util.List;

/** Finds who says what. Immutable and thread-safe. */
public final class StatementReader {
  public StatementReader(Codebook codebook) {}

  /** Statements in order of the text, ids {@code s1}, {@code s2}, ... */
  public List<Statement> read(
      AnalysedArticle article, Cast cast, List<TimeExpression> times, List<Place> places) {
    return List.of();
  }
}
