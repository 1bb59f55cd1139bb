package dev.detente.cli;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.check.Finding;
import dev.detente.codebook.check.SchemaCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Holds the codebook to its schemas and loads every lexicon. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Checks every file of the codebook: against its schema (keys, kinds of values, known acts and"
          + " types), and whether what the entries name exists. Each fault is told with its file,"
          + " line and remedy.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente codebook check                         ours",
      "  detente codebook check --codebook mine/        ours with yours laid over it",
      "  detente codebook check --codebook mine/ --format json",
      "",
      "The schemas are JSON Schema files in the folder schema/ of the codebook; editors that know"
          + " YAML can check and complete by them as you write."
    })
final class CodebookCheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private CodebookOption codebook = new CodebookOption();

  @Mixin private ResultFormat format = new ResultFormat();

  CodebookCheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    boolean json = format.isJson();
    Codebook checked = codebook.unchecked();
    List<Map<String, Object>> faults = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Finding finding : new SchemaCheck(checked).all()) {
      Map<String, Object> fault = new LinkedHashMap<>();
      fault.put("code", finding.code());
      fault.put("file", finding.file());
      fault.put("line", finding.line());
      fault.put("key", finding.key());
      fault.put("message", finding.message());
      fault.put("problem", finding.problem());
      fault.put("remedy", finding.remedy());
      faults.add(fault);
      text.append(finding.message()).append('\n');
    }
    if (faults.isEmpty()) {
      // What the schemas cannot tell: whether what is named exists.
      Wiring.faults(checked)
          .forEach(
              failure -> {
                Map<String, Object> fault = new LinkedHashMap<>();
                fault.put("code", failure.code());
                fault.put("message", failure.getMessage());
                faults.add(fault);
                text.append(failure.getMessage()).append('\n');
              });
    }
    Output output = new Output(terminal.out());
    if (json) {
      output.write(ResultFormat.json(faults));
    } else {
      output.write(
          faults.isEmpty()
              ? checked.members().size() + " files, all right\n"
              : text + (faults.size() == 1 ? "1 fault\n" : faults.size() + " faults\n"));
    }
    return faults.isEmpty() ? Main.OK : Main.SOME_FAILED;
  }
}
