package dev.detente.cli;

import dev.detente.cli.format.Grid;
import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.ClaimList;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.story.ClaimSheet;
import dev.detente.ledger.story.Voice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the claims of a ledger that somebody takes a stand on. */
@Command(
    name = "claims",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Shows claims and demands that somebody denies, rejects or confirms: who claims and who denies,"
          + " since when, and which articles report one side only. It never says who is right.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente claims --by RUS",
      "  detente claims --format jsonl | jq -c 'select(.only_claim != [])'"
    })
final class ClaimsCommand implements Callable<Integer> {
  /** Sheets that are made at once. */
  private static final int AT_ONCE = 500;

  private final Terminal terminal;

  @Option(
      names = "--by",
      paramLabel = "WHO",
      description = "Only claims of this entity or country (ISO 3166-1 alpha-3).")
  private @Nullable String by;

  @Option(
      names = "--article",
      paramLabel = "ID",
      description = "Only claims that this article reports.")
  private @Nullable String article;

  @Mixin private LedgerOption ledger = new LedgerOption();

  @Mixin private TableOptions table = new TableOptions();

  ClaimsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String format = table.name(terminal);
    boolean csv = format.equals("csv");
    Grid grid =
        new Grid(
            format,
            table.columns(terminal),
            table.style(terminal),
            csv
                ? ClaimSheet.columns()
                : List.of("since", "claimed by", "denied by", "one side", "reports", "claim"));
    Output output = new Output(terminal.out());
    output.write(grid.before());
    try (Ledger opened = Ledger.read(ledger.existing())) {
      AcrossArticles across = new AcrossArticles(opened);
      if (article != null) {
        write(output, grid, format, across.claims(article));
      } else {
        ClaimList all = across.claims();
        ClaimList claims = by == null ? all : across.claims(all, by);
        for (int from = 0; from < claims.size(); from += AT_ONCE) {
          int to = Math.min(claims.size(), from + AT_ONCE);
          write(output, grid, format, across.sheets(claims, from, to));
        }
      }
    }
    output.write(grid.after());
    return Main.OK;
  }

  private void write(Output output, Grid grid, String format, List<ClaimSheet> sheets) {
    for (ClaimSheet sheet : sheets) {
      if (!sheet.isClaimed(by, article)) {
        continue;
      }
      if (format.equals("jsonl")) {
        output.write(Grid.object(sheet.fields()));
      } else if (format.equals("csv")) {
        sheet.rows().forEach(row -> output.write(grid.row(row)));
      } else {
        output.write(grid.row(row(sheet)));
      }
    }
  }

  private static List<@Nullable Object> row(ClaimSheet sheet) {
    return Arrays.asList(
        sheet.claims().get(0).since(),
        speakers(sheet.claims()),
        speakers(sheet.denials()),
        sheet.onlyClaim().size() + sheet.onlyDenial().size(),
        sheet.reports(),
        sheet.claims().get(0).words());
  }

  private static List<String> speakers(List<Voice> voices) {
    Set<String> names = new LinkedHashSet<>();
    for (Voice voice : voices) {
      names.add(voice.speakerName() == null ? "?" : voice.speakerName());
    }
    return new ArrayList<>(names);
  }
}
