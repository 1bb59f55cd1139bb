package dev.detente.cli;

import dev.detente.cli.format.Grid;
import dev.detente.cli.format.Sparkline;
import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.tension.Step;
import dev.detente.ledger.tension.Tension;
import dev.detente.ledger.tension.TensionPoint;
import dev.detente.record.EventStatus;
import java.time.LocalDate;
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

/** Shows how tense it is between parties over time. */
@Command(
    name = "tension",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Shows how tense it is between parties, from what they do and say: -100 is all cooperation,"
          + " +100 all conflict. Each event counts once however many outlets tell it. The band holds"
          + " the value nine times of ten. --point shows the events that a value is made of.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente tension --between RUS,UKR --by week",
      "  detente tension --between RUS,USA --by month --status alleged --format csv",
      "  detente tension --between RUS,UKR --by week --point 2022-02-14"
    })
final class TensionCommand implements Callable<Integer> {
  private static final int BAR = 12;

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--between",
      split = ",",
      required = true,
      paramLabel = "WHO",
      description =
          "Countries (ISO 3166-1 alpha-3, or IGO UNO EUR) or entities of `actors`, any two of which"
              + " count; of one alone, all that concerns it.")
  private List<String> between = List.of();

  @Option(
      names = "--by",
      paramLabel = "LENGTH",
      description = "day, week or month; default: ${DEFAULT-VALUE}.")
  private String by = "week";

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description =
          "actual, alleged, future or hypothetical: each is an index of its own; default:"
              + " ${DEFAULT-VALUE}.")
  private String status = "actual";

  @Option(
      names = "--point",
      paramLabel = "DAY",
      description = "The events that make up the value of the period with this day.")
  private @Nullable LocalDate point;

  @Mixin private LedgerOption ledger = new LedgerOption();

  @Mixin private TableOptions table = new TableOptions();

  TensionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Step step = value(Step.class, "--by", by, "day, week, month");
    EventStatus wanted =
        value(EventStatus.class, "--status", status, "actual, alleged, future, hypothetical");
    String format = table.name(terminal);
    AcrossArticles.Deeds deeds;
    try (Ledger opened = Ledger.read(ledger.existing())) {
      deeds = new AcrossArticles(opened).deeds(between);
    }
    List<TensionPoint> points = Tension.between(between, deeds.deeds(), wanted, step);
    if (point != null) {
      return sheet(points, step.begin(point), deeds, format);
    }
    List<String> names = new ArrayList<>(TensionPoint.columns());
    if (format.equals("text")) {
      names.add("");
    }
    Grid grid = new Grid(format, table.columns(terminal), table.style(terminal), names);
    Output output = new Output(terminal.out());
    output.write(grid.before());
    for (TensionPoint one : points) {
      if (format.equals("jsonl")) {
        output.write(Grid.object(one.fields()));
        continue;
      }
      List<@Nullable Object> row = new ArrayList<>(one.cells());
      if (format.equals("text")) {
        row.add(bar(one.value()));
      }
      output.write(grid.row(row));
    }
    output.write(grid.after());
    return Main.OK;
  }

  private int sheet(
      List<TensionPoint> points, LocalDate begin, AcrossArticles.Deeds deeds, String format) {
    Grid grid =
        new Grid(
            format,
            table.columns(terminal),
            table.style(terminal),
            AcrossArticles.Contribution.columns());
    Output output = new Output(terminal.out());
    output.write(grid.before());
    for (TensionPoint one : points) {
      if (one.from().equals(begin)) {
        for (AcrossArticles.Contribution part : deeds.evidence(one)) {
          output.write(grid.row(new ArrayList<>(part.fields().values())));
        }
      }
    }
    output.write(grid.after());
    return Main.OK;
  }

  /** Cooperation to the left of the middle, conflict to the right. */
  private static String bar(@Nullable Double value) {
    if (value == null) {
      return "";
    }
    String bar = Sparkline.bar(Math.round(Math.abs(value)), 100, BAR);
    return value < 0 ? " ".repeat(BAR - bar.length()) + bar + "│" : " ".repeat(BAR) + "│" + bar;
  }

  private <T extends Enum<T>> T value(Class<T> type, String option, String given, String known) {
    if (Arrays.asList(known.split(", ")).contains(given.toLowerCase(Locale.ROOT))) {
      return Enum.valueOf(type, given.toUpperCase(Locale.ROOT));
    }
    String message = "DET-0255: " + option + " " + given + " is none of " + known;
    throw spec == null
        ? new IllegalStateException(message)
        : new ParameterException(spec.commandLine(), message);
  }
}
