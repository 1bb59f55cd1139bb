package dev.detente.codebook.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.CodebookFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCheckTest {
  private static final Codebook BUNDLED = Codebook.bundled();

  @TempDir private Path folder;

  private List<Finding> check(String path, String content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return new SchemaCheck(Codebook.overlaid(folder)).ofOverlay();
  }

  @Test
  void ourOwnFilesAreAsTheirSchemasSay() {
    assertThat(new SchemaCheck(BUNDLED).all()).extracting(Finding::message).isEmpty();
  }

  /** The schemas are JSON Schema: another validator comes to the same end. */
  @Test
  void anotherValidatorAgrees() throws IOException {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    List<String> wrong = new ArrayList<>();
    for (CodebookFile.Member member : BUNDLED.members()) {
      JsonNode schema;
      try (InputStream stream = BUNDLED.open(member.kind().schema())) {
        schema = new ObjectMapper().readTree(stream);
      }
      JsonSchema validator = factory.getSchema(schema);
      Set<ValidationMessage> messages = validator.validate(BUNDLED.file(member.path()));
      messages.forEach(message -> wrong.add(member.path() + ": " + message));
      JsonNode broken = new ObjectMapper().readTree("{\"verbs\": 1, \"nobody-knows\": [true]}");
      assertThat(validator.validate(broken)).as(member.path()).isNotEmpty();
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void namesFileLineKeyAndRemedy() throws IOException {
    List<Finding> found =
        check(
            "nb/cues.yaml",
            """
            # mine
            verbs:
              - act: denny
                frames: [clause]
                cues: [benekte]
              - act: say
                frames: [quote]
                cue: [si]
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "DET-0305: codebook file "
                + folder.resolve("nb/cues.yaml")
                + ", line 3, verbs[0].act: \"denny\" is not one of the values known here;"
                + " did you mean \"deny\"?",
            "DET-0306: codebook file "
                + folder.resolve("nb/cues.yaml")
                + ", line 6, verbs[1]: the key \"cues\" is missing; add it: the cues: the head's"
                + " lemma and the further words that must stand by it",
            "DET-0303: codebook file "
                + folder.resolve("nb/cues.yaml")
                + ", line 8, verbs[1].cue: no key is called \"cue\" here; did you mean \"cues\"?");
  }

  @Test
  void tellsWordsFromNumbersAndTruth() throws IOException {
    assertThat(
            check(
                "en/layout.yaml",
                """
                credit: [photo, 5, true]
                byline: by
                facts: {no: list}
                """))
        .extracting(Finding::code, Finding::line, Finding::key, Finding::remedy)
        .containsExactly(
            Tuple.tuple("DET-0304", 1, "credit[1]", "put it in quotation marks"),
            Tuple.tuple("DET-0304", 1, "credit[2]", "put it in quotation marks"),
            Tuple.tuple("DET-0304", 2, "byline", "put it in brackets: [...]"),
            Tuple.tuple(
                "DET-0304",
                3,
                "facts",
                "a list of words: [one, other]; put words like \"true\" and numbers in quotation"
                    + " marks"));
  }

  @Test
  void yesNoOnAndOffAreWords() throws IOException {
    assertThat(check("en/layout.yaml", "credit: [yes, no, on, off]\n")).isEmpty();
    assertThat(BUNDLED.lexicon("en", "triggers").path("lists").path("locative"))
        .extracting(JsonNode::asText)
        .contains("on");
  }

  @Test
  void aliasesStandForWhatTheyName() throws IOException {
    assertThat(check("en/layout.yaml", "credit: &marks [photo, picture]\npicture: *marks\n"))
        .isEmpty();
    assertThat(check("en/layout.yaml", "credit: &marks photo\npicture: *marks\n")).hasSize(2);
  }

  @Test
  void findsKeysThatStandTwice() throws IOException {
    assertThat(check("nn/links.yaml", "stop: [og]\ntopics: {}\nstop: [eller]\n"))
        .extracting(Finding::code, Finding::line, Finding::key)
        .containsExactly(Tuple.tuple("DET-0308", 3, "stop"));
  }

  @Test
  void findsFilesThatChangeNothing() throws IOException {
    assertThat(check("nb/cue.yaml", "verbs: []\n"))
        .extracting(Finding::code, Finding::remedy)
        .containsExactly(Tuple.tuple("DET-0307", "did you mean \"nb/cues.yaml\"?"));
  }

  @Test
  void namesTheLineOfBrokenYaml() throws IOException {
    List<Finding> found = check("nb/cues.yaml", "verbs:\n  - act: say\n cues: [\n");
    assertThat(found).extracting(Finding::code).containsExactly("DET-0301");
    assertThat(found.get(0).line()).isBetween(2, 4);
  }

  @Test
  void saysNothingOfAUsersOtherFiles() throws IOException {
    Files.writeString(folder.resolve("README.md"), "mine");
    assertThat(check("notes/log.txt", "x")).isEmpty();
  }

  @Test
  void findsListsThatNothingAsksFor() throws IOException {
    assertThat(check("nb/cues.yaml", "verbs: []\nwords:\n  markers: [at]\n  negation: [ikke]\n"))
        .extracting(Finding::code, Finding::line, Finding::key, Finding::remedy)
        .containsExactly(
            Tuple.tuple("DET-0303", 4, "words.negation", "did you mean \"negations\"?"));
  }
}
