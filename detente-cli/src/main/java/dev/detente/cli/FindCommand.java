package dev.detente.cli;

import dev.detente.cli.format.FindingsFormat;
import dev.detente.ledger.Finding;
import dev.detente.ledger.Ledger;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds statements and events in a ledger. */
@Command(
    name = "find",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Finds statements and events in a ledger, newest first. All that is asked must hold.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente find --speaker Putin --act deny --about Ukraine --since 2022-01",
      "  detente find --type SANCTION --status actual --format csv > sanctions.csv",
      "  detente find --text '\"security guarantees\" -Nato'"
    })
final class FindCommand implements Callable<Integer> {
  private static final int SHOWN = 50;

  private final Terminal terminal;

  @Mixin private LedgerOption ledger = new LedgerOption();

  @Mixin private QuestionOptions asked = new QuestionOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The most that are shown, 0 for all; default: 50 as text, else all.")
  private @Nullable Integer limit;

  @Mixin private TableOptions table = new TableOptions();

  FindCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    FindingsFormat format = table.findings(terminal);
    int most = limit != null ? Math.max(0, limit) : format.isText() ? SHOWN : 0;
    Output output = new Output(terminal.out());
    try (Ledger opened = Ledger.read(ledger.file())) {
      output.write(format.before());
      int[] shown = {0};
      opened.find(
          asked.question(most),
          (Finding finding) -> {
            output.write(format.render(finding));
            shown[0]++;
          });
      output.write(format.after(shown[0], most));
    }
    return Main.OK;
  }
}
