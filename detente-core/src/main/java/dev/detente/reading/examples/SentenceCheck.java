package dev.detente.reading.examples;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.codebook.Words;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import java.util.ArrayList;
import java.util.List;

/** Orthography: the sentences and the words of each. */
final class SentenceCheck implements Check {
  @Override
  public List<String> faults(Example example, Reading reading) {
    List<String> expected = new ArrayList<>();
    for (JsonNode sentence : example.expected().path("sentences")) {
      expected.add(String.join(" · ", Words.list(sentence)));
    }
    List<String> read = new ArrayList<>();
    for (Sentence sentence : reading.article().sentences()) {
      read.add(String.join(" · ", sentence.words().stream().map(Word::form).toList()));
    }
    for (int i = 0; i < Math.max(expected.size(), read.size()); i++) {
      String due = i < expected.size() ? expected.get(i) : "no more";
      String is = i < read.size() ? read.get(i) : "no more";
      if (!due.equals(is)) {
        return List.of("sentence " + (i + 1) + ": expected “" + due + "”, read “" + is + "”");
      }
    }
    return List.of();
  }
}
