package dev.detente.ledger;

import dev.detente.ledger.search.Bearings;
import dev.detente.ledger.search.SearchIndex;
import dev.detente.ledger.search.Trait;
import dev.detente.ledger.search.Traits;
import dev.detente.ledger.store.Concerned;
import dev.detente.ledger.store.ItemNumber;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.EventStatus;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.source.duplicate.Days;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the words of an article, of its statements and of its events into the index, with what they
 * are found by.
 */
final class ItemWords {
  private final SearchIndex index;
  private final long n;
  private final ArticleRecord record;
  private final Map<String, String> entities;
  private final Map<String, Place> places = new HashMap<>();

  private ItemWords(SearchIndex index, long n, ArticleRecord record, Map<String, String> entities) {
    this.index = index;
    this.n = n;
    this.record = record;
    this.entities = entities;
    record.places().forEach(place -> places.put(place.id(), place));
  }

  /**
   * Adds all items of an article.
   *
   * @param bearings by which other articles find it
   * @param entities of its actors, by their ids
   */
  static void add(
      SearchIndex index,
      long n,
      ArticleRecord record,
      Bearings bearings,
      Map<String, String> entities) {
    String language = record.article().language();
    index.add(ItemNumber.ofArticle(n), n, language, record.article().text().string(), bearings);
    ItemWords words = new ItemWords(index, n, record, entities);
    record.statements().forEach(words::add);
    record.events().forEach(words::add);
  }

  private void add(Statement statement) {
    String speaker = entity(statement.speaker());
    Traits traits =
        traits("s", statement.date(), statement.place())
            .with(Trait.SPEAKER, speaker)
            .with(Trait.PARTY, speaker)
            .with(Trait.ADDRESSEE, entity(statement.addressee()))
            .with(Trait.ACT, statement.act().label());
    Concerned.by(record, statement, entities).forEach(entity -> traits.with(Trait.ABOUT, entity));
    for (Event event : record.events()) {
      if (statement.id().equals(event.statement())) {
        coded(traits, event);
      }
    }
    StringBuilder words = new StringBuilder();
    statement.content().forEach(span -> words.append(record.article().slice(span)).append('\n'));
    add(statement.id(), words.toString(), traits);
  }

  private void add(Event event) {
    Traits traits = traits("e", event.date(), event.place());
    coded(traits, event);
    event.actors().forEach(id -> traits.with(Trait.PARTY, entities.getOrDefault(id, id)));
    event.recipients().forEach(id -> traits.with(Trait.PARTY, entities.getOrDefault(id, id)));
    Concerned.by(record, event, entities).forEach(entity -> traits.with(Trait.ABOUT, entity));
    if (event.status() == EventStatus.ACTUAL) {
      traits.scored(event.score());
    }
    add(event.id(), record.article().slice(event.evidence()), traits);
  }

  private static void coded(Traits traits, Event event) {
    traits
        .with(Trait.TYPE, event.type().name())
        .with(Trait.STATUS, event.status().label())
        .with(Trait.TYPE_AND_STATUS, event.type().name() + " " + event.status().label());
  }

  /** What both kinds have. */
  private Traits traits(String kind, @Nullable String date, @Nullable String place) {
    Place where = place == null ? null : places.get(place);
    Traits traits =
        new Traits()
            .with(Trait.KIND, kind)
            .with(Trait.COUNTRY, where == null ? null : where.country())
            .with(Trait.OUTLET, record.article().outlet())
            .with(Trait.LANGUAGE, record.article().language())
            .with(Trait.ARTICLE, record.article().id());
    Days own = date == null ? null : Days.of(date);
    Days days = own == null ? Days.of(record.article().published()) : own;
    return days == null ? traits : traits.on(days.first(), days.last());
  }

  private @Nullable String entity(@Nullable String actor) {
    return actor == null ? null : entities.get(actor);
  }

  private void add(String id, String words, Traits traits) {
    long item = ItemNumber.of(n, id);
    if (item >= 0) {
      index.add(item, n, record.article().language(), words, traits);
    }
  }
}
