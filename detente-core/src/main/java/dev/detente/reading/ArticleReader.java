package dev.detente.reading;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.reading.actor.ActorReader;
import dev.detente.reading.actor.Cast;
import dev.detente.reading.event.EventReader;
import dev.detente.reading.link.LinkReader;
import dev.detente.reading.place.PlaceReader;
import dev.detente.reading.statement.StatementReader;
import dev.detente.reading.time.StatementDates;
import dev.detente.reading.time.TimeReader;
import dev.detente.reading.time.Times;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.record.TimeExpression;
import java.util.List;

/**
 * From an analysed article to its record: the readers in their order. A pure function of its input;
 * immutable and thread-safe.
 */
public final class ArticleReader {
  private final TimeReader times;
  private final PlaceReader places;
  private final ActorReader actors;
  private final StatementReader statements;
  private final EventReader events;
  private final LinkReader links;

  public ArticleReader(Codebook codebook) {
    World world = World.load(codebook);
    this.times = new TimeReader(codebook);
    this.places = new PlaceReader(codebook, world);
    this.actors = new ActorReader(codebook, world);
    this.statements = new StatementReader(codebook);
    this.events = new EventReader(codebook);
    this.links = new LinkReader(codebook);
  }

  /** The record of one article. */
  public ArticleRecord read(AnalysedArticle article) {
    Times told = times.times(article);
    List<TimeExpression> foundTimes = told.expressions();
    List<Place> foundPlaces = places.read(article, foundTimes);
    Cast cast = actors.read(article);
    List<Statement> foundStatements =
        StatementDates.fill(article, statements.read(article, cast, foundTimes, foundPlaces), told);
    List<Event> foundEvents = events.read(article, cast, foundStatements, foundTimes, foundPlaces);
    ArticleRecord unlinked =
        new ArticleRecord(
            article.article().withLanguage(article.language()),
            ActorSelection.select(cast, foundStatements, foundEvents),
            foundStatements,
            foundEvents,
            List.of(),
            foundTimes,
            foundPlaces,
            article.analysis().truncated());
    return unlinked.withLinks(links.read(unlinked));
  }
}
