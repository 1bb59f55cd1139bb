package dev.detente.ledger.search;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a statement or event is found by beside its words. Not thread-safe. */
public final class Traits {
  private final Set<String> terms = new TreeSet<>();
  private @Nullable Integer first;
  private @Nullable Integer last;
  private @Nullable Double score;

  /** Adds a value of a trait; null adds nothing. */
  public Traits with(Trait trait, @Nullable String value) {
    if (value != null) {
      terms.add(trait.term(value));
    }
    return this;
  }

  /** The days on which it may have been, since 1970. */
  public Traits on(long firstDay, long lastDay) {
    first = Math.toIntExact(firstDay);
    last = Math.toIntExact(lastDay);
    return this;
  }

  /** The score of what really happened. */
  public Traits scored(double value) {
    score = value;
    return this;
  }

  Set<String> terms() {
    return terms;
  }

  @Nullable Integer first() {
    return first;
  }

  @Nullable Integer last() {
    return last;
  }

  @Nullable Double score() {
    return score;
  }
}
