package dev.detente.reading.examples;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.List;

/** Cues: who says which words, and how; or, for the example of an entry, the act alone. */
final class StatementCheck implements Check {
  @Override
  public List<String> faults(Example example, Reading reading) {
    return example.expected().has("content")
        ? statement(example.expected(), reading)
        : act(
            example.expected().path("gives").asText(example.expected().path("act").asText()),
            reading);
  }

  private static List<String> statement(JsonNode expected, Reading reading) {
    List<String> read = new ArrayList<>();
    for (Statement statement : reading.record().statements()) {
      String words = reading.words(statement);
      if (words.equals(expected.path("content").asText())) {
        List<String> faults = new ArrayList<>();
        Check.same(expected, "speaker", reading.name(statement.speaker()), faults);
        Check.same(expected, "kind", statement.kind().label(), faults);
        Check.same(expected, "act", statement.act().label(), faults);
        Check.same(expected, "addressee", reading.name(statement.addressee()), faults);
        return faults;
      }
      read.add("“" + words + "”");
    }
    return List.of(
        "content: expected “"
            + expected.path("content").asText()
            + "”, read "
            + (read.isEmpty() ? "no statement" : String.join(", ", read)));
  }

  private static List<String> act(String expected, Reading reading) {
    List<String> acts = new ArrayList<>();
    reading.record().statements().forEach(statement -> acts.add(statement.act().label()));
    boolean right = expected.equals("-") ? acts.isEmpty() : acts.contains(expected);
    return right ? List.of() : List.of("act: expected " + expected + ", read " + shown(acts));
  }

  private static String shown(List<String> acts) {
    return acts.isEmpty() ? "no statement" : String.join(", ", acts);
  }
}
