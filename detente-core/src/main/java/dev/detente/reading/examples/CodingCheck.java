package dev.detente.reading.examples;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.codebook.plover.Plover;
import dev.detente.record.EventType;
import java.util.ArrayList;
import java.util.List;

/** The scheme: how an event type and mode are coded. */
final class CodingCheck implements Check {
  private final Plover plover;

  CodingCheck(Plover plover) {
    this.plover = plover;
  }

  @Override
  public List<String> faults(Example example, Reading reading) {
    JsonNode expected = example.expected();
    String mode = expected.hasNonNull("mode") ? expected.path("mode").asText() : null;
    Plover.Coding coding =
        plover.coding(EventType.valueOf(expected.path("type").asText()), mode, null);
    List<String> faults = new ArrayList<>();
    Check.same(expected, "cameo", coding.cameo(), faults);
    Check.same(expected, "quad", coding.quad(), faults);
    number(expected, "score", coding.score(), faults);
    number(
        expected,
        "goldstein",
        coding.goldstein() == null ? Double.NaN : coding.goldstein(),
        faults);
    return faults;
  }

  private static void number(JsonNode expected, String key, double read, List<String> faults) {
    if (expected.has(key) && Double.compare(expected.path(key).asDouble(), read) != 0) {
      faults.add(key + ": expected " + expected.path(key).asText() + ", read " + read);
    }
  }
}
