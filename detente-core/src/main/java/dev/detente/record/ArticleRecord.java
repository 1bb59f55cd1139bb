package dev.detente.record;

import dev.detente.article.Article;
import java.util.List;

/**
 * What one article becomes. Immutable and thread-safe; see {@code RECORD.md} for the written form.
 *
 * @param article the article, its language identified and its text unchanged
 * @param truncated whether a bound was hit, so that part of the text was read in pieces or not at
 *     all
 */
public record ArticleRecord(
    Article article,
    List<Actor> actors,
    List<Statement> statements,
    List<Event> events,
    List<Link> links,
    List<TimeExpression> times,
    List<Place> places,
    boolean truncated) {
  public ArticleRecord {
    actors = List.copyOf(actors);
    statements = List.copyOf(statements);
    events = List.copyOf(events);
    links = List.copyOf(links);
    times = List.copyOf(times);
    places = List.copyOf(places);
  }

  /** The record of an article that was read whole. */
  public ArticleRecord(
      Article article,
      List<Actor> actors,
      List<Statement> statements,
      List<Event> events,
      List<Link> links,
      List<TimeExpression> times,
      List<Place> places) {
    this(article, actors, statements, events, links, times, places, false);
  }

  /** The same record with these links. */
  public ArticleRecord withLinks(List<Link> found) {
    return new ArticleRecord(article, actors, statements, events, found, times, places, truncated);
  }
}
