package dev.detente.ledger.export;

import dev.detente.article.Article;
import dev.detente.article.Span;
import dev.detente.ledger.store.RecordWords;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.source.RecordTable;
import dev.detente.source.duplicate.Days;
import dev.detente.source.parquet.Column;
import dev.detente.source.parquet.Column.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Statements and events as the tables of the same names that a ledger exports, made of one record
 * and nothing else: an actor has the name that the article gives, since who is who in other
 * articles only a ledger knows. Stateless.
 */
public enum ItemTable {
  STATEMENTS(
      "detente/statements/1",
      new Column("article", Type.TEXT),
      new Column("id", Type.TEXT),
      new Column("speaker", Type.TEXT),
      new Column("act", Type.TEXT),
      new Column("addressee", Type.TEXT),
      new Column("kind", Type.TEXT),
      new Column("date", Type.TEXT),
      new Column("day", Type.DAY),
      new Column("place", Type.TEXT),
      new Column("country", Type.TEXT),
      new Column("language", Type.TEXT),
      new Column("outlet", Type.TEXT),
      new Column("published", Type.TEXT),
      new Column("begins", Type.INTEGER),
      new Column("ends", Type.INTEGER),
      new Column("words", Type.TEXT),
      new Column("why", Type.TEXT)),
  EVENTS(
      "detente/events/1",
      new Column("article", Type.TEXT),
      new Column("id", Type.TEXT),
      new Column("type", Type.TEXT),
      new Column("mode", Type.TEXT),
      new Column("contexts", Type.TEXTS),
      new Column("status", Type.TEXT),
      new Column("cameo", Type.TEXT),
      new Column("goldstein", Type.NUMBER),
      new Column("score", Type.NUMBER),
      new Column("quad", Type.TEXT),
      new Column("actors", Type.TEXTS),
      new Column("recipients", Type.TEXTS),
      new Column("date", Type.TEXT),
      new Column("day", Type.DAY),
      new Column("place", Type.TEXT),
      new Column("country", Type.TEXT),
      new Column("language", Type.TEXT),
      new Column("outlet", Type.TEXT),
      new Column("published", Type.TEXT),
      new Column("statement", Type.TEXT),
      new Column("anchor", Type.TEXT),
      new Column("begins", Type.INTEGER),
      new Column("ends", Type.INTEGER),
      new Column("words", Type.TEXT),
      new Column("why", Type.TEXT));

  private final String schema;
  private final List<Column> columns;

  ItemTable(String schema, Column... columns) {
    this.schema = schema;
    this.columns = List.of(columns);
  }

  public List<Column> columns() {
    return columns;
  }

  /** What is noted in a file of the table. */
  public Map<String, String> about() {
    return Map.of(RecordTable.SCHEMA, schema);
  }

  /** The rows of a record, in its order. */
  public List<List<@Nullable Object>> rows(ArticleRecord record) {
    Map<String, String> names = new HashMap<>();
    for (Actor actor : record.actors()) {
      names.put(actor.id(), actor.name());
    }
    Map<String, Place> places = new HashMap<>();
    for (Place place : record.places()) {
      places.put(place.id(), place);
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    if (this == STATEMENTS) {
      record.statements().forEach(found -> rows.add(row(record.article(), found, names, places)));
    } else {
      record.events().forEach(found -> rows.add(row(record.article(), found, names, places)));
    }
    return rows;
  }

  private static List<@Nullable Object> row(
      Article article, Statement found, Map<String, String> names, Map<String, Place> places) {
    Place where = found.place() == null ? null : places.get(found.place());
    Span whole = RecordWords.whole(found);
    return Arrays.asList(
        article.id(),
        found.id(),
        found.speaker() == null ? null : names.get(found.speaker()),
        found.act().label(),
        found.addressee() == null ? null : names.get(found.addressee()),
        found.kind().label(),
        found.date(),
        day(found.date(), article),
        where == null ? null : where.name(),
        where == null ? null : where.country(),
        article.language(),
        article.outlet(),
        article.published(),
        whole.start(),
        whole.end(),
        RecordWords.of(article, found.content()),
        found.why());
  }

  private static List<@Nullable Object> row(
      Article article, Event found, Map<String, String> names, Map<String, Place> places) {
    Place where = found.place() == null ? null : places.get(found.place());
    return Arrays.asList(
        article.id(),
        found.id(),
        found.type().name(),
        found.mode(),
        found.contexts(),
        found.status().label(),
        found.cameo(),
        found.goldstein(),
        found.score(),
        found.quad(),
        named(found.actors(), names),
        named(found.recipients(), names),
        found.date(),
        day(found.date(), article),
        where == null ? null : where.name(),
        where == null ? null : where.country(),
        article.language(),
        article.outlet(),
        article.published(),
        found.statement(),
        article.slice(found.anchor()),
        found.evidence().start(),
        found.evidence().end(),
        article.slice(found.evidence()),
        found.why());
  }

  /** The first day that it may be about: when it was, or else when it was told. */
  private static @Nullable LocalDate day(@Nullable String date, Article article) {
    Days days = date == null ? null : Days.of(date);
    Days told = days == null ? Days.of(article.published()) : days;
    return told == null ? null : LocalDate.ofEpochDay(told.first());
  }

  private static @Nullable List<String> named(List<String> actors, Map<String, String> names) {
    List<String> named =
        actors.stream().map(names::get).filter(name -> name != null).sorted().toList();
    return named.isEmpty() ? null : named;
  }
}
