package dev.detente.ledger.store;

import dev.detente.article.Span;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whom statements and events name, as entities. Stateless. */
public final class Concerned {
  private Concerned() {}

  /**
   * Whom a statement's words name, and to whom they are said.
   *
   * @param entities of the record's actors, by their ids
   */
  public static Set<String> by(
      ArticleRecord record, Statement statement, Map<String, String> entities) {
    Set<String> others = named(record, statement.content(), entities);
    if (statement.addressee() != null && entities.containsKey(statement.addressee())) {
      others.add(entities.get(statement.addressee()));
    }
    return others;
  }

  /** Whom the words that tell of an event name, and who takes part in it. */
  public static Set<String> by(ArticleRecord record, Event event, Map<String, String> entities) {
    Set<String> others = named(record, List.of(event.evidence()), entities);
    event.actors().forEach(id -> others.add(entities.getOrDefault(id, id)));
    event.recipients().forEach(id -> others.add(entities.getOrDefault(id, id)));
    return others;
  }

  private static Set<String> named(
      ArticleRecord record, List<Span> within, Map<String, String> entities) {
    Set<String> found = new TreeSet<>();
    for (Actor actor : record.actors()) {
      String entity = entities.get(actor.id());
      if (entity != null
          && actor.mentions().stream()
              .anyMatch(mention -> within.stream().anyMatch(span -> span.contains(mention)))) {
        found.add(entity);
      }
    }
    return found;
  }
}
