package dev.detente.cli;

import dev.detente.ledger.Ledger;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes articles out of a ledger. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Takes articles out of a ledger, with all their versions, for good. Their ids stay, with the"
          + " time and the reason, so that the next `add` leaves them out.",
      ""
    },
    footerHeading = "%nExample:%n",
    footer = "  detente remove kystposten-1 --reason 'withdrawn by the paper'")
final class RemoveCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "ID", arity = "1..*", description = "Ids of articles; find shows them.")
  private List<String> ids = List.of();

  @Option(names = "--reason", paramLabel = "WORDS", required = true, description = "Why.")
  private String reason = "";

  @Mixin private LedgerOption ledger = new LedgerOption();

  RemoveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Ledger opened = Ledger.write(ledger.existing())) {
      opened.remove(ids, reason, LocalDateTime.now(ZoneOffset.UTC));
    }
    new Output(terminal.out()).write(ledger.file() + ": " + ids.size() + " articles taken out\n");
    return Main.OK;
  }
}
