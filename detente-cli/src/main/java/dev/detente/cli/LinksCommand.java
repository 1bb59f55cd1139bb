package dev.detente.cli;

import dev.detente.cli.format.Grid;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.CrossRelation;
import dev.detente.ledger.relate.LinkQuestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
    LinkQuestion question =
        new LinkQuestion(
            relations.stream().map(this::relation).collect(Collectors.toSet()), article, least);
    String format = table.name(terminal);
    List<CrossLink> links;
    try (Ledger opened = Ledger.read(ledger.existing())) {
      links = opened.links(question);
    }
    boolean csv = format.equals("csv");
    Grid grid =
        new Grid(
            format,
            table.columns(terminal),
            table.style(terminal),
            csv ? CrossLink.columns() : List.of("from", "relation", "to", "confidence", "why"));
    Output output = new Output(terminal.out());
    output.write(grid.before());
    for (CrossLink link : links) {
      output.write(
          format.equals("jsonl")
              ? Grid.object(link.fields())
              : grid.row(csv ? link.cells() : row(link)));
    }
    output.write(grid.after());
    return Main.OK;
  }

  private static List<Object> row(CrossLink link) {
    return List.of(
        link.from().toString(),
        link.relation().label(),
        link.to().toString(),
        link.confidence(),
        link.why());
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
