package dev.detente.reading.examples;

import dev.detente.article.Passage;
import dev.detente.codebook.Words;
import java.util.ArrayList;
import java.util.List;

/** Layouts: the kinds of the passages in order. */
final class PassageCheck implements Check {
  @Override
  public List<String> faults(Example example, Reading reading) {
    List<String> expected = Words.list(example.expected().path("passages"));
    List<String> read = new ArrayList<>();
    for (Passage passage : reading.article().article().passages()) {
      read.add(passage.kind().label());
    }
    return read.equals(expected)
        ? List.of()
        : List.of(
            "passages: expected "
                + String.join(", ", expected)
                + "; read "
                + String.join(", ", read));
  }
}
