package dev.detente.cli.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.DetenteException;
import dev.detente.article.Span;
import dev.detente.record.ActorKind;
import dev.detente.record.Relation;
import dev.detente.source.mark.Annotation;
import dev.detente.source.mark.Annotation.Argument;
import dev.detente.source.mark.BratLabels;
import dev.detente.source.mark.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Annotations of brat as an annotated article: what {@code read --format brat} wrote and people
 * corrected. The reverse of {@link dev.detente.source.mark.RecordAnnotations}, as far as an
 * annotation goes: by names and words.
 */
public final class BratGold {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ArticleText text;
  private final String file;
  private final List<Annotation> annotations;
  private final Map<String, Annotation> byId = new LinkedHashMap<>();
  private final Map<String, String> attributes = new HashMap<>();

  /** The first mark of the actor that a mark stands for. */
  private final Map<String, String> first = new HashMap<>();

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> entries = new HashMap<>();

  private BratGold(Article article, List<Annotation> annotations) {
    this.text = article.text();
    this.file = article.id() + ".ann";
    this.annotations = annotations;
    for (Annotation one : annotations) {
      byId.put(one.id(), one);
      if (one.id().startsWith("A") || one.id().startsWith("M")) {
        attributes.put(
            one.label() + " " + one.arguments().get(0).id(), String.valueOf(one.value()));
      }
    }
  }

  /**
   * The annotated article, as {@link Scorer} takes it.
   *
   * @throws DetenteException DET-0166 for a label that is none of ours or has too little with it
   */
  public static JsonNode of(Article article, List<Annotation> annotations) {
    return new BratGold(article, annotations).gold(article);
  }

  private ObjectNode gold(Article article) {
    ObjectNode gold = JSON.createObjectNode();
    gold.put("id", article.id());
    gold.put("language", article.language());
    gold.put("published", article.published());
    gold.put("outlet", article.outlet());
    gold.put("url", article.url());
    gold.put("text", article.text().string());
    actors(gold.putArray("actors"));
    number();
    ArrayNode statements = gold.putArray("statements");
    ArrayNode events = gold.putArray("events");
    ArrayNode links = gold.putArray("links");
    ArrayNode times = gold.putArray("times");
    ArrayNode places = gold.putArray("places");
    for (Annotation one : annotations) {
      switch (one.id().charAt(0)) {
        case 'E' -> {
          if (one.label().equals(BratLabels.STATEMENT)) {
            statement(one, statements.addObject());
          } else {
            event(one, events.addObject());
          }
        }
        case 'R' -> link(one, links.addObject());
        case 'T' -> {
          if (one.label().equals(BratLabels.TIME)) {
            time(one, times.addObject());
          } else if (one.label().equals(BratLabels.PLACE)) {
            place(one, places.addObject());
          }
        }
        default -> {
          // Attributes and notes are read where they belong.
        }
      }
    }
    return gold;
  }

  private void actors(ArrayNode actors) {
    for (Annotation one : annotations) {
      if (one.id().startsWith("T") && isActor(one.label())) {
        first.put(one.id(), one.id());
      }
    }
    for (Annotation one : annotations) {
      if (!one.label().equals(BratLabels.EQUIVALENT)) {
        continue;
      }
      String head = root(one.arguments().get(0).id());
      for (Argument argument : one.arguments()) {
        String other = root(argument.id());
        // The first in the file stands for all, so that a pronoun before a name does not.
        if (before(head, other)) {
          first.put(other, head);
        } else {
          first.put(head, other);
          head = other;
        }
      }
    }
    Map<String, List<Annotation>> groups = new LinkedHashMap<>();
    for (Annotation one : annotations) {
      if (one.id().startsWith("T") && isActor(one.label())) {
        groups.computeIfAbsent(root(one.id()), key -> new ArrayList<>()).add(one);
      }
    }
    for (List<Annotation> group : groups.values()) {
      List<Annotation> mentions =
          group.stream().filter(one -> BratLabels.kind(one.label()) != null).toList();
      if (!mentions.isEmpty()) {
        actor(group, mentions, actors.addObject());
      }
    }
  }

  private void actor(List<Annotation> group, List<Annotation> mentions, ObjectNode actor) {
    Note note = null;
    for (Annotation one : group) {
      Note its = Note.about(one.id(), annotations);
      note = note == null || its.value("name") != null ? its : note;
    }
    String longest = "";
    for (Annotation one : mentions) {
      longest = words(one).length() > longest.length() ? words(one) : longest;
    }
    String said = note == null ? null : note.value("name");
    String name = said == null ? longest : said;
    ActorKind kind = BratLabels.kind(mentions.get(0).label());
    actor.put("name", name);
    actor.put("kind", kind == null ? "" : kind.label());
    actor.put("country", note == null ? null : note.value("country"));
    actor.put("sector", note == null ? null : note.value("sector"));
    ArrayNode strings = actor.putArray("mentions");
    mentions.stream().map(this::words).distinct().forEach(strings::add);
    group.forEach(one -> names.put(one.id(), name));
  }

  private String root(String id) {
    String at = first.getOrDefault(id, id);
    while (!at.equals(first.getOrDefault(at, at))) {
      at = first.getOrDefault(at, at);
    }
    return at;
  }

  private boolean before(String one, String other) {
    for (String id : byId.keySet()) {
      if (id.equals(one) || id.equals(other)) {
        return id.equals(one);
      }
    }
    return true;
  }

  private static boolean isActor(String label) {
    return label.equals(BratLabels.PRONOUN) || BratLabels.kind(label) != null;
  }

