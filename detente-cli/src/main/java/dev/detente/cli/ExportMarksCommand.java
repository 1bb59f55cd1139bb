package dev.detente.cli;

import dev.detente.ledger.Ledger;
import dev.detente.ledger.MarkExport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes what people think of the records of a ledger. */
@Command(
    name = "marks",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Writes what people marked as right, wrong or otherwise in the reading room, with who and"
          + " when.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente export marks > review.json",
      "  detente export marks --format gold > gold.jsonl && detente score gold.jsonl"
    })
final class ExportMarksCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description =
          "webannotation (as marks reads it), gold (for score), jsonl or csv; default:"
              + " ${DEFAULT-VALUE}.")
  private String format = "webannotation";

  @Mixin private LedgerOption ledger = new LedgerOption();

  ExportMarksCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    MarkExport.Format chosen = MarkExport.format(format);
    if (chosen == null) {
      if (spec == null) {
        throw new IllegalStateException("not started by picocli");
      }
      throw new ParameterException(
          spec.commandLine(),
          "DET-0201: unknown format \"" + format + "\"; use webannotation, gold, jsonl or csv");
    }
    Output output = new Output(terminal.out());
    try (Ledger opened = Ledger.read(ledger.existing())) {
      new MarkExport(opened).write(chosen, output::write);
    }
    return Main.OK;
  }
}
