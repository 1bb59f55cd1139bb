package dev.detente.ledger.store;

import dev.detente.article.Article;
import dev.detente.article.Span;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Link;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.source.duplicate.Days;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays records out in rows, within one transaction. Not thread-safe; close it before the
 * transaction ends.
 */
final class RecordRows implements AutoCloseable {
  /** Records that are read at once. */
  private static final int AT_ONCE = 500;

  private final TableRows article;
  private final TableRows body;
  private final TableRows actor;
  private final TableRows statement;
  private final TableRows event;
  private final TableRows party;
  private final TableRows about;
  private final TableRows place;
  private final TableRows ownLink;

  RecordRows(LedgerDatabase database) {
    this.article = database.rows("article");
    this.body = database.rows("body");
    this.actor = database.rows("actor");
    this.statement = database.rows("statement");
    this.event = database.rows("event");
    this.party = database.rows("party");
    this.about = database.rows("about");
    this.place = database.rows("place");
    this.ownLink = database.rows("own_link");
  }

  /**
   * Adds an article with all that is in its record.
   *
   * @param members the actors in the order of the record, with the entities they are
   */
  void add(
      long n,
      int version,
      long content,
      CodedArticle coded,
      LocalDateTime added,
      List<EntityBook.Member> members) {
    ArticleRecord record = coded.record();
    Article source = record.article();
    Days published = Days.of(source.published());
    article.add(
        n,
        source.id(),
        version,
        content,
        source.language(),
        source.published(),
        first(published),
        last(published),
        source.outlet(),
        source.url(),
        source.title(),
        record.truncated(),
        coded.model(),
        coded.codebook(),
        added);
    body.add(n, source.text().string(), coded.packedRecord(), coded.packedAnalysis());
    Map<String, Place> places = new HashMap<>();
    for (Place found : record.places()) {
      places.put(found.id(), found);
      place.add(
          n,
          found.id(),
          found.name(),
          found.country(),
          found.lat(),
          found.lon(),
          found.precision());
    }
    Map<String, String> entities = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      Actor found = record.actors().get(i);
      EntityBook.Member member = members.get(i);
      entities.put(found.id(), member.entity());
      boolean open = member.sketch().isOpen();
      actor.add(
          n,
          found.id(),
          member.entity(),
          found.name(),
          found.kind().label(),
          found.country(),
          found.sector(),
          found.role(),
          found.mentions().size(),
          found.why(),
          member.resolved(),
          member.sketch().entity(),
          member.sketch().certainty().name().toLowerCase(Locale.ROOT),
          open ? member.sketch().block() : null,
          source.published(),
          member.reason());
    }
    for (Statement found : record.statements()) {
      add(n, record, found, published, places, entities);
    }
    for (Event found : record.events()) {
      add(n, record, found, published, places, entities);
    }
    addLinks(ownLink, n, record);
  }

  private static void addLinks(TableRows rows, long n, ArticleRecord record) {
    for (Link link : record.links()) {
      long from = ItemNumber.of(n, link.from());
      long to = ItemNumber.of(n, link.to());
      if (from >= 0 && to >= 0) {
        rows.add(n, from, link.relation().label(), to, link.confidence(), link.why());
      }
    }
  }

  /** Writes the links within all articles anew, from their records. Part of a transaction. */
  static void writeOwnLinks(LedgerDatabase database) {
    RecordStore records = new RecordStore(database);
    long from = 0;
    while (true) {
      List<Long> numbers =
          database.list(
              "SELECT n FROM article WHERE n >= ? ORDER BY n LIMIT " + AT_ONCE,
              row -> row.getLong(1),
              from);
      if (numbers.isEmpty()) {
        return;
      }
      List<ArticleRecord> read = records.records(numbers);
      try (TableRows rows = database.rows("own_link")) {
        for (int i = 0; i < read.size(); i++) {
          addLinks(rows, numbers.get(i), read.get(i));
        }
      }
      from = numbers.get(numbers.size() - 1) + 1;
    }
  }

  private void add(
      long n,
      ArticleRecord record,
      Statement found,
      @Nullable Days published,
      Map<String, Place> places,
      Map<String, String> entities) {
    long item = ItemNumber.of(n, found.id());
    if (item < 0) {
      return;
    }
    Article source = record.article();
    Days days = found.date() == null ? null : Days.of(found.date());
    Days told = days == null ? published : days;
    Place where = found.place() == null ? null : places.get(found.place());
    Span whole = RecordWords.whole(found);
    statement.add(
        item,
        n,
        found.id(),
        entity(found.speaker(), entities),
        entity(found.addressee(), entities),
        found.act().label(),
        found.kind().label(),
        found.date(),
        first(told),
        last(told),
        where == null ? null : where.name(),
        where == null ? null : where.country(),
        source.language(),
        source.outlet(),
        whole.start(),
        whole.end(),
        RecordWords.of(source, found.content()),
        found.speaker(),
        found.addressee(),
        found.why());
    for (String via : found.via()) {
      party.add(item, n, "via", via, entities.getOrDefault(via, via));
    }
    Concerned.by(record, found, entities).forEach(entity -> about.add(item, n, entity));
  }

  private void add(
      long n,
      ArticleRecord record,
      Event found,
      @Nullable Days published,
      Map<String, Place> places,
      Map<String, String> entities) {
    long item = ItemNumber.of(n, found.id());
    if (item < 0) {
      return;
    }
    Article source = record.article();
    Days days = found.date() == null ? null : Days.of(found.date());
    Days told = days == null ? published : days;
    Place where = found.place() == null ? null : places.get(found.place());
    event.add(
        item,
        n,
        found.id(),
        found.type().name(),
        found.mode(),
        found.contexts(),
        found.status().label(),
        found.cameo(),
        found.goldstein(),
        found.score(),
        found.quad(),
        found.date(),
        first(told),
        last(told),
        where == null ? null : where.name(),
        where == null ? null : where.country(),
        source.language(),
        source.outlet(),
        found.statement(),
        source.slice(found.anchor()),
        found.evidence().start(),
        found.evidence().end(),
        source.slice(found.evidence()),
        found.why());
    for (String id : found.actors()) {
      party.add(item, n, "actor", id, entities.getOrDefault(id, id));
    }
    for (String id : found.recipients()) {
      party.add(item, n, "recipient", id, entities.getOrDefault(id, id));
    }
    Concerned.by(record, found, entities).forEach(entity -> about.add(item, n, entity));
  }

  private static @Nullable String entity(@Nullable String actor, Map<String, String> entities) {
    return actor == null ? null : entities.get(actor);
  }

  static @Nullable LocalDate first(@Nullable Days days) {
    return days == null ? null : LocalDate.ofEpochDay(days.first());
  }

  static @Nullable LocalDate last(@Nullable Days days) {
    return days == null ? null : LocalDate.ofEpochDay(days.last());
  }

  @Override
  public void close() {
    article.close();
    body.close();
    actor.close();
    statement.close();
    event.close();
    party.close();
    about.close();
    place.close();
    ownLink.close();
  }
}
