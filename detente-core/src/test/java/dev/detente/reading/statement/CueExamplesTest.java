package dev.detente.reading.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.codebook.Codebook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the {@code examples} of the cue lexicons. */
class CueExamplesTest {
  private static Readings readings;

  @BeforeAll
  static void load() {
    readings = new Readings();
  }

  @AfterAll
  static void close() {
    readings.close();
  }

  @TestFactory
  List<DynamicTest> attributeAsTheLexiconSays() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String language : List.of("nb", "nn", "en", "da", "sv")) {
      for (JsonNode example : Codebook.bundled().lexicon(language, "cues").path("examples")) {
        String text = example.path("text").asText();
        tests.add(DynamicTest.dynamicTest(language + ": " + text, () -> check(language, example)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private static void check(String language, JsonNode example) {
    List<Readings.Told> told = readings.read(language, example.path("text").asText());
    assertThat(told).extracting(Readings.Told::words).contains(example.path("content").asText());
    Readings.Told found =
        told.stream()
            .filter(each -> each.words().equals(example.path("content").asText()))
            .findFirst()
            .orElseThrow();
    assertThat(found.speaker()).isEqualTo(example.path("speaker").asText());
    assertThat(found.statement().why()).isNotBlank();
    if (example.has("kind")) {
      assertThat(found.statement().kind().label()).isEqualTo(example.path("kind").asText());
    }
    if (example.has("act")) {
      assertThat(found.statement().act().label()).isEqualTo(example.path("act").asText());
    }
    if (example.has("addressee")) {
      assertThat(found.addressee()).isEqualTo(example.path("addressee").asText());
    }
  }
}
