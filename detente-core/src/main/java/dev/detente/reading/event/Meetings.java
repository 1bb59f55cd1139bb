package dev.detente.reading.event;

import dev.detente.reading.actor.Cast;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who meets whom and who is whose guest. A state gives way to a person who meets for it, the press
 * is no party, and where all but one side come from abroad to the place of the meeting they visit
 * the one that is at home there. Stateless apart from the article.
 */
final class Meetings {
  private static final String VISIT = "visit";
  private static final String NEUTRAL = "third-party";
  private static final String PRESS = "JRN";

  /** Countries of bodies that belong to no state. */
  private static final List<String> BODIES = List.of("IGO", "UNO", "EUR", "NGO", "MNC");

  private final Cast cast;
  private final Map<String, Place> places = new HashMap<>();

  Meetings(Cast cast, List<Place> places) {
    this.cast = cast;
    places.forEach(place -> this.places.put(place.id(), place));
  }

  /** The drafts with those who only seem to meet left out; a meeting with the press is none. */
  List<Draft> settle(List<Draft> drafts) {
    List<Draft> settled = new ArrayList<>();
    for (Draft draft : drafts) {
      if (draft.type() != EventType.CONSULT) {
        settled.add(draft);
        continue;
      }
      boolean press =
          draft.actors().stream().anyMatch(this::isPress)
              || draft.recipients().stream().anyMatch(this::isPress);
      List<String> actors = represented(draft.actors(), draft.actors());
      List<String> all = new ArrayList<>(draft.actors());
      all.addAll(draft.recipients());
      List<String> recipients = represented(draft.recipients(), all);
      if (!press || actors.size() + recipients.size() > 1) {
        settled.add(draft.withParties(actors, recipients));
      }
    }
    return settled;
  }

  /** Where a meeting is held, seen from those who meet. */
  enum Venue {
    /** Unknown, or it says nothing of guests and hosts. */
    OPEN,
    /** At home for one side and abroad for the others. */
    HOSTED,
    /** Abroad for all, who come from several countries. */
    NEUTRAL
  }

  Venue venue(Draft draft) {
    String country = countryOf(draft.place());
    if (country == null) {
      return Venue.OPEN;
    }
    Set<String> elsewhere = new TreeSet<>();
    boolean home = false;
    List<String> all = new ArrayList<>(draft.actors());
    all.addAll(draft.recipients());
    for (String id : all) {
      String of = cast.actor(id).country();
      if (of == null || BODIES.contains(of)) {
        return Venue.OPEN;
      }
      if (of.equals(country)) {
        home = true;
      } else {
        elsewhere.add(of);
      }
    }
    if (elsewhere.isEmpty()) {
      return Venue.OPEN;
    }
    return home ? Venue.HOSTED : elsewhere.size() > 1 ? Venue.NEUTRAL : Venue.OPEN;
  }

  /** A meeting with the mode that its venue gives where its words leave it open. */
  Draft byVenue(Draft draft) {
    boolean settled = draft.status() == EventStatus.ACTUAL || draft.status() == EventStatus.ALLEGED;
    if (draft.type() != EventType.CONSULT || draft.mode() != null || !settled) {
      return draft;
    }
    return switch (venue(draft)) {
      case HOSTED -> draft.typed(draft.type(), VISIT, draft.status(), "venue");
      case NEUTRAL -> draft.typed(draft.type(), NEUTRAL, draft.status(), "venue");
      case OPEN -> draft;
    };
  }

  /** A visit with its guests as those who act and its hosts as recipients. */
  Draft hosted(Draft draft) {
    String country = countryOf(draft.place());
    if (draft.type() != EventType.CONSULT
        || !VISIT.equals(draft.mode())
        || country == null
        || !draft.recipients().isEmpty() && !strangers(draft.recipients(), country)) {
      return draft;
    }
    List<String> guests = new ArrayList<>();
    List<String> hosts = new ArrayList<>();
    for (String id : draft.actors()) {
      (country.equals(cast.actor(id).country()) ? hosts : guests).add(id);
    }
    String state = cast.state(country);
    if (hosts.isEmpty() && state != null) {
      hosts.add(state);
    }
    return guests.isEmpty() || hosts.isEmpty() ? draft : draft.withParties(guests, hosts);
  }

  /** Whether all of these are at home in some other country than this one. */
  private boolean strangers(List<String> parties, String country) {
    for (String id : parties) {
      String of = cast.actor(id).country();
      if (of == null || of.equals(country) || BODIES.contains(of)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable String countryOf(@Nullable String place) {
    Place found = place == null ? null : places.get(place);
    return found == null ? null : found.country();
  }

  private boolean isPress(String id) {
    return PRESS.equals(cast.actor(id).sector());
  }

  /** Those of some parties that no person among all of them meets for, the press left out. */
  private List<String> represented(List<String> some, List<String> all) {
    List<String> found = new ArrayList<>();
    for (String id : some) {
      Actor actor = cast.actor(id);
      boolean byPerson = false;
      if (actor.kind() == ActorKind.STATE && actor.country() != null) {
        for (String other : all) {
          Actor person = cast.actor(other);
          byPerson |= person.kind() == ActorKind.PERSON && actor.country().equals(person.country());
        }
      }
      if (!byPerson && !isPress(id)) {
        found.add(id);
      }
    }
    return found;
  }
}
