package dev.detente.reading.examples;

import dev.detente.record.Event;
import java.util.ArrayList;
import java.util.List;

/** Triggers: {@code TYPE}, {@code TYPE/mode}, or {@code -} for no event. */
final class EventCheck implements Check {
  @Override
  public List<String> faults(Example example, Reading reading) {
    String expected = example.expected().path("gives").asText();
    List<String> read = new ArrayList<>();
    boolean found = false;
    for (Event event : reading.record().events()) {
      String coded = event.type() + (event.mode() == null ? "" : "/" + event.mode());
      read.add(coded);
      found |= coded.equals(expected);
    }
    if (expected.equals("-") ? read.isEmpty() : found) {
      return List.of();
    }
    return List.of(
        "event: expected "
            + (expected.equals("-") ? "none" : expected)
            + ", read "
            + (read.isEmpty() ? "none" : String.join(", ", read)));
  }
}
