package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the examples become, as data and as text. */
class ExamplesGoldenTest {
  private static final Path EXAMPLES = Run.ROOT.resolve("examples");

  @Test
  void examplesBecomeWhatTheyBecame() throws IOException {
    List<String> expected = new ArrayList<>();
    List<Path> inputs;
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      inputs = files.filter(file -> !file.toString().endsWith(".md")).sorted().toList();
    }
    assertThat(inputs).hasSize(8);
    for (Path input : inputs) {
      String name = input.getFileName().toString();
      String stem = name.substring(0, name.lastIndexOf('.'));
      for (String format : List.of("jsonl", "text")) {
        String file = stem + (format.equals("text") ? ".txt" : ".jsonl");
        expected.add(file);
        Run run = Run.piped("", "read", "--format", format, input);
        assertThat(run.err()).isEmpty();
        Golden.check(Golden.folder("examples").resolve(file), run.out());
      }
    }
    Golden.checkOrphans(Golden.folder("examples"), expected);
  }
}
