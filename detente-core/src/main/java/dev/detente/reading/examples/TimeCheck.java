package dev.detente.reading.examples;

import dev.detente.record.TimeExpression;
import java.util.ArrayList;
import java.util.List;

/** Calendars: an expression of the text and its value. */
final class TimeCheck implements Check {
  @Override
  public List<String> faults(Example example, Reading reading) {
    String expected =
        example.expected().path("time").asText()
            + " = "
            + example.expected().path("value").asText();
    List<String> read = new ArrayList<>();
    for (TimeExpression time : reading.record().times()) {
      read.add(reading.words(time.span()) + " = " + time.value());
    }
    return read.contains(expected)
        ? List.of()
        : List.of(
            "time: expected "
                + expected
                + ", read "
                + (read.isEmpty() ? "none" : String.join(", ", read)));
  }
}
