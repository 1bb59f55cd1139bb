package dev.detente.cli;

import dev.detente.cli.format.FindingsFormat;
import dev.detente.cli.format.Style;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How what a ledger answers is shown: to people as tables, to programs as JSON Lines or CSV. */
final class TableOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "text (for people; default on a terminal), jsonl (default elsewhere) or csv.")
  private @Nullable String format;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "Width of text output; default: the terminal's, else 80.")
  private @Nullable Integer width;

  /** The format's name. */
  String name(Terminal terminal) {
    String name = format == null ? (terminal.outIsTerminal() ? "text" : "jsonl") : format;
    if (command != null && !name.equals("text") && !name.equals("jsonl") && !name.equals("csv")) {
      throw new ParameterException(
          command.commandLine(),
          "DET-0201: unknown format \"" + name + "\"; use text, jsonl or csv");
    }
    return name;
  }

  /** Columns there are room for. */
  int columns(Terminal terminal) {
    return width != null
        ? width
        : terminal.outIsTerminal() ? terminal.width() : Terminal.DEFAULT_WIDTH;
  }

  /** Colours, if any. */
  Style style(Terminal terminal) {
    return terminal.colourOut() ? Style.ANSI : Style.PLAIN;
  }

  /** How statements and events are shown. */
  FindingsFormat findings(Terminal terminal) {
    return switch (name(terminal)) {
      case "csv" -> FindingsFormat.csv();
      case "jsonl" -> FindingsFormat.jsonLines();
      default -> FindingsFormat.text(columns(terminal), style(terminal));
    };
  }
}
