package dev.detente.ledger;

import dev.detente.article.Span;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The permanent address of a statement or event: what its article says and where in it the words
 * stand. It is the same after the article has been read again, by whatever model or codebook, as
 * long as that finds the same words.
 *
 * @param content hash of the article's content
 * @param event whether it is an event, else a statement
 * @param span first to last word: of a statement's content, of an event's anchor; code points
 */
public record Address(long content, boolean event, Span span) {
  private static final Pattern FORM = Pattern.compile("([0-9a-f]{16})-([se])(\\d{1,9})-(\\d{1,9})");

  /** The address of a statement. */
  public static Address of(long content, Statement statement) {
    return new Address(content, false, words(statement));
  }

  /** The address of an event. */
  public static Address of(long content, Event event) {
    return new Address(content, true, event.anchor());
  }

  /** The address of what has this id in a record; empty when nothing has. */
  public static Optional<Address> of(long content, ArticleRecord record, String id) {
    for (Statement one : record.statements()) {
      if (one.id().equals(id)) {
        return Optional.of(of(content, one));
      }
    }
    for (Event one : record.events()) {
      if (one.id().equals(id)) {
        return Optional.of(of(content, one));
      }
    }
    return Optional.empty();
  }

  private static Span words(Statement statement) {
    List<Span> spans = statement.content();
    return spans.isEmpty()
        ? new Span(0, 0)
        : new Span(spans.get(0).start(), spans.get(spans.size() - 1).end());
  }

  /** Reads an address; empty when it is none. */
  public static Optional<Address> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int start = Integer.parseInt(form.group(3));
    int end = Integer.parseInt(form.group(4));
    return end < start
        ? Optional.empty()
        : Optional.of(
            new Address(
                Long.parseUnsignedLong(form.group(1), 16),
                form.group(2).equals("e"),
                new Span(start, end)));
  }

  /** The id that the record gives what stands here; empty when it has nothing here. */
  public Optional<String> in(ArticleRecord record) {
    return event
        ? record.events().stream()
            .filter(one -> one.anchor().equals(span))
            .map(Event::id)
            .findFirst()
        : record.statements().stream()
            .filter(one -> words(one).equals(span))
            .map(Statement::id)
            .findFirst();
  }

  @Override
  public String toString() {
    return String.format("%016x", content)
        + (event ? "-e" : "-s")
        + span.start()
        + "-"
        + span.end();
  }
}
