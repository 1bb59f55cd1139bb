package dev.detente.codebook.plover;

import dev.detente.record.EventType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of the trigger lexicon: words that report an event, and where its parties stand.
 * Immutable.
 *
 * @param id name of the entry, for {@code why}
 * @param part which part of speech the pattern's head has
 * @param pattern the words
 * @param type event type
 * @param mode mode; null when the words leave it open
 * @param contexts PLOVER contexts
 * @param cameo CAMEO code; null for that of the type and mode
 * @param actor roles in which the actor is looked for, best first
 * @param recipient roles in which the recipient is looked for, best first
 * @param all roles whose holders all take part as actors; empty for one-sided events
 * @param needs what must be found for the words to count
 * @param not lemmas, forms or compound parts beside the trigger that make it something else
 */
public record Trigger(
    String id,
    Part part,
    WordPattern pattern,
    EventType type,
    @Nullable String mode,
    List<String> contexts,
    @Nullable String cameo,
    List<String> actor,
    List<String> recipient,
    List<String> all,
    Set<String> needs,
    Set<String> not) {
  public Trigger {
    contexts = List.copyOf(contexts);
    actor = List.copyOf(actor);
    recipient = List.copyOf(recipient);
    all = List.copyOf(all);
    needs = Set.copyOf(needs);
    not = Set.copyOf(not);
  }

  /** Part of speech of a pattern's head. */
  public enum Part {
    VERB,
    NOUN,
    WORD
  }
}
