package dev.detente.web.page;

import dev.detente.article.Span;
import dev.detente.ledger.Address;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Link;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements and events of one record, as values for templates. One thread at a time. */
final class RecordShown {
  private final ArticleRecord record;
  private final long content;
  private final Wording wording;
  private final Names names;

  /**
   * @param content hash of what the article says, see {@link Address}
   */
  RecordShown(ArticleRecord record, long content, Wording wording) {
    this.record = record;
    this.content = content;
    this.wording = wording;
    this.names = new Names(record);
  }

  Map<String, Object> statement(Statement statement) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("id", statement.id());
    shown.put("speaker", names.of(statement.speaker()));
    shown.put("role", names.role(statement.speaker()));
    shown.put("addressee", names.of(statement.addressee()));
    shown.put("via", names.of(statement.via()));
    shown.put("act", wording.label("act", statement.act().label()));
    shown.put("kind", wording.label("kind", statement.kind().label()));
    shown.put("direct", statement.kind().label().equals("direct"));
    shown.put("words", words(statement.content()));
    shown.put("date", Dates.words(statement.date(), wording));
    shown.put("statement", true);
    shown.put("place", names.place(statement.place()));
    shown.put("why", statement.why());
    shown.put("address", Address.of(content, statement).toString());
    List<Map<String, Object>> links = new ArrayList<>();
    for (Link link : record.links()) {
      if (link.from().equals(statement.id())) {
        links.add(link(link.relation().label(), link.to(), link.confidence()));
      }
      if (link.to().equals(statement.id())) {
        links.add(link(link.relation().label() + "_by", link.from(), link.confidence()));
      }
    }
    shown.put("links", links);
    return shown;
  }

  /** Whether a relation, seen from either end, stands against something. */
  static boolean isDenial(String relation) {
    return relation.startsWith("denies") || relation.startsWith("rejects");
  }

  private Map<String, Object> link(String relation, String to, double confidence) {
    return Map.of(
        "relation", wording.label("relation", relation),
        "denial", isDenial(relation),
        "to", to,
        "confidence", String.format(Locale.ROOT, "%.0f %%", 100 * confidence));
  }

  Map<String, Object> event(Event event) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("id", event.id());
    shown.put("type", wording.label("type", event.type().name()));
    shown.put("code", event.type().name());
    shown.put("mode", event.mode());
    shown.put("actors", names.of(event.actors()));
    shown.put("recipients", names.of(event.recipients()));
    shown.put("statuscode", event.status().label());
    shown.put("status", wording.label("status", event.status().label()));
    shown.put("tone", Shown.tone(event.score()));
    shown.put("score", Shown.decimal(event.score(), wording));
    shown.put("anchor", record.article().slice(event.anchor()));
    shown.put("words", record.article().slice(event.evidence()));
    shown.put("date", Dates.words(event.date(), wording));
    shown.put("event", true);
    shown.put("place", names.place(event.place()));
    shown.put("why", event.why());
    shown.put("address", Address.of(content, event).toString());
    return shown;
  }

  private String words(List<Span> spans) {
    return spans.stream().map(record.article()::slice).collect(Collectors.joining(" … "));
  }

  /** Who is who in one record. */
  private static final class Names {
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();

    Names(ArticleRecord record) {
      record.actors().forEach(actor -> actors.put(actor.id(), actor));
      for (Place place : record.places()) {
        places.put(place.id(), place.name());
      }
    }

    String of(@Nullable String id) {
      Actor actor = id == null ? null : actors.get(id);
      return actor == null ? "" : actor.name();
    }

    String of(List<String> ids) {
      return ids.stream().map(this::of).collect(Collectors.joining(", "));
    }

    @Nullable String role(@Nullable String id) {
      Actor actor = id == null ? null : actors.get(id);
      return actor == null ? null : actor.role();
    }

    @Nullable String place(@Nullable String id) {
      return id == null ? null : places.get(id);
    }
  }
}
