package dev.detente.cli;

import dev.detente.ledger.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a copy of a ledger back. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {"Puts a copy that backup made in the place of the ledger.", ""},
    footerHeading = "%nExample:%n",
    footer = "  detente restore --force ledger-2031-03.duckdb")
final class RestoreCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "What backup wrote.")
  private Path from = Path.of("");

  @Option(
      names = "--force",
      description = "Also when there is a ledger; it is set aside as FILE.replaced.")
  private boolean force;

  @Mixin private LedgerOption ledger = new LedgerOption();

  RestoreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    long articles = Backup.restore(from, ledger.file(), force);
    new Output(terminal.out()).write(ledger.file() + ": " + articles + " articles\n");
    return Main.OK;
  }
}
