package dev.detente.reading.event;

import dev.detente.reading.actor.Cast;
import dev.detente.record.ActorKind;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Place;
import dev.detente.record.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins mentions of the same event into one draft. Stateless apart from the article's places. */
final class EventMerger {
  /** Types that are told by what befell somebody, whoever is said to have done it. */
  private static final Set<EventType> TO_SOMEBODY =
      Set.of(EventType.RETREAT, EventType.COERCE, EventType.SANCTION);

  /** Places nearer to each other than this are one, in kilometres. */
  private static final double NEAR = 60;

  private static final double RADIUS = 6371;

  private final Map<String, Place> places = new HashMap<>();

  private final Cast cast;

  EventMerger(Cast cast, List<Place> places) {
    this.cast = cast;
    places.forEach(place -> this.places.put(place.id(), place));
  }

  /** One draft per event, in order of first mention. */
  List<Draft> merge(List<Draft> drafts) {
    List<Draft> events = new ArrayList<>();
    for (Draft draft : drafts) {
      int same = -1;
      for (int i = events.size() - 1; i >= 0; i--) {
        if (same(events.get(i), draft)) {
          same = i;
          break;
        }
      }
      if (same < 0) {
        events.add(draft);
      } else {
        events.set(same, join(events.get(same), draft));
      }
    }
    return events;
  }

  /**
   * Adds what triggers tell to what statements do. A trigger inside the words of a statement that
   * is itself an event of that type tells the same once more.
   */
  List<Draft> absorb(List<Draft> spoken, List<Draft> told) {
    List<Draft> all = new ArrayList<>(spoken);
    for (Draft draft : told) {
      int same = -1;
      for (int i = 0; i < spoken.size(); i++) {
        Draft event = spoken.get(i);
        boolean sameWords =
            event.anchor().overlaps(draft.anchor())
                || event.type() == draft.type() && event.evidence().overlaps(draft.evidence());
        if (sameWords && overlap(event.actors(), draft.actors())) {
          same = i;
          break;
        }
        if (same(event, draft)) {
          same = i;
          break;
        }
      }
      if (same < 0) {
        all.add(draft);
      }
    }
    return all;
  }

  private boolean same(Draft one, Draft other) {
    if (one.type() != other.type() || !compatible(one.mode(), other.mode())) {
      return false;
    }
    boolean spoken = one.source().statement() != null && other.source().statement() != null;
    if (spoken && one.source().statement() == other.source().statement()) {
      // Each demand of a list is one of its own.
      return false;
    }
    if (spoken
        && (one.clarity() == Draft.HEADING || other.clarity() == Draft.HEADING)
        && overlap(one.actors(), other.actors())) {
      // What a heading says in short the body says again.
      return true;
    }
    if (TO_SOMEBODY.contains(one.type())
        && !one.recipients().isEmpty()
        && !other.recipients().isEmpty()
        && shareSomebody(one.recipients(), other.recipients())
        && compatibleDates(one.date(), other.date())) {
      return settled(one.status()) == settled(other.status());
    }
    if (!overlap(one.actors(), other.actors()) || !overlap(one.recipients(), other.recipients())) {
      return false;
    }
    if (one.actors().isEmpty() != other.actors().isEmpty()
        && one.recipients().isEmpty() != other.recipients().isEmpty()
        && one.actors().isEmpty() == other.recipients().isEmpty()) {
      // One names only who acted, the other only who was acted upon: too little to go by.
      return false;
    }
    if (!samePlace(one.place(), other.place())) {
      return false;
    }
    if (!compatibleDates(one.date(), other.date())) {
      return false;
    }
    return one.status() == other.status()
        || settled(one.status()) == settled(other.status())
        || other.actors().isEmpty() && other.recipients().isEmpty();
  }

  /** Whether two have somebody in common who is no state; one state is acted upon in many ways. */
  private boolean shareSomebody(List<String> one, List<String> other) {
    for (String id : one) {
      if (cast.actor(id).kind() != ActorKind.STATE && other.contains(id)) {
        return true;
      }
    }
    return false;
  }

