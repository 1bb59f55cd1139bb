package dev.detente.cli;

import dev.detente.ledger.Backup;
import dev.detente.ledger.Ledger;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies a ledger. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Writes all that a ledger holds to a new file, which is a ledger itself. What was taken out"
          + " is not in it.",
      ""
    },
    footerHeading = "%nExample:%n",
    footer = "  detente backup ledger-2031-03.duckdb")
final class BackupCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The new file.")
  private Path to = Path.of("");

  @Mixin private LedgerOption ledger = new LedgerOption();

  BackupCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Ledger opened = Ledger.read(ledger.file())) {
      Backup.write(opened, to);
      new Output(terminal.out())
          .write(to + ": " + opened.survey().counts().articles() + " articles\n");
    }
    return Main.OK;
  }
}
