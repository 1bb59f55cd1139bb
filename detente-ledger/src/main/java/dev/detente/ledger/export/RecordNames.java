package dev.detente.ledger.export;

import dev.detente.article.Article;
import dev.detente.article.PassageKind;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The headline of a record, and its actors and places by their ids. Immutable. */
final class RecordNames {
  private final Map<String, Actor> actors = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();

  private final @Nullable String headline;

  RecordNames(ArticleRecord record) {
    Article article = record.article();
    headline =
        article.title() != null
            ? article.title()
            : article.passages().stream()
                .filter(passage -> passage.kind() == PassageKind.HEADLINE)
                .findFirst()
                .map(passage -> article.slice(passage.span()))
                .orElse(null);
    record.actors().forEach(actor -> actors.put(actor.id(), actor));
    record.places().forEach(place -> places.put(place.id(), place));
  }

  /** The title given beside the text, else the headline in it; null when there is neither. */
  @Nullable String headline() {
    return headline;
  }

  @Nullable Actor actor(@Nullable String id) {
    return id == null ? null : actors.get(id);
  }

  List<Actor> actors(List<String> ids) {
    return ids.stream().map(actors::get).filter(Objects::nonNull).toList();
  }

  @Nullable Place place(@Nullable String id) {
    return id == null ? null : places.get(id);
  }
}
