package dev.detente.cli;

import dev.detente.cli.format.Grid;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.CrossRelation;
import dev.detente.ledger.relate.End;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the links across articles of a ledger. */
@Command(
    name = "links",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Shows which statements and events of different articles are the same, and which statement"
          + " denies, rejects, confirms or answers one of another article.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {"  detente links --relation denies", "  detente links --format jsonl > links.jsonl"})
final class LinksCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--relation",
      split = ",",
      paramLabel = "RELATION",
      description = "same, denies, rejects, confirms, repeats or answers; default: all.")
  private List<String> relations = List.of();

  @Option(names = "--article", paramLabel = "ID", description = "Only links of this article.")
  private @Nullable String article;

  @Option(
      names = "--least",
      paramLabel = "P",
      description = "Only links of this confidence, 0 to 1, or more.")
  private double least;

  @Mixin private LedgerOption ledger = new LedgerOption();

  @Mixin private TableOptions table = new TableOptions();

  LinksCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<CrossRelation> wanted = relations.stream().map(this::relation).toList();
    String format = table.name(terminal);
    List<CrossLink> links;
    try (Ledger opened = Ledger.read(ledger.existing())) {
      links = opened.links();
    }
    boolean json = format.equals("jsonl");
    List<String> names =
        json
            ? List.of("from", "relation", "to", "confidence", "why")
            : format.equals("csv")
                ? List.of(
                    "from_article",
                    "from_id",
                    "relation",
                    "to_article",
                    "to_id",
                    "confidence",
                    "why")
                : List.of("from", "relation", "to", "confidence", "why");
    Grid grid = new Grid(format, table.columns(terminal), table.style(terminal), names);
    Output output = new Output(terminal.out());
    output.write(grid.before());
    for (CrossLink link : links) {
      if (link.confidence() >= least
          && (wanted.isEmpty() || wanted.contains(link.relation()))
          && (article == null
              || article.equals(link.from().article())
              || article.equals(link.to().article()))) {
        output.write(grid.row(row(link, format)));
      }
    }
    output.write(grid.after());
    return Main.OK;
  }

  private static List<Object> row(CrossLink link, String format) {
    List<Object> row = new ArrayList<>(end(link.from(), format));
    row.add(link.relation().label());
    row.addAll(end(link.to(), format));
    row.add(link.confidence());
    row.add(link.why());
    return row;
  }

  private static List<Object> end(End end, String format) {
    return switch (format) {
      case "jsonl" -> List.of(end.fields());
      case "csv" -> List.of(end.article(), end.id());
      default -> List.of(end.toString());
    };
  }

  private CrossRelation relation(String label) {
    return Arrays.stream(CrossRelation.values())
        .filter(relation -> relation.label().equals(label.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                usage(
                    "DET-0251: --relation "
                        + label
                        + " is none of same, denies, rejects, confirms, repeats, answers"));
  }

  private RuntimeException usage(String message) {
    return spec == null
        ? new IllegalStateException(message)
        : new ParameterException(spec.commandLine(), message);
  }
}