  private void number() {
    int statements = 0;
    int events = 0;
    for (Annotation one : annotations) {
      if (one.id().startsWith("E")) {
        if (one.label().equals(BratLabels.STATEMENT)) {
          entries.put(one.id(), "s" + ++statements);
        } else if (BratLabels.isEvent(one.label())) {
          entries.put(one.id(), "e" + ++events);
        } else {
          throw wrong(one, "an event of the type " + one.label() + ", which is not coded");
        }
      }
    }
  }

  private void statement(Annotation one, ObjectNode statement) {
    Annotation content = trigger(one);
    Annotation speaker = argument(one, BratLabels.SPEAKER);
    Annotation cue = argument(one, BratLabels.CUE);
    statement.put("id", entries.get(one.id()));
    statement.put("speaker", name(speaker));
    statement.put("speaker_text", speaker == null ? "" : words(speaker));
    statement.put("cue", cue == null ? "" : words(cue));
    ArrayNode pieces = statement.putArray("content");
    ArrayNode places = statement.putArray("content_spans");
    for (Span span : content.spans()) {
      pieces.add(text.slice(span));
      places.addArray().add(span.start()).add(span.end());
    }
    statement.put("kind", attribute(BratLabels.KIND, one, content));
    statement.put("act", attribute(BratLabels.ACT, one, content));
    statement.put("addressee", name(argument(one, BratLabels.ADDRESSEE)));
    names(one, BratLabels.VIA, statement.putArray("via"));
  }

  private void event(Annotation one, ObjectNode event) {
    Annotation anchor = trigger(one);
    Annotation evidence = argument(one, BratLabels.EVIDENCE);
    Annotation place = argument(one, BratLabels.PLACE);
    event.put("id", entries.get(one.id()));
    event.put("type", one.label());
    event.put("mode", attribute(BratLabels.MODE, one, anchor));
    names(one, BratLabels.ACTOR, event.putArray("actors"));
    names(one, BratLabels.RECIPIENT, event.putArray("recipients"));
    event.put("place", place == null ? null : words(place));
    event.put("date", Note.about(one.id(), annotations).value("date"));
    event.put("status", attribute(BratLabels.STATUS, one, anchor));
    event.put("anchor", words(anchor));
    event.put("evidence", words(evidence == null ? anchor : evidence));
    Annotation claim = argument(one, BratLabels.CLAIM);
    event.put("statement", claim == null ? null : entries.get(claim.id()));
  }

  private void link(Annotation one, ObjectNode link) {
    boolean known = false;
    for (Relation relation : Relation.values()) {
      known |= relation.label().equals(one.label());
    }
    String from = entries.get(one.arguments().get(0).id());
    String to = entries.get(one.arguments().get(1).id());
    if (!known || from == null || to == null) {
      throw wrong(one, "a relation that is none of ours, or not between statements and events");
    }
    link.put("from", from).put("relation", one.label()).put("to", to);
  }

  private void time(Annotation one, ObjectNode time) {
    String value = Note.about(one.id(), annotations).value("value");
    if (value == null) {
      throw wrong(one, "a time without the note \"value: 2022-02-07\"");
    }
    time.put("text", words(one)).put("value", value);
  }

  private void place(Annotation one, ObjectNode place) {
    Note note = Note.about(one.id(), annotations);
    place.put("text", words(one)).put("name", note.value("name"));
    place.put("country", note.value("country"));
    String at = note.value("at");
    if (at != null) {
      String[] degrees = at.split(" ", -1);
      try {
        place.put("lat", Double.valueOf(degrees[0]));
        place.put("lon", Double.valueOf(degrees.length > 1 ? degrees[1] : ""));
      } catch (NumberFormatException e) {
        throw wrong(one, "a place whose note says \"at: " + at + "\"; write latitude, longitude");
      }
    }
  }

  /** An attribute of an event, which people may have set on the words that name it. */
  private @Nullable String attribute(String name, Annotation one, Annotation trigger) {
    String value = attributes.get(name + " " + one.id());
    value = value == null ? attributes.get(name + " " + trigger.id()) : value;
    return value == null ? null : value.toLowerCase(Locale.ROOT);
  }

  private Annotation trigger(Annotation one) {
    Annotation trigger = byId.get(one.arguments().get(0).id());
    if (trigger == null || trigger.spans().isEmpty()) {
      throw wrong(one, "an event whose first mark is no stretch of the text");
    }
    return trigger;
  }

  private @Nullable Annotation argument(Annotation one, String role) {
    for (Argument argument : one.arguments().subList(1, one.arguments().size())) {
      if (BratLabels.role(argument.role()).equals(role)) {
        return byId.get(argument.id());
      }
    }
    return null;
  }

  private void names(Annotation one, String role, ArrayNode to) {
    for (Argument argument : one.arguments().subList(1, one.arguments().size())) {
      String name = names.get(argument.id());
      if (BratLabels.role(argument.role()).equals(role) && name != null) {
        to.add(name);
      }
    }
  }

  private @Nullable String name(@Nullable Annotation mark) {
    return mark == null ? null : names.get(mark.id());
  }

  /** The words from the first to the last that are marked, as they stand in the text. */
  private String words(Annotation one) {
    List<Span> spans = one.spans();
    return spans.isEmpty()
        ? ""
        : text.slice(new Span(spans.get(0).start(), spans.get(spans.size() - 1).end()));
  }

  private DetenteException wrong(Annotation one, String what) {
    return new DetenteException(
        "DET-0166",
        file
            + ": "
            + one.id()
            + " is "
            + what
            + "; annotate what read --format brat wrote, and with its labels");
  }
}
