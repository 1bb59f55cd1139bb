package dev.detente.cli;

import dev.detente.cli.format.Grid;
import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.story.Report;
import dev.detente.ledger.story.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows which articles of a ledger tell the same story, and which print one report. */
@Command(
    name = "stories",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Shows which articles tell the same story. Articles that print the same report, as when twenty"
          + " outlets print one wire story, count as one report with its printings.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente stories --reports 3",
      "  detente stories --format jsonl | jq -c '[.story, .reports]'"
    })
final class StoriesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--reports",
      paramLabel = "N",
      description = "Only stories with so many independent reports; default: 2 as text, else 1.")
  private @Nullable Integer reports;

  @Mixin private LedgerOption ledger = new LedgerOption();

  @Mixin private TableOptions table = new TableOptions();

  StoriesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String format = table.name(terminal);
    boolean text = format.equals("text");
    int least = reports != null ? reports : text ? 2 : 1;
    List<Story> stories;
    Map<String, AcrossArticles.Heading> headings;
    try (Ledger opened = Ledger.read(ledger.existing())) {
      AcrossArticles across = new AcrossArticles(opened);
      stories = across.stories();
      headings = across.headings();
    }
    Grid grid = new Grid(format, table.columns(terminal), table.style(terminal), names(format));
    Output output = new Output(terminal.out());
    output.write(grid.before());
    for (Story story : stories) {
      if (story.reports().size() >= least) {
        for (List<Object> row : rows(story, format, headings)) {
          output.write(grid.row(row));
        }
      }
    }
    output.write(grid.after());
    return Main.OK;
  }

  private static List<String> names(String format) {
    return switch (format) {
      case "jsonl" -> List.of("story", "articles", "reports");
      case "csv" -> List.of("story", "report", "article", "published", "outlet");
      default -> List.of("story", "reports", "printings", "published", "begins");
    };
  }

  private static List<List<Object>> rows(
      Story story, String format, Map<String, AcrossArticles.Heading> headings) {
    List<List<Object>> rows = new ArrayList<>();
    if (format.equals("jsonl")) {
      List<Map<String, Object>> reports = story.reports().stream().map(Report::fields).toList();
      rows.add(List.of(story.id(), story.articles(), reports));
      return rows;
    }
    if (format.equals("csv")) {
      for (Report report : story.reports()) {
        for (String article : report.printings()) {
          AcrossArticles.Heading heading = headings.get(article);
          rows.add(
              List.of(
                  story.id(),
                  report.original(),
                  article,
                  shown(heading == null ? null : heading.published()),
                  shown(heading == null ? null : heading.outlet())));
        }
      }
      return rows;
    }
    AcrossArticles.Heading heading = headings.get(story.id());
    rows.add(
        List.of(
            story.id(),
            story.reports().size(),
            story.printings(),
            shown(heading == null ? null : heading.published()),
            shown(heading == null ? null : heading.begins())));
    return rows;
  }

  private static String shown(@Nullable String value) {
    return value == null ? "" : value;
  }
}
