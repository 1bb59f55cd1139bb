package dev.detente.reading.event;

import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Event;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.record.TimeExpression;
import java.util.List;

/** Finds who does what to whom. Immutable and thread-safe. */
public final class EventReader {
  public EventReader(Codebook codebook) {}

  /** Events in order of the text, ids {@code e1}, {@code e2}, ... */
  public List<Event> read(
      AnalysedArticle article,
      Cast cast,
      List<Statement> statements,
      List<TimeExpression> times,
      List<Place> places) {
    return List.of();
  }
}
