package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The documents say what the program does. */
class DocumentationTest {
  private static final Set<String> LEDGER_COMMANDS = Set.of("add", "find", "timeline", "sql");

  @TempDir private Path ledger;

  private static final Pattern CODE = Pattern.compile("DET-\\d{4}");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (DET-\\d{4}) \\|");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+?)(?:#[^)]*)?\\)");

  private static String read(String file) throws IOException {
    return Files.readString(Run.ROOT.resolve(file));
  }

  private static List<String> readmeCommands() throws IOException {
    List<String> commands = new ArrayList<>();
    Matcher block = Pattern.compile("(?s)```sh\n(.*?)```").matcher(read("README.md"));
    while (block.find()) {
      block.group(1).lines().filter(line -> !line.isBlank()).forEach(commands::add);
    }
    return commands;
  }

  @TestFactory
  Stream<DynamicTest> everyCommandOfTheReadmeWorks() throws IOException {
    List<String> commands = readmeCommands();
    assertThat(commands).contains("./detente read examples/", "./mvnw verify");
    return commands.stream()
        // The one that runs this test.
        .filter(command -> !command.equals("./mvnw verify"))
        .map(command -> DynamicTest.dynamicTest(command, () -> works(command)));
  }

  private void works(String command) {
    String[] words = command.split(" +");
    assertThat(words[0]).isEqualTo("./detente");
    List<Object> arguments = new ArrayList<>();
    for (String word : List.of(words).subList(1, words.length)) {
      arguments.add(word.startsWith("examples/") ? Run.ROOT.resolve(word) : word);
    }
    if (LEDGER_COMMANDS.contains(words[1])) {
      // A user's is in his folder.
      arguments.add("--ledger");
      arguments.add(ledger.resolve("detente.duckdb"));
    }
    Run run = Run.piped("", arguments.toArray());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).isNotEmpty();
  }

  @Test
  void theManualListsEveryErrorCodeAndNoOther() throws IOException {
    Set<String> used = new TreeSet<>();
    for (String module :
        List.of(
            "detente-core",
            "detente-source",
            "detente-ledger",
            "detente-web",
            "detente-cli",
            "detente-flink")) {
      try (Stream<Path> files = Files.walk(Run.ROOT.resolve(module).resolve("src/main"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          // Comments show the form of a code by an example.
          Matcher code =
              CODE.matcher(Files.readString(file).replaceAll("(?m)^\\s*(?:/\\*)?\\*.*$", ""));
          while (code.find()) {
            used.add(code.group());
          }
        }
      }
    }
    Matcher launcher = CODE.matcher(read("detente"));
    while (launcher.find()) {
      used.add(launcher.group());
    }
    Set<String> listed = new TreeSet<>();
    Matcher row = ROW.matcher(read("docs/manual.md"));
    while (row.find()) {
      assertThat(listed.add(row.group(1))).as("%s stands once", row.group(1)).isTrue();
    }
    assertThat(listed).isEqualTo(used);
  }

  @Test
  void theManualKnowsEveryCommandAndOption() throws IOException {
    String manual = read("docs/manual.md");
    Matcher option = Pattern.compile("--[a-z]+").matcher(Run.piped("", "help", "read").out());
    while (option.find()) {
      assertThat(manual).contains(option.group());
    }
    assertThat(manual).contains("detente read", "detente explain", "detente score");
  }

  @TestFactory
  Stream<DynamicTest> linksLeadSomewhere() throws IOException {
    List<Path> documents = new ArrayList<>();
    documents.add(Run.ROOT.resolve("README.md"));
    documents.add(Run.ROOT.resolve("CONTRIBUTING.md"));
    documents.add(Run.ROOT.resolve("examples/README.md"));
    try (Stream<Path> files = Files.walk(Run.ROOT.resolve("docs"))) {
      files.filter(path -> path.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    return documents.stream()
        .map(
            document ->
                DynamicTest.dynamicTest(
                    Run.ROOT.relativize(document).toString(), () -> linksOf(document)));
  }

  private static void linksOf(Path document) throws IOException {
    Matcher link = LINK.matcher(Files.readString(document));
    while (link.find()) {
      if (!link.group(1).startsWith("http")) {
        assertThat(document.resolveSibling(link.group(1))).exists();
      }
    }
  }
}
