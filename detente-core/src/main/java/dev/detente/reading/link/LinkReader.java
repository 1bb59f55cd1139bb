package dev.detente.reading.link;

import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Event;
import dev.detente.record.Link;
import dev.detente.record.Statement;
import java.util.List;

/**
 * Finds which statement denies, rejects, confirms, repeats or answers which. Immutable and
 * thread-safe.
 */
public final class LinkReader {
  public LinkReader(Codebook codebook) {}

  /** Links ordered by their source's place in the text. */
  public List<Link> read(
      AnalysedArticle article, Cast cast, List<Statement> statements, List<Event> events) {
    return List.of();
  }
}
