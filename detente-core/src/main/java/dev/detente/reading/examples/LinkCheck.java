package dev.detente.reading.examples;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.record.Link;
import dev.detente.record.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links: how one statement takes up another; {@code -} for not at all. */
final class LinkCheck implements Check {
  @Override
  public List<String> faults(Example example, Reading reading) {
    JsonNode expected = example.expected();
    Statement from = statement(expected.path("from").asText(), reading);
    Statement to = statement(expected.path("to").asText(), reading);
    if (from == null || to == null) {
      return List.of(
          (from == null ? "from" : "to")
              + ": expected a statement with “"
              + expected.path(from == null ? "from" : "to").asText()
              + "”, read none");
    }
    String read = "-";
    for (Link link : reading.record().links()) {
      if (link.from().equals(from.id()) && link.to().equals(to.id())) {
        read = link.relation().label();
        if (read.equals(expected.path("relation").asText())) {
          return List.of();
        }
      }
    }
    return read.equals(expected.path("relation").asText())
        ? List.of()
        : List.of("relation: expected " + expected.path("relation").asText() + ", read " + read);
  }

  private static @Nullable Statement statement(String words, Reading reading) {
    for (Statement statement : reading.record().statements()) {
      if (reading.words(statement).contains(words)) {
        return statement;
      }
    }
    return null;
  }
}
