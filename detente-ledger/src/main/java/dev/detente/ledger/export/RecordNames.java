package dev.detente.ledger.export;

import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The actors and places of a record by their ids. Immutable. */
final class RecordNames {
  private final Map<String, Actor> actors = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();

  RecordNames(ArticleRecord record) {
    record.actors().forEach(actor -> actors.put(actor.id(), actor));
    record.places().forEach(place -> places.put(place.id(), place));
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
