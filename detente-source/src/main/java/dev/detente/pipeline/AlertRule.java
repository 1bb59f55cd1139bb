package dev.detente.pipeline;

import dev.detente.article.DetenteException;
import dev.detente.record.Act;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a desk wants to be told at once: {@code act=threaten,country=RUS} or {@code
 * type=ASSAULT|COERCE,status=actual,country=SWE}. All conditions hold of one statement or event;
 * {@code |} stands between values of which one is enough. With {@code act} only statements are
 * meant, with {@code type}, {@code status} or {@code score} only events. Immutable.
 */
public final class AlertRule implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final String KEYS = "act, type, status, country, score";

  private final String written;
  private final TreeSet<String> acts = new TreeSet<>();
  private final TreeSet<String> types = new TreeSet<>();
  private final TreeSet<String> statuses = new TreeSet<>();
  private final TreeSet<String> countries = new TreeSet<>();
  private @Nullable Double score;

  private AlertRule(String written) {
    this.written = written;
  }

  /**
   * The rule that is written so.
   *
   * @throws DetenteException DET-0909
   */
  public static AlertRule of(String written) {
    AlertRule rule = new AlertRule(written);
    for (String condition : written.split(",", -1)) {
      int at = condition.indexOf('=');
      if (at <= 0 || at == condition.length() - 1) {
        throw wrong(written, "\"" + condition + "\" is not KEY=VALUE");
      }
      rule.take(condition.substring(0, at).strip(), condition.substring(at + 1).strip());
    }
    if (!rule.acts.isEmpty() && rule.ofEvents()) {
      throw wrong(
          written, "statements have an act, events a type, status and score: give two rules");
    }
    return rule;
  }

  private void take(String key, String values) {
    switch (key) {
      case "act" -> all(values, acts, labels(Stream.of(Act.values()).map(Act::label)));
      case "type" -> all(values, types, labels(Stream.of(EventType.values()).map(Enum::name)));
      case "status" ->
          all(values, statuses, labels(Stream.of(EventStatus.values()).map(EventStatus::label)));
      case "country" -> all(values, countries, null);
      case "score" -> {
        try {
          score = Double.valueOf(values);
        } catch (NumberFormatException e) {
          throw wrong(written, "score is a number from -10 to 10, and \"" + values + "\" is none");
        }
      }
      default -> throw wrong(written, "\"" + key + "\" is none of " + KEYS);
    }
  }

  private static Set<String> labels(Stream<String> labels) {
    return new TreeSet<>(labels.toList());
  }

  private void all(String values, Set<String> into, @Nullable Set<String> known) {
    for (String value : values.split("\\|", -1)) {
      if (known == null ? !value.matches("[A-Z]{3}") : !known.contains(value)) {
        throw wrong(
            written,
            "\""
                + value
                + "\" is "
                + (known == null
                    ? "no code of three capitals"
                    : "none of " + String.join(", ", known)));
      }
      into.add(value);
    }
  }

  private static DetenteException wrong(String written, String why) {
    return new DetenteException("DET-0909", "--alert " + written + ": " + why);
  }

  private boolean ofEvents() {
    return !types.isEmpty() || !statuses.isEmpty() || score != null;
  }

  /** As it was written. */
  public String written() {
    return written;
  }

  /** Ids of the statements and events that it means, in the order of the record. */
  public List<String> matches(ArticleRecord record) {
    Map<String, String> countryOf = new HashMap<>();
    for (Actor actor : record.actors()) {
      put(countryOf, actor.id(), actor.country());
    }
    for (Place place : record.places()) {
      put(countryOf, place.id(), place.country());
    }
    List<String> found = new ArrayList<>();
    if (!ofEvents()) {
      for (Statement statement : record.statements()) {
        if (means(statement, countryOf)) {
          found.add(statement.id());
        }
      }
    }
    if (acts.isEmpty()) {
      for (Event event : record.events()) {
        if (means(event, countryOf)) {
          found.add(event.id());
        }
      }
    }
    return found;
  }

  private static void put(Map<String, String> countryOf, String id, @Nullable String country) {
    if (country != null) {
      countryOf.put(id, country);
    }
  }

  private boolean means(Statement statement, Map<String, String> countryOf) {
    List<String> concerned = new ArrayList<>();
    add(concerned, statement.speaker());
    add(concerned, statement.addressee());
    return any(acts, statement.act().label()) && concerns(concerned, countryOf);
  }

  private boolean means(Event event, Map<String, String> countryOf) {
    List<String> concerned = new ArrayList<>(event.actors());
    concerned.addAll(event.recipients());
    add(concerned, event.place());
    Double most = score;
    return any(types, event.type().name())
        && any(statuses, event.status().label())
        && (most == null || event.score() <= most)
        && concerns(concerned, countryOf);
  }

  private static void add(List<String> ids, @Nullable String id) {
    if (id != null) {
      ids.add(id);
    }
  }

  private static boolean any(Set<String> wanted, String value) {
    return wanted.isEmpty() || wanted.contains(value);
  }

  private boolean concerns(Collection<String> ids, Map<String, String> countryOf) {
    return countries.isEmpty()
        || ids.stream().anyMatch(id -> countries.contains(countryOf.getOrDefault(id, "")));
  }
}
