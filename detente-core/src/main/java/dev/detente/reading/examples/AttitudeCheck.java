package dev.detente.reading.examples;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.CodebookFile;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.statement.Attitudes;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Attitudes: one that a sentence's words show; {@code -} for none at all. */
final class AttitudeCheck implements Check {
  private final Map<String, Attitudes> lexicons = new HashMap<>();

  AttitudeCheck(Codebook codebook) {
    for (List<String> languages : List.of(CodebookFile.LANGUAGES, CodebookFile.NEAR_LANGUAGES)) {
      languages.forEach(language -> lexicons.put(language, Attitudes.of(codebook, language)));
    }
  }

  @Override
  public List<String> faults(Example example, Reading reading) {
    Attitudes lexicon = lexicons.get(example.language());
    Set<String> shown = new LinkedHashSet<>();
    for (Sentence sentence : reading.article().sentences()) {
      if (lexicon != null) {
        shown.addAll(lexicon.in(sentence.words().stream().map(Word::form).toList()));
      }
    }
    String expected = example.expected().path("attitude").asText();
    boolean right = expected.equals("-") ? shown.isEmpty() : shown.contains(expected);
    return right
        ? List.of()
        : List.of(
            "attitude: expected "
                + expected
                + ", read "
                + (shown.isEmpty() ? "none" : String.join(", ", shown)));
  }
}
