package dev.detente.cli;

import dev.detente.cli.codebook.Holding;
import dev.detente.cli.codebook.Holdings;
import dev.detente.cli.format.HoldingsText;
import dev.detente.cli.format.Style;
import dev.detente.codebook.check.Near;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the codebook holds. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Shows what the codebook holds: its files, or the entries of a kind, with the file and line"
          + " where each stands.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente codebook show                          the files and what is in them",
      "  detente codebook show cue deny --language nb   words by which somebody denies",
      "  detente codebook show event ASSAULT/aerial     an event type and the words that report it",
      "  detente codebook show role GOV                 role nouns of a kind, sector or office",
      "  detente codebook show time weekday             a rule of the calendars",
      "  detente codebook show word angrep              everything in which a word stands",
      "  detente codebook show cue --format json | jq -r '.[].content.cues[]'"
    })
final class CodebookShowCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "KIND",
      description = "cue, event, role, time or word; default: the files.")
  private @Nullable String kind;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WHICH",
      description = "An act, event type or TYPE/mode, sector, rule or word; default: all.")
  private @Nullable String which;

  @Mixin private LanguagesOption languages = new LanguagesOption();

  @Mixin private CodebookOption codebook = new CodebookOption();

  @Mixin private ResultFormat format = new ResultFormat();

  CodebookShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    boolean json = format.isJson();
    Holdings holdings = new Holdings(codebook.codebook(), languages.chosen());
    HoldingsText text =
        new HoldingsText(
            terminal.outIsTerminal() ? terminal.width() : Terminal.DEFAULT_WIDTH,
            terminal.colourOut() ? Style.ANSI : Style.PLAIN);
    Output output = new Output(terminal.out());
    if (kind == null) {
      output.write(
          json ? ResultFormat.json(holdings.overview()) : text.overview(holdings.overview()));
      return Main.OK;
    }
    List<Holding> found = find(holdings, kind, which);
    if (found.isEmpty()) {
      if (!kind.equals("word")) {
        throw unknown(Holdings.keys(find(holdings, kind, null)));
      }
      terminal.message("nothing in the codebook holds \"" + which + "\"");
    }
    output.write(json ? json(found) : text.entries(found));
    return Main.OK;
  }

  private List<Holding> find(Holdings holdings, String what, @Nullable String key) {
    return switch (what) {
      case "cue" -> holdings.cues(key);
      case "event" -> holdings.events(key);
      case "role" -> holdings.roles(key);
      case "time" -> holdings.times(key);
      case "word" -> {
        if (key == null) {
          throw usage("DET-0231: which word? detente codebook show word angrep");
        }
        yield holdings.word(key);
      }
      default ->
          throw usage(
              "DET-0231: the codebook shows no \""
                  + what
                  + "\"; ask for cue, event, role, time or word");
    };
  }

  private static String json(List<Holding> holdings) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Holding holding : holdings) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("kind", holding.kind());
      one.put("language", holding.language());
      one.put("file", holding.file());
      one.put("line", holding.line());
      one.put("title", holding.title());
      if (!holding.match().isEmpty()) {
        one.put("match", holding.match());
      }
      one.put("content", holding.content());
      list.add(one);
    }
    return ResultFormat.json(list);
  }

  private ParameterException unknown(Set<String> known) {
    String asked = String.valueOf(which);
    String near = Near.of(asked, known);
    return usage(
        "DET-0231: no "
            + kind
            + " is called \""
            + asked
            + "\"; "
            + (near == null
                ? "there are " + String.join(", ", known)
                : "did you mean \"" + near + "\"?"));
  }

  private ParameterException usage(String message) {
    if (spec == null) {
      throw new IllegalStateException("not started by picocli");
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
