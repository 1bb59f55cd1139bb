package dev.detente.reading.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has been told so far of who did what to whom; grows as an article's drafts are read. */
final class Discourse {
  private final List<Draft> told = new ArrayList<>();
  private final Map<String, String> lastTarget = new HashMap<>();
  private final Map<String, String> lastOpponent = new HashMap<>();

  void add(Draft draft) {
    told.add(draft);
    for (String actor : draft.actors()) {
      for (String recipient : draft.recipients()) {
        lastTarget.put(actor, recipient);
        lastOpponent.put(recipient, actor);
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

  /** The draft before; null at the beginning. */
  @Nullable Draft previous() {
    return told.isEmpty() ? null : told.get(told.size() - 1);
  }

  /** How many earlier drafts have this actor as one who acts. */
  int acted(String actor) {
    int count = 0;
    for (Draft draft : told) {
      if (draft.actors().contains(actor)) {
        count++;
      }
    }
    return count;
  }

  /** How many earlier drafts have this actor as one acted upon. */
  int suffered(String actor) {
    int count = 0;
    for (Draft draft : told) {
      if (draft.recipients().contains(actor)) {
        count++;
      }
    }
    return count;
  }
}
