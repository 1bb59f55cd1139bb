package dev.detente.cli;

import dev.detente.cli.format.Grid;
import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.story.DemandLife;
import dev.detente.ledger.story.Voice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    boolean json = format.equals("jsonl");
    Grid grid =
        new Grid(
            format,
            table.columns(terminal),
            table.style(terminal),
            json
                ? List.of("demand", "stages")
                : List.of("demand", "stage", "since", "who", "told in", "words"));
    Output output = new Output(terminal.out());
    output.write(grid.before());
    for (DemandLife life : lives) {
      Voice first = life.stages().get(0).voice();
      if (by != null && !by.equals(first.party()) && !by.equals(first.speaker())) {
        continue;
      }
      if (json) {
        output.write(
            grid.row(
                List.of(life.id(), life.stages().stream().map(DemandsCommand::object).toList())));
        continue;
      }
      for (DemandLife.Stage stage : life.stages()) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(life.id());
        row.addAll(
            Arrays.asList(
                stage.kind().label(),
                since(stage.voice()),
                stage.voice().speakerName(),
                stage.voice().end().toString(),
                stage.voice().words()));
        output.write(grid.row(row));
      }
    }
    output.write(grid.after());
    return Main.OK;
  }

  private static Map<String, @Nullable Object> object(DemandLife.Stage stage) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("stage", stage.kind().label());
    object.put("article", stage.voice().end().article());
    object.put("id", stage.voice().end().id());
    object.put("who", stage.voice().speaker());
    object.put("name", stage.voice().speakerName());
    object.put("since", since(stage.voice()));
    object.put("words", stage.voice().words());
    return object;
  }

  private static @Nullable String since(Voice voice) {
    DayRange days = voice.days();
    return days == null ? null : LocalDate.ofEpochDay(days.first()).toString();
  }
}