  private static boolean settled(EventStatus status) {
    return status == EventStatus.ACTUAL || status == EventStatus.HISTORICAL;
  }

  private static boolean compatible(@Nullable String one, @Nullable String other) {
    return one == null || other == null || one.equals(other);
  }

  /** Whether two places can be one: unknown, equal, near, or a country and a place in it. */
  private boolean samePlace(@Nullable String one, @Nullable String other) {
    if (one == null || other == null || one.equals(other)) {
      return true;
    }
    Place first = places.get(one);
    Place second = places.get(other);
    if (first == null
        || second == null
        || first.country() == null
        || !first.country().equals(second.country())) {
      return false;
    }
    return first.precision().equals("country")
        || second.precision().equals("country")
        || near(first, second);
  }

  private static boolean near(Place one, Place other) {
    if (one.lat() == null || one.lon() == null || other.lat() == null || other.lon() == null) {
      return false;
    }
    double north = Math.toRadians(other.lat() - one.lat());
    double east =
        Math.toRadians(other.lon() - one.lon())
            * Math.cos(Math.toRadians((one.lat() + other.lat()) / 2));
    return RADIUS * Math.hypot(north, east) < NEAR;
  }

  /** Whether two EDTF values can be one: unknown, approximate, equal, or one within the other. */
  private static boolean compatibleDates(@Nullable String one, @Nullable String other) {
    if (one == null || other == null || one.endsWith("~") || other.endsWith("~")) {
      return true;
    }
    if (one.indexOf('/') >= 0 || other.indexOf('/') >= 0) {
      return one.equals(other);
    }
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b && a != 'X' && b != 'X') {
        return false;
      }
    }
    return true;
  }

  private static boolean overlap(List<String> one, List<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return true;
    }
    for (String id : one) {
      if (other.contains(id)) {
        return true;
      }
    }
    return false;
  }

  private static Draft join(Draft one, Draft other) {
    Draft clearer = weight(other) > weight(one) ? other : one;
    Draft lesser = weight(other) > weight(one) ? one : other;
    Set<Quantity> quantities = new LinkedHashSet<>(clearer.quantities());
    quantities.addAll(lesser.quantities());
    Set<String> contexts = new LinkedHashSet<>(clearer.contexts());
    contexts.addAll(lesser.contexts());
    return new Draft(
        clearer.source(),
        clearer.type(),
        clearer.mode() != null ? clearer.mode() : lesser.mode(),
        new ArrayList<>(contexts),
        clearer.cameo() != null ? clearer.cameo() : lesser.cameo(),
        actors(clearer, lesser),
        clearer.recipients().isEmpty() ? lesser.recipients() : clearer.recipients(),
        clearer.place() != null ? clearer.place() : lesser.place(),
        better(clearer.date(), lesser.date()),
        clearer.status(),
        clearer.statement(),
        new ArrayList<>(quantities),
        clearer.anchor(),
        clearer.evidence(),
        clearer.clarity(),
        clearer.why());
  }

  /** Those of the clearer mention; of a meeting told with one party, those of both mentions. */
  private static List<String> actors(Draft clearer, Draft lesser) {
    if (clearer.actors().isEmpty()) {
      return lesser.actors();
    }
    boolean oneParty =
        clearer.type() == EventType.CONSULT
            && clearer.actors().size() + clearer.recipients().size() < 2;
    if (!oneParty) {
      return clearer.actors();
    }
    Set<String> all = new LinkedHashSet<>(clearer.actors());
    all.addAll(lesser.actors());
    all.removeAll(lesser.recipients());
    return new ArrayList<>(all);
  }

  private static @Nullable String better(@Nullable String one, @Nullable String other) {
    if (one == null || other != null && one.endsWith("~") && !Objects.equals(one, other)) {
      return other == null ? one : other;
    }
    return one;
  }

  private static int weight(Draft draft) {
    return draft.clarity()
        + (draft.actors().isEmpty() ? 0 : 2)
        + (draft.recipients().isEmpty() ? 0 : 2)
        + (draft.status() == EventStatus.ACTUAL ? 1 : 0);
  }
}
