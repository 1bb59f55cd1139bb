package dev.detente.ledger;

import dev.detente.article.Article;
import dev.detente.article.Span;
import dev.detente.ledger.store.RecordWords;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement or event with the article that it stands in. Immutable.
 *
 * @param listed the article, in the version that has these words
 * @param id in the record
 */
public record Entry(Survey.Listed listed, ArticleRecord record, Address address, String id) {

  /** What stands at an address; empty when nothing does. */
  static Optional<Entry> at(Ledger ledger, Address address) {
    return ledger
        .survey()
        .article(address.content())
        .flatMap(
            listed -> {
              ArticleRecord record = ledger.record(address.content());
              return record == null
                  ? Optional.empty()
                  : address.in(record).map(id -> new Entry(listed, record, address, id));
            });
  }

  /** The statement; null when it is an event. */
  public @Nullable Statement statement() {
    return record.statements().stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  /** The event; null when it is a statement. */
  public @Nullable Event event() {
    return record.events().stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  /** Where it stands: the content of a statement, the evidence of an event. */
  public List<Span> spans() {
    Statement statement = statement();
    Event event = event();
    return statement != null
        ? statement.content()
        : event != null ? List.of(event.evidence()) : List.of();
  }

  /** Its words, with an ellipsis for what lies between. */
  public String words() {
    return RecordWords.of(record.article(), spans());
  }

  /** The name of an actor of the record; null when there is none. */
  public @Nullable String name(@Nullable String actor) {
    return record.actors().stream()
        .filter(one -> one.id().equals(actor))
        .map(Actor::name)
        .findFirst()
        .orElse(null);
  }

  /** The names of actors of the record. */
  public List<String> names(List<String> actors) {
    return actors.stream().map(this::name).filter(Objects::nonNull).map(String::valueOf).toList();
  }

  /** The place where it was; null when none is told. */
  public @Nullable Place place() {
    Statement statement = statement();
    Event event = event();
    String place = statement != null ? statement.place() : event != null ? event.place() : null;
    return record.places().stream().filter(one -> one.id().equals(place)).findFirst().orElse(null);
  }

  /** As a table shows it, with the names that the article gives. */
  public Finding finding() {
    Article article = record.article();
    Place place = place();
    List<Span> spans = spans();
    int begins = spans.isEmpty() ? 0 : spans.get(0).start();
    int ends = spans.isEmpty() ? 0 : spans.get(spans.size() - 1).end();
    Statement statement = statement();
    Event event = event();
    if (statement == null && event == null) {
      throw new IllegalStateException(id + " is not in the record");
    }
    return new Finding(
        article.id(),
        id,
        event != null,
        article.outlet(),
        article.language(),
        article.published(),
        event != null ? event.date() : Objects.requireNonNull(statement).date(),
        listed.day(),
        event != null ? event.type().name() : Objects.requireNonNull(statement).act().label(),
        event != null
            ? names(event.actors())
            : names(list(Objects.requireNonNull(statement).speaker())),
        event != null
            ? names(event.recipients())
            : names(list(Objects.requireNonNull(statement).addressee())),
        event == null ? null : event.mode(),
        event == null ? null : event.status().label(),
        event == null ? null : (Double) event.score(),
        place == null ? null : place.name(),
        words(),
        begins,
        ends);
  }

  private static List<String> list(@Nullable String one) {
    return Stream.ofNullable(one).toList();
  }

  /** Where the article stands, at these words; null when it has no address on the web. */
  public @Nullable String source() {
    return TextFragment.address(listed.url(), record.article().text(), spans());
  }
}
