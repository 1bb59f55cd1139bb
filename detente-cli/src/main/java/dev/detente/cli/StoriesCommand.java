package dev.detente.cli;

import dev.detente.cli.format.Grid;
import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.story.Heading;
import dev.detente.ledger.story.Story;
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
    Map<String, Heading> headings;
    try (Ledger opened = Ledger.read(ledger.existing())) {
      AcrossArticles across = new AcrossArticles(opened);
      stories = across.stories().stream().filter(story -> story.reports().size() >= least).toList();
      headings =
          switch (format) {
            case "jsonl" -> Map.of();
            case "csv" ->
                across.headings(
                    stories.stream().flatMap(story -> story.articles().stream()).toList());
            default -> across.headings(stories.stream().map(Story::id).toList());
          };
    }
    Grid grid =
        new Grid(
            format,
            table.columns(terminal),
            table.style(terminal),
            format.equals("csv")
                ? Story.columns()
                : List.of("story", "reports", "printings", "published", "begins"));
    Output output = new Output(terminal.out());
    output.write(grid.before());
    for (Story story : stories) {
      switch (format) {
        case "jsonl" -> output.write(Grid.object(story.fields()));
        case "csv" -> story.rows(headings).forEach(row -> output.write(grid.row(row)));
        default -> output.write(grid.row(row(story, headings.get(story.id()))));
      }
    }
    output.write(grid.after());
    return Main.OK;
  }

  private static List<Object> row(Story story, @Nullable Heading heading) {
    return List.of(
        story.id(),
        story.reports().size(),
        story.printings(),
        shown(heading == null ? null : heading.published()),
        shown(heading == null ? null : heading.begins()));
  }

  private static String shown(@Nullable String value) {
    return value == null ? "" : value;
  }
}
