package dev.detente.reading.examples;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An example as it was read: its analysis and its record. Immutable. */
record Reading(AnalysedArticle article, ArticleRecord record) {

  String words(Span span) {
    return article.slice(span);
  }

  /** The words of a statement, pieces divided as in the examples. */
  String words(Statement statement) {
    List<String> pieces = statement.content().stream().map(article::slice).toList();
    return String.join(" … ", pieces);
  }

  /** The name of an actor; null when there is none. */
  @Nullable String name(@Nullable String id) {
    for (Actor actor : record.actors()) {
      if (actor.id().equals(id)) {
        return actor.name();
      }
    }
    return null;
  }
}
