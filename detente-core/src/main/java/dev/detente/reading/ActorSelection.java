package dev.detente.reading;

import dev.detente.reading.actor.Cast;
import dev.detente.record.Actor;
import dev.detente.record.Event;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which candidates of the cast are actors of the record: everybody who speaks, is spoken to,
 * relays, acts or is acted upon in a statement or event, and whoever the article names as acting
 * besides.
 */
final class ActorSelection {
  private ActorSelection() {}

  static List<Actor> select(Cast cast, List<Statement> statements, List<Event> events) {
    Set<String> used = new HashSet<>();
    for (Statement statement : statements) {
      add(used, statement.speaker());
      add(used, statement.addressee());
      used.addAll(statement.via());
    }
    for (Event event : events) {
      used.addAll(event.actors());
      used.addAll(event.recipients());
    }
    List<Actor> selected = new ArrayList<>();
    for (Actor actor : cast.actors()) {
      if (used.contains(actor.id()) || cast.acts(actor.id())) {
        selected.add(actor);
      }
    }
    return selected;
  }

  private static void add(Set<String> used, @Nullable String id) {
    if (id != null) {
      used.add(id);
    }
  }
}
