package dev.detente.reading.actor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.codebook.Codebook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleLexiconTest {
  private static final Codebook CODEBOOK = Codebook.bundled();

  @ParameterizedTest
  @ValueSource(strings = {"nb", "nn", "en"})
  void theExamplesOfTheFileHold(String language) {
    RoleLexicon lexicon = new RoleLexicon(CODEBOOK, language);
    List<String> wrong = new ArrayList<>();
    int examples = 0;
    for (JsonNode example : CODEBOOK.lexicon(language, "roles").path("examples")) {
      String word = example.path("word").asText();
      Role role = lexicon.find(word, example.path("lemma").asText(word));
      String found =
          role == null
              ? "none"
              : role.kind() + " " + role.sector() + " " + role.office() + " " + role.gender();
      String kind = example.path("kind").asText();
      examples++;
      if (!found.startsWith(kind)
          || example.has("sector")
              && (role == null || !example.path("sector").asText().equals(role.sector()))
          || example.has("office")
              && (role == null || !example.path("office").asText().equals(role.office()))
          || example.has("gender")
              && (role == null || role.gender() != Gender.of(example.path("gender").asText()))) {
        wrong.add(word + " -> " + found);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(examples).isPositive();
  }
}
