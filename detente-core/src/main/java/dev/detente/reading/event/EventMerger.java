package dev.detente.reading.event;

import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins mentions of the same event into one draft. Stateless. */
final class EventMerger {
  /** Types that are told by what befell somebody, whoever is said to have done it. */
  private static final Set<EventType> TO_SOMEBODY =
      Set.of(EventType.RETREAT, EventType.COERCE, EventType.SANCTION);

  private EventMerger() {}

  /** One draft per event, in order of first mention. */
  static List<Draft> merge(List<Draft> drafts) {
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
  static List<Draft> absorb(List<Draft> spoken, List<Draft> told) {
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

  private static boolean same(Draft one, Draft other) {
    if (one.type() != other.type() || !compatible(one.mode(), other.mode())) {
      return false;
    }
    boolean spoken = one.source().statement() != null && other.source().statement() != null;
    if (spoken
        && (one.clarity() == Draft.HEADING || other.clarity() == Draft.HEADING)
        && overlap(one.actors(), other.actors())) {
      // What a heading says in short the body says again.
      return true;
    }
    if (TO_SOMEBODY.contains(one.type())
        && !one.recipients().isEmpty()
        && !other.recipients().isEmpty()
        && overlap(one.recipients(), other.recipients())
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
    if (!compatible(one.place(), other.place())) {
      return false;
    }
    if (!compatibleDates(one.date(), other.date())) {
      return false;
    }
    return one.status() == other.status()
        || settled(one.status()) == settled(other.status())
        || other.actors().isEmpty() && other.recipients().isEmpty();
  }

  private static boolean settled(EventStatus status) {
    return status == EventStatus.ACTUAL || status == EventStatus.HISTORICAL;
  }

  private static boolean compatible(@Nullable String one, @Nullable String other) {
    return one == null || other == null || one.equals(other);
  }

  private static boolean compatibleDates(@Nullable String one, @Nullable String other) {
    return one == null
        || other == null
        || one.endsWith("~")
        || other.endsWith("~")
        || one.equals(other);
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
        clearer.actors().isEmpty() ? lesser.actors() : clearer.actors(),
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
