package dev.detente.cli;

import dev.detente.cli.format.Grid;
import dev.detente.cli.format.Sparkline;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.Period;
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

/** Shows how much of what is looked for there is, and when. */
@Command(
    name = "timeline",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Counts the statements and events that find would show, by day, week, month or year, with the"
          + " mean score of the events that took place: -10 is conflict, +10 cooperation.",
      ""
    },
    footerHeading = "%nExample:%n",
    footer = "  detente timeline --about Ukraine --by month --since 2022")
final class TimelineCommand implements Callable<Integer> {
  private static final int BAR = 24;

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private LedgerOption ledger = new LedgerOption();

  @Mixin private QuestionOptions asked = new QuestionOptions();

  @Option(
      names = "--by",
      paramLabel = "LENGTH",
      description = "day, week, month or year; default: ${DEFAULT-VALUE}.")
  private String by = "day";

  @Mixin private TableOptions table = new TableOptions();

  TimelineCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Period.Length length = length();
    String format = table.name(terminal);
    List<Period> periods;
    try (Ledger opened = Ledger.read(ledger.file())) {
      periods = opened.timeline(asked.question(0), length);
    }
    boolean text = format.equals("text");
    List<String> names =
        new ArrayList<>(List.of("from", "statements", "events", "articles", "score"));
    if (text) {
      names.add("");
    }
    Grid grid = new Grid(format, table.columns(terminal), table.style(terminal), names);
    Output output = new Output(terminal.out());
    output.write(grid.before());
    long most = periods.stream().mapToLong(TimelineCommand::items).max().orElse(0);
    for (Period period : periods) {
      List<@Nullable Object> row =
          new ArrayList<>(
              Arrays.asList(
                  period.from(),
                  period.statements(),
                  period.events(),
                  period.articles(),
                  rounded(period.score())));
      if (text) {
        row.add(Sparkline.bar(items(period), most, BAR));
      }
      output.write(grid.row(row));
    }
    output.write(grid.after());
    return Main.OK;
  }

  private static long items(Period period) {
    return period.statements() + period.events();
  }

  private static @Nullable Double rounded(@Nullable Double score) {
    return score == null ? null : (Double) (Math.round(score * 100) / 100.0);
  }

  private Period.Length length() {
    try {
      return Period.Length.valueOf(by.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      if (spec == null) {
        throw e;
      }
      throw new ParameterException(
          spec.commandLine(), "DET-0243: --by " + by + " is none of day, week, month, year");
    }
  }
}
