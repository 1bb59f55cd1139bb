package dev.detente.source.mark;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Link;
import dev.detente.record.Place;
import dev.detente.record.Quantity;
import dev.detente.record.Statement;
import dev.detente.record.TimeExpression;
import dev.detente.source.mark.Annotation.Argument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record as annotations of brat, for people to look at and correct: what stands in the text is
 * marked there, closed lists are attributes, and the rest, with the rule behind each entry, stands
 * in notes. The labels are {@link BratLabels}. Nothing is marked across the end of a line, since
 * brat cannot show it: such words are marked in pieces. A pure function.
 */
public final class RecordAnnotations {
  private final ArticleText text;
  private final List<Annotation> all = new ArrayList<>();
  private final Map<String, Map<Span, String>> mentions = new HashMap<>();
  private final Map<String, String> entries = new LinkedHashMap<>();
  private int bound;
  private int events;
  private int relations;
  private int attributes;
  private int notes;

  private RecordAnnotations(ArticleText text) {
    this.text = text;
  }

  /** The annotations of a record, its article's own first. */
  public static List<Annotation> of(ArticleRecord record) {
    return new RecordAnnotations(record.article().text()).write(record);
  }

  private List<Annotation> write(ArticleRecord record) {
    article(record.article());
    record.actors().forEach(this::actor);
    for (Place place : record.places()) {
      entries.put(place.id(), place(place));
    }
    record.times().forEach(this::time);
    // An event may be what a statement claims, so that statements come first.
    record.statements().forEach(this::statement);
    record.events().forEach(this::event);
    record.links().forEach(this::link);
    return all;
  }

  private void article(Article article) {
    int end = 0;
    String string = text.string();
    while (end < string.length() && string.charAt(end) <= ' ') {
      end++;
    }
    int start = end;
    while (end < string.length() && string.charAt(end) != '\n' && string.charAt(end) != '\r') {
      end++;
    }
    if (end == start) {
      return;
    }
    String id = bound(BratLabels.ARTICLE, List.of(text.span(start, end)));
    note(
        id,
        Note.write(
            "id",
            article.id(),
            "language",
            article.language(),
            "published",
            article.published(),
            "outlet",
            article.outlet(),
            "url",
            article.url(),
            "title",
            article.title()));
  }

  private void actor(Actor actor) {
    Map<Span, String> own = new LinkedHashMap<>();
    for (Span mention : actor.mentions()) {
      own.put(mention, bound(BratLabels.ofKind(actor.kind()), List.of(mention)));
    }
    mentions.put(actor.id(), own);
    if (own.isEmpty()) {
      return;
    }
    if (own.size() > 1) {
      all.add(
          new Annotation(
              "*",
              BratLabels.EQUIVALENT,
              List.of(),
              own.values().stream().map(id -> new Argument("", id)).toList(),
              null));
    }
    note(
        own.values().iterator().next(),
        Note.write(
            "name",
            actor.name(),
            "country",
            actor.country(),
            "sector",
            actor.sector(),
            "role",
            actor.role(),
            "why",
            actor.why()));
  }

  private String place(Place place) {
    String id = bound(BratLabels.PLACE, List.of(place.span()));
    String at =
        place.lat() == null || place.lon() == null
            ? null
            : decimal(place.lat()) + " " + decimal(place.lon());
    note(
        id,
        Note.write(
            "name",
            place.name(),
            "country",
            place.country(),
            "at",
            at,
            "precision",
            place.precision(),
            "why",
            place.why()));
    return id;
  }

  private void time(TimeExpression time) {
    note(
        bound(BratLabels.TIME, List.of(time.span())),
        Note.write("value", time.value(), "why", time.why()));
  }

  private void statement(Statement statement) {
    String content = bound(BratLabels.STATEMENT, statement.content());
    List<Argument> arguments = new ArrayList<>();
    arguments.add(new Argument(BratLabels.STATEMENT, content));
    Span near = statement.cue() == null ? statement.content().get(0) : statement.cue();
    String speaker = speaker(statement, near);
    add(arguments, BratLabels.SPEAKER, speaker);
    if (statement.cue() != null) {
      add(arguments, BratLabels.CUE, bound(BratLabels.CUE, List.of(statement.cue())));
    }
    add(arguments, BratLabels.ADDRESSEE, mention(statement.addressee(), near));
    for (String via : statement.via()) {
      add(arguments, BratLabels.VIA, mention(via, near));
    }
    add(arguments, BratLabels.PLACE, entry(statement.place()));
    String id = "E" + ++events;
    entries.put(statement.id(), id);
    all.add(new Annotation(id, BratLabels.STATEMENT, List.of(), arguments, null));
    attribute(BratLabels.ACT, id, statement.act().label());
    attribute(BratLabels.KIND, id, statement.kind().label());
    note(id, Note.write("date", statement.date(), "why", statement.why()));
  }

