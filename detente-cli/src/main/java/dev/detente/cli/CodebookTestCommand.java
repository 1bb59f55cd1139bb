package dev.detente.cli;

import dev.detente.codebook.Codebook;
import dev.detente.reading.examples.Example;
import dev.detente.reading.examples.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the examples that stand in the codebook. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Reads every example that stands in the codebook and tells which do not give what they must."
          + " With a folder of your own, its examples and ours are run with your words: you see at"
          + " once what a change breaks.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente codebook test",
      "  detente codebook test --codebook mine/ --language nb",
      "",
      "An example of nb/cues.yaml and one of an entry of nb/triggers.yaml:",
      "  examples:",
      "    - {text: \"Talsmann Igor Belov avviser påstandene.\", act: deny}",
      "  examples: [\"Opprørerne angrep landsbyen. => ASSAULT\", \"Han fikk et anfall. => -\"]"
    })
final class CodebookTestCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private CodebookOption codebook = new CodebookOption();

  @Mixin private LanguagesOption languages = new LanguagesOption();

  @Mixin private ResultFormat format = new ResultFormat();

  @Option(names = "--all", description = "Show the examples that are right too.")
  private boolean all;

  CodebookTestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    boolean json = format.isJson();
    var wanted = languages.chosen();
    Codebook tested = codebook.codebook();
    List<Verdict> verdicts = new ArrayList<>();
    try (Wiring.Examples examples = Wiring.examples(tested)) {
      for (Example example : examples.list()) {
        if (wanted.isEmpty() || wanted.contains(example.language())) {
          verdicts.add(examples.runner().run(example));
        }
      }
    }
    long wrong = verdicts.stream().filter(verdict -> !verdict.isRight()).count();
    new Output(terminal.out()).write(json ? json(verdicts) : text(verdicts, wrong));
    return wrong == 0 ? Main.OK : Main.SOME_FAILED;
  }

  private String text(List<Verdict> verdicts, long wrong) {
    StringBuilder out = new StringBuilder();
    Map<String, int[]> files = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      Example example = verdict.example();
      int[] counts = files.computeIfAbsent(example.file(), file -> new int[2]);
      counts[0] += verdict.isRight() ? 1 : 0;
      counts[1]++;
      if (all || !verdict.isRight()) {
        out.append(verdict.isRight() ? "right  " : "WRONG  ").append(example.place());
        out.append("\n       ").append(example.text().replace("\n", "⏎")).append('\n');
        verdict.faults().forEach(fault -> out.append("       ").append(fault).append('\n'));
      }
    }
    out.append(out.length() > 0 ? "\n" : "");
    files.forEach(
        (file, counts) ->
            out.append(file)
                .append("  ")
                .append(counts[0])
                .append(" of ")
                .append(counts[1])
                .append('\n'));
    out.append(verdicts.size()).append(" examples, ");
    return out.append(wrong == 0 ? "all right\n" : wrong + " wrong\n").toString();
  }

  private String json(List<Verdict> verdicts) {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      if (all || !verdict.isRight()) {
        Example example = verdict.example();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("file", example.file());
        one.put("line", example.line());
        one.put("language", example.language());
        one.put("entry", example.entry());
        one.put("text", example.text());
        one.put("right", verdict.isRight());
        one.put("faults", verdict.faults());
        shown.add(one);
      }
    }
    return ResultFormat.json(shown);
  }
}
