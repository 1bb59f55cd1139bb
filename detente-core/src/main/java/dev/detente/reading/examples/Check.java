package dev.detente.reading.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what an example must give with what was read. Thread-safe. */
interface Check {
  /** What is wrong; see {@link Verdict}. */
  List<String> faults(Example example, Reading reading);

  /** Adds a fault when the example says something of this key and something else was read. */
  static void same(JsonNode expected, String key, @Nullable String read, List<String> faults) {
    if (expected.has(key) && !Objects.equals(expected.path(key).asText(), read)) {
      faults.add(key + ": expected " + expected.path(key).asText() + ", read " + read);
    }
  }
}
