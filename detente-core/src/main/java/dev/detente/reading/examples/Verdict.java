package dev.detente.reading.examples;

import java.util.List;

/**
 * What became of an example. Immutable.
 *
 * @param faults what was expected and what was read instead; empty when all is right
 */
public record Verdict(Example example, List<String> faults) {
  public Verdict {
    faults = List.copyOf(faults);
  }

  /** Whether the text gave what it must. */
  public boolean isRight() {
    return faults.isEmpty();
  }
}
