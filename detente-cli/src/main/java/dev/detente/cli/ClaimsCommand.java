package dev.detente.cli;

import dev.detente.cli.format.Grid;
import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.story.ClaimSheet;
import dev.detente.ledger.story.Voice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    List<ClaimSheet> sheets;
    try (Ledger opened = Ledger.read(ledger.existing())) {
      AcrossArticles across = new AcrossArticles(opened);
      sheets = article == null ? across.claims() : across.claims(article);
    }
    Grid grid = new Grid(format, table.columns(terminal), table.style(terminal), names(format));
    Output output = new Output(terminal.out());
    output.write(grid.before());
    for (ClaimSheet sheet : sheets) {
      if (sheet.claims().stream().anyMatch(this::asked)) {
        for (List<@Nullable Object> row : rows(sheet, format)) {
          output.write(grid.row(row));
        }
      }
    }
    output.write(grid.after());
    return Main.OK;
  }

  private boolean asked(Voice voice) {
    return (by == null || by.equals(voice.party()) || by.equals(voice.speaker()))
        && (article == null || article.equals(voice.end().article()));
  }

  private static List<String> names(String format) {
    return switch (format) {
      case "jsonl" ->
          List.of(
              "claim",
              "claims",
              "denials",
              "confirmations",
              "only_claim",
              "only_denial",
              "reports");
      case "csv" ->
          List.of("claim", "side", "article", "id", "speaker", "act", "since", "outlet", "words");
      default -> List.of("since", "claimed by", "denied by", "one side", "reports", "claim");
    };
  }

  private static List<List<@Nullable Object>> rows(ClaimSheet sheet, String format) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    switch (format) {
      case "jsonl" ->
          rows.add(
              Arrays.asList(
                  sheet.id(),
                  objects(sheet.claims()),
                  objects(sheet.denials()),
                  objects(sheet.confirmations()),
                  sheet.onlyClaim(),
                  sheet.onlyDenial(),
                  sheet.reports()));
      case "csv" -> {
        add(rows, sheet, "claims", sheet.claims());
        add(rows, sheet, "denies", sheet.denials());
        add(rows, sheet, "confirms", sheet.confirmations());
      }
      default ->
          rows.add(
              Arrays.asList(
                  since(sheet.claims().get(0)),
                  speakers(sheet.claims()),
                  speakers(sheet.denials()),
                  sheet.onlyClaim().size() + sheet.onlyDenial().size(),
                  sheet.reports(),
                  sheet.claims().get(0).words()));
    }
    return rows;
  }

  private static void add(
      List<List<@Nullable Object>> rows, ClaimSheet sheet, String side, List<Voice> voices) {
    for (Voice voice : voices) {
      rows.add(
          Arrays.asList(
              sheet.id(),
              side,
              voice.end().article(),
              voice.end().id(),
              voice.speakerName(),
              voice.act().label(),
              since(voice),
              voice.outlet(),
              voice.words()));
    }
  }

  private static List<String> speakers(List<Voice> voices) {
    Set<String> names = new LinkedHashSet<>();
    for (Voice voice : voices) {
      names.add(voice.speakerName() == null ? "?" : voice.speakerName());
    }
    return new ArrayList<>(names);
  }

  private static List<Object> objects(List<Voice> voices) {
    List<Object> objects = new ArrayList<>();
    for (Voice voice : voices) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      object.put("article", voice.end().article());
      object.put("id", voice.end().id());
      object.put("speaker", voice.speaker());
      object.put("name", voice.speakerName());
      object.put("act", voice.act().label());
      object.put("since", since(voice));
      object.put("outlet", voice.outlet());
      object.put("words", voice.words());
      objects.add(object);
    }
    return objects;
  }

  /** The first day on which it may have been said. */
  private static @Nullable String since(Voice voice) {
    DayRange days = voice.days();
    return days == null ? null : LocalDate.ofEpochDay(days.first()).toString();
  }
}
