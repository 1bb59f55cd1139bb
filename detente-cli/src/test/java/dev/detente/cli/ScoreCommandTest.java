package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {
  @TempDir private Path folder;

  private Path gold;
  private Path records;

  @BeforeEach
  void write() throws IOException {
    gold = folder.resolve("gold.json");
    Files.writeString(
        gold,
        """
        {"id": "x", "language": "nn", "origin": "constructed", "text": "Ho seier at toget er seint.",
         "actors": [], "events": [], "links": [], "times": [], "places": [],
         "statements": [{"id": "s1", "content": ["toget er seint"], "kind": "indirect", "act": "say"}]}
        """);
    records = folder.resolve("records.jsonl");
    Files.writeString(records, "");
  }

  @Test
  void figuresStandByPartsWithTheCausesOfError() {
    Run run =
        Run.piped(
            "", "score", gold, "--records", records, "--by", "language,origin", "--causes", "3");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("all", "nn constructed")
        .contains("statement content")
        .contains("     1  statement missed: indirect say");
    assertThat(
            Run.piped("", "score", gold, "-r", records, "--by", "language", "-f", "markdown").out())
        .startsWith("| | all | nn |");
  }

  @Test
  void aPageIsWritten() throws IOException {
    Path page = folder.resolve("errors.html");
    Run run = Run.piped("", "score", gold, "--records", records, "--html", page);

    assertThat(run.code()).isZero();
    assertThat(Files.readString(page)).contains("<!doctype html>", "toget er seint");
  }

  @Test
  void wrongWordsAreToldWithTheRightOnes() {
    assertThat(Run.piped("", "score", gold, "--by", "outlet").err())
        .contains("DET-0233")
        .contains("language, origin");
    assertThat(Run.piped("", "score", gold, "-f", "xml").err()).contains("DET-0201");
    assertThat(
            Run.piped("", "score", gold, "-r", records, "--html", folder.resolve("no/page.html"))
                .err())
        .contains("DET-0503");
  }
}
