package dev.detente.cli;

import dev.detente.cli.format.Grid;
import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.story.DemandLife;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what became of the demands of a ledger. */
@Command(
    name = "demands",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Shows what became of demands: raised, repeated, hardened or softened, rejected, met. A party's"
          + " demands whose words mean much the same are one demand, made again.",
      ""
    },
    footerHeading = "%nExample:%n",
    footer = "  detente demands --by RUS")
final class DemandsCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--by",
      paramLabel = "WHO",
      description = "Only demands of this entity or country (ISO 3166-1 alpha-3).")
  private @Nullable String by;

  @Mixin private LedgerOption ledger = new LedgerOption();

  @Mixin private CodebookOption codebook = new CodebookOption();

  @Mixin private TableOptions table = new TableOptions();

  DemandsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String format = table.name(terminal);
    List<DemandLife> lives;
    try (Ledger opened = Ledger.read(ledger.existing())) {
      lives = new AcrossArticles(opened).demands(codebook.codebook());
    }
    Grid grid =
        new Grid(format, table.columns(terminal), table.style(terminal), DemandLife.columns());
    Output output = new Output(terminal.out());
    output.write(grid.before());
    for (DemandLife life : lives) {
      if (by != null && !life.isBy(by)) {
        continue;
      }
      if (format.equals("jsonl")) {
        output.write(Grid.object(life.fields()));
      } else {
        life.rows().forEach(row -> output.write(grid.row(row)));
      }
    }
    output.write(grid.after());
    return Main.OK;
  }
}
