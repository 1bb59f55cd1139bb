package dev.detente.reading.examples;

import dev.detente.record.Place;
import java.util.ArrayList;
import java.util.List;

/** Places: the name in the record and its country; {@code -} for no place. */
final class PlaceCheck implements Check {
  @Override
  public List<String> faults(Example example, Reading reading) {
    String expected = example.expected().path("place").asText();
    List<String> read = new ArrayList<>();
    for (Place place : reading.record().places()) {
      if (place.name().equals(expected)) {
        List<String> faults = new ArrayList<>();
        Check.same(example.expected(), "country", place.country(), faults);
        return faults;
      }
      read.add(place.name());
    }
    if (expected.equals("-") && read.isEmpty()) {
      return List.of();
    }
    return List.of(
        "place: expected "
            + (expected.equals("-") ? "none" : expected)
            + ", read "
            + (read.isEmpty() ? "none" : String.join(", ", read)));
  }
}
