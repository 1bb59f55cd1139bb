package dev.detente.reading.event;

import dev.detente.reading.actor.Cast;
import dev.detente.record.EventType;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has been told so far of who did what to whom; grows as an article's drafts are read. */
final class Discourse {
  private final Cast cast;

  private final Map<String, Integer> acted = new HashMap<>();
  private final Map<String, Integer> suffered = new HashMap<>();
  private final Map<String, String> lastTarget = new HashMap<>();
  private final Map<String, String> lastOpponent = new HashMap<>();
  private final Map<EventType, Draft> lastOfType = new EnumMap<>(EventType.class);

  /** By the sides of who acts and who is acted upon how often. */
  private final Map<List<String>, Integer> between = new HashMap<>();

  private @Nullable Draft previous;

  Discourse(Cast cast) {
    this.cast = cast;
  }

  void add(Draft draft) {
    previous = draft;
    if (!draft.actors().isEmpty() || !draft.recipients().isEmpty()) {
      lastOfType.put(draft.type(), draft);
    }
    draft.actors().forEach(actor -> acted.merge(actor, 1, Integer::sum));
    draft.recipients().forEach(actor -> suffered.merge(actor, 1, Integer::sum));
    for (String actor : draft.actors()) {
      for (String recipient : draft.recipients()) {
        lastTarget.put(actor, recipient);
        lastOpponent.put(recipient, actor);
        between.merge(sides(actor, recipient), 1, Integer::sum);
      }
    }
  }

  /** Whom this actor last acted upon. */
  @Nullable String targetOf(String actor) {
    return lastTarget.get(actor);
  }

  /** Who last acted upon this actor. */
  @Nullable String opponentOf(String actor) {
    return lastOpponent.get(actor);
  }

  private List<String> sides(String actor, String recipient) {
    return List.of(Encounters.side(cast, actor), Encounters.side(cast, recipient));
  }

  /** How often one of an actor's side acted upon one of another's. */
  int between(String actor, String recipient) {
    return between.getOrDefault(sides(actor, recipient), 0);
  }

  /** The draft before; null at the beginning. */
  @Nullable Draft previous() {
    return previous;
  }

  /** The last draft of a type that names a party; null when there is none. */
  @Nullable Draft lastOf(EventType type) {
    return lastOfType.get(type);
  }

  /** How many earlier drafts have this actor as one who acts. */
  int acted(String actor) {
    return acted.getOrDefault(actor, 0);
  }

  /** How many earlier drafts have this actor as one acted upon. */
  int suffered(String actor) {
    return suffered.getOrDefault(actor, 0);
  }
}
