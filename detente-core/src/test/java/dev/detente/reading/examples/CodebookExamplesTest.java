package dev.detente.reading.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.CodebookFile;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.reading.ArticleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The examples of every lexicon, read as any article is. */
class CodebookExamplesTest {
  private static final Codebook BUNDLED = Codebook.bundled();

  private static ArticleAnalyser analyser;
  private static ExampleRunner runner;

  @BeforeAll
  static void load() {
    analyser = ArticleAnalyser.load(BUNDLED);
    runner = new ExampleRunner(BUNDLED, analyser, new ArticleReader(BUNDLED));
  }

  @AfterAll
  static void close() {
    analyser.close();
  }

  @TestFactory
  Stream<DynamicTest> givesWhatTheCodebookSays() {
    return ExampleRunner.examples(BUNDLED).stream()
        .filter(example -> runner.runs(example.lexicon()))
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.place() + ": " + example.text(),
                    () -> assertThat(runner.run(example).faults()).isEmpty()));
  }

  @Test
  void everyLexiconOfEveryLanguageHasExamples() {
    // Names, addresses and class names are facts without a sentence.
    Set<CodebookFile> without =
        EnumSet.of(CodebookFile.GIVEN_NAMES, CodebookFile.WEB, CodebookFile.MARKUP);
    List<Example> examples = ExampleRunner.examples(BUNDLED);
    for (CodebookFile.Member member : BUNDLED.members()) {
      if (!without.contains(member.kind())) {
        assertThat(examples)
            .as(member.path())
            .anyMatch(
                example ->
                    example.lexicon() == member.kind()
                        && example.language().equals(member.language()));
      }
    }
  }

  @Test
  void tellsWhatWasReadInstead(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("nb"));
    Files.writeString(
        folder.resolve("nb/cues.yaml"),
        """
        verbs:
          - act: deny
            frames: [clause, object, quote]
            cues: [avvise]
            examples:
              - Statsråd Per Holm avviser påstandene.
              - Statsråd Per Holm avviser påstandene. => praise
              - Statsråd Per Holm ligger på sofaen. => -
        examples:
          - {text: "Statsråd Per Holm avviser påstandene.", speaker: Per Holm, content: kritikken}
        """);
    Codebook mine = Codebook.overlaid(folder);
    ExampleRunner own = new ExampleRunner(mine, analyser, new ArticleReader(mine));
    List<Verdict> verdicts =
        ExampleRunner.examples(mine).stream()
            .filter(example -> example.file().startsWith(folder.toString()))
            .map(own::run)
            .toList();

    assertThat(verdicts).hasSize(4);
    assertThat(verdicts).extracting(Verdict::isRight).containsExactly(true, false, true, false);
    assertThat(verdicts.get(1).example().place())
        .isEqualTo(folder.resolve("nb/cues.yaml") + ", line 7 (deny)");
    assertThat(verdicts.get(1).faults()).containsExactly("act: expected praise, read deny");
    assertThat(verdicts.get(3).faults())
        .containsExactly("content: expected “kritikken”, read “påstandene”");
  }
}
