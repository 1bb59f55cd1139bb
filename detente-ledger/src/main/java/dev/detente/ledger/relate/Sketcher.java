package dev.detente.ledger.relate;

import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.CountryMatch;
import dev.detente.codebook.world.World;
import dev.detente.ledger.identity.ActorSketch;
import dev.detente.ledger.identity.Identifier;
import dev.detente.reading.link.LinkDescriber;
import dev.detente.reading.link.LinkStatement;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes of a record what is compared of it with others. Immutable and thread-safe. */
public final class Sketcher {
  /** Characters of a stretch whose meaning is read: keeps the time bounded. */
  private static final int LONGEST = 2000;

  private final World world;
  private final Identifier identifier;
  private final Concepts concepts;
  private final LinkDescriber describer;

  public Sketcher(Codebook codebook, World world) {
    this.world = world;
    this.identifier = new Identifier(codebook, world);
    this.concepts = new Concepts(codebook);
    this.describer = new LinkDescriber(codebook);
  }

  /** The sketch of a record. */
  public ArticleSketch sketch(ArticleRecord record) {
    return new Sketching(record).sketch();
  }

  /**
   * What words mean that stand by themselves: concepts that nb, nn and en share, numbers, names. To
   * be compared by {@link Alike}.
   *
   * @param language {@code nb}, {@code nn}, {@code en}; others are read as the nearest of these
   */
  public Set<String> meaning(String words, String language) {
    return concepts.of(words.length() > LONGEST ? words.substring(0, LONGEST) : words, language);
  }

  /** A stretch of the text that names somebody or a place. */
  private record Named(Span span, List<String> meaning) {}

  private final class Sketching {
    private final ArticleRecord record;
    private final String language;
    private final @Nullable DayRange published;
    private final Map<String, ActorSketch> entities = new HashMap<>();
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final List<Named> named = new ArrayList<>();

    Sketching(ArticleRecord record) {
      this.record = record;
      String language = record.article().language();
      this.language = language == null ? "en" : language;
      this.published = DayRange.of(record.article().published());
    }

    ArticleSketch sketch() {
      List<ActorSketch> sketches = identifier.sketches(record);
      for (int i = 0; i < sketches.size(); i++) {
        Actor actor = record.actors().get(i);
        ActorSketch sketch = sketches.get(i);
        entities.put(actor.id(), sketch);
        actors.put(actor.id(), actor);
        List<String> meaning = new ArrayList<>(2);
        if (sketch.certainty() != ActorSketch.Certainty.UNNAMED) {
          meaning.add("!" + sketch.entity());
          if (sketch.country() != null) {
            meaning.add("@" + sketch.country());
          }
          actor.mentions().forEach(span -> named.add(new Named(span, meaning)));
        }
      }
      for (Place place : record.places()) {
        places.put(place.id(), place);
        named.add(new Named(place.span(), List.of("&" + place.name())));
      }
      named.sort(Comparator.comparing(Named::span));
      List<StatementSketch> statements = new ArrayList<>(record.statements().size());
      for (Statement statement : record.statements()) {
        if (!statement.content().isEmpty()) {
          statements.add(statement(statement));
        }
      }
      List<EventSketch> events = new ArrayList<>(record.events().size());
      for (Event event : record.events()) {
        events.add(event(event));
      }
      Map<String, LinkStatement> described = new HashMap<>();
      for (LinkStatement one : describer.describe(record, this::key)) {
        described.put(one.id(), one);
      }
      return new ArticleSketch(
          record.article().id(),
          published,
          sketches,
          statements,
          events,
          record.links(),
          () -> described);
    }

    /** The name under which an actor is known in every article. */
    private String key(String actor) {
      String entity = entity(actor);
      return entity == null ? record.article().id() + "#" + actor : entity;
    }

