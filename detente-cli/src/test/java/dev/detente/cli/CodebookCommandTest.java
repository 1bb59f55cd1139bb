package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodebookCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private void write(String path, String content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "show", "test"})
  void everyCommandHasHelpWithAnExample(String command) {
    Run help = Run.piped("", "codebook", command, "--help");

    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("Usage: detente codebook " + command).contains("Example");
    assertThat(help.out().lines()).allMatch(line -> line.length() <= 90);
  }

  @Test
  void aCommandMustBeNamed() {
    Run run = Run.piped("", "codebook");

    assertThat(run.code()).isEqualTo(Main.USAGE);
    assertThat(run.err()).contains("check, show or test");
  }

  @Test
  void checkFindsOursInOrder() {
    Run run = Run.piped("", "codebook", "check");

    assertThat(run.out()).matches("\\d+ files, all right\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void checkTellsEveryFaultOfAUsersFolder() throws IOException {
    write("nb/cues.yaml", "verbs:\n  - act: denny\n    frames: [clause]\n    cues: [avvise]\n");
    write("en/triggers.yaml", "trigger: []\n");
    Run run = Run.piped("", "codebook", "check", "--codebook", folder);

    assertThat(run.code()).isEqualTo(Main.SOME_FAILED);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("DET-0305: codebook file " + folder.resolve("nb/cues.yaml") + ", line 2")
        .contains("did you mean \"deny\"?")
        .contains("DET-0306")
        .contains("DET-0303")
        .endsWith("3 faults\n");

    Run json = Run.piped("", "codebook", "check", "--codebook", folder, "-f", "json");
    JsonNode faults = JSON.readTree(json.out());
    assertThat(faults).hasSize(3);
    assertThat(faults.path(0).path("line").asInt()).isEqualTo(2);
    assertThat(faults.path(0).path("key").asText()).isEqualTo("verbs[0].act");
  }

  @Test
  void checkFindsWhatIsNamedButDoesNotExist() throws IOException {
    write(
        "nb/triggers.yaml",
        """
        triggers:
          - id: mine
            type: ASSAULT
            mode: shouting
            verbs: [rope]
        """);
    write(
        "nn/calendar.yaml",
        """
        classes: {}
        rules:
          - {name: mine, patterns: ["(i går"], value: day -1}
        """);
    Run run = Run.piped("", "codebook", "check", "--codebook", folder);

    assertThat(run.code()).isEqualTo(Main.SOME_FAILED);
    assertThat(run.out())
        .contains("DET-0313: codebook file " + folder.resolve("nb/triggers.yaml") + ", line 2")
        .contains("ASSAULT has no mode shouting")
        .contains("DET-0331: codebook file " + folder.resolve("nn/calendar.yaml") + ", line 3")
        .endsWith("2 faults\n");
  }

  @Test
  void nothingIsReadWithABrokenCodebook() throws IOException {
    write("nb/cues.yaml", "verbs:\n  - act: denny\n    frames: [what]\n    cues: [avvise]\n");
    Run run = Run.piped("Hei.", "read", "--codebook", folder, "-");

    assertThat(run.code()).isEqualTo(Main.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("DET-0305").contains("line 2").contains("1 more fault");
  }

  @Test
  void showListsTheFiles() throws IOException {
    write("nn/links.yaml", "stop: [og]\n");
    Run run = Run.piped("", "codebook", "show", "--codebook", folder);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("nb/cues.yaml")
        .contains("plover.yaml")
        .contains(folder.resolve("nn/links.yaml").toString())
        .contains("(yours)");
    assertThat(JSON.readTree(Run.piped("", "codebook", "show", "-f", "json").out()))
        .hasSizeGreaterThanOrEqualTo(30);
  }

  @Test
  void showPrintsTheCuesOfAnAct() throws IOException {
    Run run = Run.piped("", "codebook", "show", "cue", "deny", "--language", "nb");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("nb/cues.yaml:").contains("benekte").doesNotContain("nn/");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    JsonNode json =
        JSON.readTree(
            Run.piped("", "codebook", "show", "cue", "deny", "--language", "nb", "-f", "json")
                .out());
    assertThat(json.path(0).path("kind").asText()).isEqualTo("cue");
    assertThat(json.path(0).path("content").path("act").asText()).isEqualTo("deny");
    assertThat(json.path(0).path("line").asInt()).isPositive();
  }

  @Test
  void showPrintsAnEventTypeWithItsScore() {
    Run run = Run.piped("", "codebook", "show", "event", "assault/aerial", "--language", "en");

    assertThat(run.out())
        .contains("plover.yaml:")
        .contains("airstrike")
        .contains("material conflict");
  }

  @Test
  void showFindsAWordWhereverItStands() {
    Run run = Run.piped("", "codebook", "show", "word", "Angrep", "--language", "nb");

    assertThat(run.out())
        .contains("attack · ASSAULT")
        .contains("found")
        .contains("nb/triggers.yaml:");
    assertThat(Run.piped("", "codebook", "show", "word", "rakettangrep").out()).contains("…angrep");
    assertThat(Run.piped("", "codebook", "show", "word", "Hviterussland").out())
        .contains("world/countries.tsv:");
    Run none = Run.piped("", "codebook", "show", "word", "qwrtz");
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).contains("nothing in the codebook holds \"qwrtz\"");
  }

  @Test
  void showSaysWhatItCouldShow() {
    Run act = Run.piped("", "codebook", "show", "cue", "dney");
    assertThat(act.code()).isEqualTo(Main.USAGE);
    assertThat(act.err()).contains("DET-0231").contains("did you mean \"deny\"?");
    assertThat(Run.piped("", "codebook", "show", "verb").err()).contains("DET-0231");
    assertThat(Run.piped("", "codebook", "show", "word").err()).contains("DET-0231");
    assertThat(Run.piped("", "codebook", "show", "--language", "fi").err()).contains("DET-0232");
    assertThat(Run.piped("", "codebook", "show", "-f", "csv").err()).contains("DET-0201");
  }

  @Test
  void testNamesTheExamplesThatFail() throws IOException {
    write(
        "nb/links.yaml",
        """
        topics: {}
        stop: []
        examples:
          - {text: "Polen hevder at Belarus lyver. Toget er sent.", relation: denies, from: x, to: y}
        """);
    Run run = Run.piped("", "codebook", "test", "--language", "nb", "--codebook", folder);

    assertThat(run.code()).isEqualTo(Main.SOME_FAILED);
    assertThat(run.out())
        .contains("WRONG  " + folder.resolve("nb/links.yaml") + ", line 4")
        .contains("expected a statement with “x”, read none")
        .contains("nb/calendar.yaml  ")
        .contains("examples, 1 wrong");
    Run json =
        Run.piped("", "codebook", "test", "--language", "nb", "--codebook", folder, "-f", "json");
    assertThat(JSON.readTree(json.out())).hasSize(1);
  }
}
