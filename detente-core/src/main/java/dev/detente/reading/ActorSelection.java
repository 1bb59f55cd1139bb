package dev.detente.reading;

import dev.detente.reading.actor.Cast;
import dev.detente.record.Actor;
import dev.detente.record.Event;
import dev.detente.record.Statement;
import java.util.List;

/** Which candidates of the cast are actors of the record. */
final class ActorSelection {
  private ActorSelection() {}

  static List<Actor> select(Cast cast, List<Statement> statements, List<Event> events) {
    return cast.actors();
  }
}