  /** The mention nearest the cue; a pronoun is marked and joined to whom it stands for. */
  private @Nullable String speaker(Statement statement, Span near) {
    Span span = statement.speakerSpan();
    if (span == null) {
      return mention(statement.speaker(), near);
    }
    Map<Span, String> own = statement.speaker() == null ? null : mentions.get(statement.speaker());
    if (own != null && own.containsKey(span)) {
      return own.get(span);
    }
    String pronoun = bound(BratLabels.PRONOUN, List.of(span));
    String other = mention(statement.speaker(), near);
    if (other != null) {
      all.add(
          new Annotation(
              "*",
              BratLabels.EQUIVALENT,
              List.of(),
              List.of(new Argument("", other), new Argument("", pronoun)),
              null));
    }
    return pronoun;
  }

  private void event(Event event) {
    List<Argument> arguments = new ArrayList<>();
    String label = event.type().name();
    arguments.add(new Argument(label, bound(label, List.of(event.anchor()))));
    for (String actor : event.actors()) {
      add(arguments, BratLabels.ACTOR, mention(actor, event.anchor()));
    }
    for (String recipient : event.recipients()) {
      add(arguments, BratLabels.RECIPIENT, mention(recipient, event.anchor()));
    }
    add(arguments, BratLabels.PLACE, entry(event.place()));
    for (Quantity quantity : event.quantities()) {
      String id = bound(BratLabels.QUANTITY, List.of(quantity.span()));
      note(
          id,
          Note.write(
              "of", quantity.of(), "value", decimal(quantity.value()), "bound", quantity.bound()));
      add(arguments, BratLabels.QUANTITY, id);
    }
    add(arguments, BratLabels.EVIDENCE, bound(BratLabels.EVIDENCE, List.of(event.evidence())));
    add(arguments, BratLabels.CLAIM, entry(event.statement()));
    String id = "E" + ++events;
    entries.put(event.id(), id);
    all.add(new Annotation(id, label, List.of(), arguments, null));
    if (event.mode() != null) {
      attribute(BratLabels.MODE, id, event.mode());
    }
    attribute(BratLabels.STATUS, id, event.status().label());
    String contexts = event.contexts().isEmpty() ? null : String.join(", ", event.contexts());
    note(id, Note.write("date", event.date(), "contexts", contexts, "why", event.why()));
  }

  private void link(Link link) {
    String from = entry(link.from());
    String to = entry(link.to());
    if (from == null || to == null) {
      return;
    }
    String id = "R" + ++relations;
    all.add(
        new Annotation(
            id,
            link.relation().label(),
            List.of(),
            List.of(new Argument("Arg1", from), new Argument("Arg2", to)),
            null));
    note(id, Note.write("why", link.why()));
  }

  private @Nullable String entry(@Nullable String id) {
    return id == null ? null : entries.get(id);
  }

  /** The mention of an actor that is nearest to some words; null when there is none. */
  private @Nullable String mention(@Nullable String actor, Span near) {
    Map<Span, String> own = actor == null ? null : mentions.get(actor);
    String nearest = null;
    int least = Integer.MAX_VALUE;
    for (Map.Entry<Span, String> mention :
        own == null ? Map.<Span, String>of().entrySet() : own.entrySet()) {
      Span span = mention.getKey();
      int distance =
          span.overlaps(near)
              ? 0
              : Math.max(span.start() - near.end(), near.start() - span.end()) + 1;
      if (distance < least) {
        least = distance;
        nearest = mention.getValue();
      }
    }
    return nearest;
  }

  /** Adds one more in a role; the second and third are numbered, as brat does. */
  private static void add(List<Argument> arguments, String role, @Nullable String id) {
    if (id == null) {
      return;
    }
    int number = 1;
    for (Argument argument : arguments) {
      number += BratLabels.role(argument.role()).equals(role) ? 1 : 0;
    }
    arguments.add(new Argument(number == 1 ? role : role + number, id));
  }

  private String bound(String label, List<Span> spans) {
    String id = "T" + ++bound;
    List<Span> pieces = new ArrayList<>();
    spans.forEach(span -> pieces(span, pieces));
    all.add(new Annotation(id, label, pieces.isEmpty() ? spans : pieces, List.of(), null));
    return id;
  }

  /** A span without the ends of lines in it. */
  private void pieces(Span span, List<Span> to) {
    String words = text.string();
    int end = text.utf16(span.end());
    int start = text.utf16(span.start());
    while (start < end) {
      int stop = start;
      while (stop < end && words.charAt(stop) != '\n' && words.charAt(stop) != '\r') {
        stop++;
      }
      if (!words.substring(start, stop).isBlank()) {
        to.add(text.span(start, stop));
      }
      start = stop + 1;
    }
  }

  private void attribute(String name, String of, String value) {
    all.add(
        new Annotation("A" + ++attributes, name, List.of(), List.of(new Argument("", of)), value));
  }

  private void note(String of, String note) {
    if (!note.isEmpty()) {
      all.add(
          new Annotation(
              "#" + ++notes,
              "AnnotatorNotes",
              List.of(),
              List.of(new Argument("", of)),
              Objects.requireNonNull(note)));
    }
  }

  private static String decimal(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%s", value);
  }
}
