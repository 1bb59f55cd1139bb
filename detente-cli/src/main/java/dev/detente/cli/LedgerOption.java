package dev.detente.cli;

import dev.detente.article.DetenteException;
import dev.detente.ledger.Ledger;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --ledger}, the same for every command that has to do with one. */
final class LedgerOption {
  private static final String VARIABLE = "DETENTE_LEDGER";

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description =
          "The ledger; default: the one that DETENTE_LEDGER names, else detente.duckdb in this"
              + " folder.")
  private @Nullable Path file;

  /** Where the ledger is. */
  Path file() {
    if (file != null) {
      return file;
    }
    String named = System.getenv(VARIABLE);
    return named == null || named.isEmpty() ? Ledger.DEFAULT : Path.of(named);
  }

  /**
   * Where the ledger is.
   *
   * @throws DetenteException DET-0701 when there is none
   */
  Path existing() {
    Ledger.require(file());
    return file();
  }
}