    private StatementSketch statement(Statement statement) {
      Actor speaker = statement.speaker() == null ? null : actors.get(statement.speaker());
      ActorSketch sketch = statement.speaker() == null ? null : entities.get(statement.speaker());
      DayRange days = DayRange.of(statement.date());
      int words = 0;
      for (Span piece : statement.content()) {
        words += record.article().slice(piece).split("\\s+").length;
      }
      return new StatementSketch(
          statement.id(),
          sketch == null ? null : sketch.entity(),
          speaker == null ? null : speaker.kind(),
          speaker == null ? null : speaker.country(),
          speaker != null && isOfficial(speaker),
          sketch != null && sketch.certainty() != ActorSketch.Certainty.UNNAMED,
          statement.act(),
          statement.kind(),
          entity(statement.addressee()),
          days == null ? published : days,
          days != null,
          meaning(statement.content()),
          words,
          statement.content().get(0).start());
    }

    private EventSketch event(Event event) {
      Place place = event.place() == null ? null : places.get(event.place());
      Set<String> statements = new TreeSet<>();
      if (event.statement() != null) {
        statements.add(event.statement());
      }
      for (Statement statement : record.statements()) {
        for (Span piece : statement.content()) {
          if (piece.overlaps(event.evidence())) {
            statements.add(statement.id());
          }
        }
      }
      return new EventSketch(
          event.id(),
          event.type(),
          event.mode(),
          event.status(),
          entities(event.actors()),
          countries(event.actors()),
          entities(event.recipients()),
          countries(event.recipients()),
          place == null ? null : place.name(),
          DayRange.of(event.date()),
          statements,
          meaning(List.of(event.evidence())),
          meaning(List.of(event.anchor())),
          event.anchor().start());
    }

    private @Nullable String entity(@Nullable String actor) {
      ActorSketch sketch = actor == null ? null : entities.get(actor);
      return sketch == null ? null : sketch.entity();
    }

    private Set<String> entities(List<String> ids) {
      Set<String> found = new TreeSet<>();
      for (String id : ids) {
        String entity = entity(id);
        if (entity != null) {
          found.add(entity);
        }
      }
      return found;
    }

    private Set<String> countries(List<String> ids) {
      Set<String> found = new TreeSet<>();
      for (String id : ids) {
        Actor actor = actors.get(id);
        if (actor != null && actor.country() != null) {
          found.add(actor.country());
        }
      }
      return found;
    }

    /** What stretches of the text mean: names are who and where they are, other words concepts. */
    private Set<String> meaning(List<Span> stretches) {
      Set<String> meaning = new TreeSet<>();
      for (Span stretch : stretches) {
        int at = stretch.start();
        int end = Math.min(stretch.end(), stretch.start() + LONGEST);
        for (Named name : named) {
          if (name.span().start() >= at && name.span().end() <= end) {
            words(at, name.span().start(), meaning);
            meaning.addAll(name.meaning());
            // What a long description says beside the name counts too.
            if (name.span().length() > 12) {
              words(name.span().start(), name.span().end(), meaning);
            }
            at = name.span().end();
          }
        }
        words(at, end, meaning);
      }
      return meaning;
    }

    private void words(int from, int to, Set<String> meaning) {
      if (from >= to) {
        return;
      }
      String text = record.article().slice(new Span(from, to));
      StringBuilder rest = new StringBuilder(text.length());
      for (String word : text.split("(?<=[^\\p{L}\\p{N}])|(?=[^\\p{L}\\p{N}])")) {
        String country = word.length() > 2 ? country(word) : null;
        if (country == null) {
          rest.append(word);
        } else {
          meaning.add("@" + country);
        }
      }
      meaning.addAll(concepts.of(rest.toString(), language));
    }

    private @Nullable String country(String word) {
      if (!Character.isLetter(word.codePointAt(0))) {
        return null;
      }
      CountryMatch match = world.countries().adjective(word, language);
      if (match == null) {
        match = world.countries().inhabitant(word, language);
      }
      if (match == null && Character.isUpperCase(word.codePointAt(0))) {
        match = world.countries().name(word, language);
      }
      return match == null ? null : match.country().code();
    }

    private static boolean isOfficial(Actor actor) {
      return actor.kind() == ActorKind.STATE
          || "GOV".equals(actor.sector())
          || "MIL".equals(actor.sector());
    }
  }
}
