package dev.detente.ledger.relate;

import dev.detente.ledger.identity.ActorSketch;
import dev.detente.reading.link.LinkStatement;
import dev.detente.record.ArticleRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of an article with others: made once by {@link Sketcher}, then used for every
 * pair. Immutable and thread-safe.
 */
public final class ArticleSketch {
  private final ArticleRecord record;
  private final @Nullable DayRange published;
  private final List<ActorSketch> actors;
  private final List<StatementSketch> statements;
  private final List<EventSketch> events;
  private final Map<String, LinkStatement> described;
  private final Set<String> keys;

  ArticleSketch(
      ArticleRecord record,
      @Nullable DayRange published,
      List<ActorSketch> actors,
      List<StatementSketch> statements,
      List<EventSketch> events,
      Map<String, LinkStatement> described) {
    this.record = record;
    this.published = published;
    this.actors = List.copyOf(actors);
    this.statements = List.copyOf(statements);
    this.events = List.copyOf(events);
    this.described = Map.copyOf(described);
    this.keys = new TreeSet<>(Keys.of(published, this.statements, this.events));
  }

  /** The article's id. */
  public String id() {
    return record.article().id();
  }

  /** The record it was made from. */
  public ArticleRecord record() {
    return record;
  }

  /** Who the article's actors are, in the order of the record. */
  public List<ActorSketch> actors() {
    return actors;
  }

  /**
   * Under what the article is found: two articles without a common key have no link. At most
   * {@value Keys#MOST}, in alphabetical order.
   */
  public Set<String> keys() {
    return Set.copyOf(keys);
  }

  @Nullable DayRange published() {
    return published;
  }

  List<StatementSketch> statements() {
    return statements;
  }

  List<EventSketch> events() {
    return events;
  }

  /** A statement as the score of links needs it; null when there is none of this id. */
  @Nullable LinkStatement described(String id) {
    return described.get(id);
  }
}
