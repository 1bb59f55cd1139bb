package dev.detente.cli.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.cli.codebook.Holding;
import dev.detente.cli.codebook.Holdings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the codebook holds, for a terminal. Immutable. */
public final class HoldingsText {
  private static final int KEY = 11;

  private final int columns;
  private final Style style;

  public HoldingsText(int columns, Style style) {
    this.columns = columns;
    this.style = style;
  }

  /** Entries one after the other: what and where, then what stands in it. */
  public String entries(List<Holding> holdings) {
    StringBuilder out = new StringBuilder();
    for (Holding holding : holdings) {
      out.append(out.length() > 0 ? "\n" : "");
      out.append(
          new Row(columns, 2, holding.place())
              .add(0, Columns.safe(holding.title()), style::bold)
              .render(style::dim));
      if (!holding.match().isEmpty()) {
        field(out, "found", holding.match(), true);
      }
      if (holding.content().isObject()) {
        for (Map.Entry<String, JsonNode> entry : holding.content().properties()) {
          if (holding.title().indexOf(entry.getValue().asText("\n")) < 0
              || entry.getValue().asText().isEmpty()) {
            field(out, entry.getKey(), shown(entry.getValue()), false);
          }
        }
      } else if (holding.match().isEmpty()) {
        field(out, "words", shown(holding.content()), false);
      } else {
        field(out, "among", holding.content().size() + " words", false);
      }
    }
    return out.toString();
  }

  private void field(StringBuilder out, String key, String value, boolean marked) {
    List<String> lines = Columns.wrap(Columns.safe(value), Math.max(20, columns - KEY - 3));
    for (int i = 0; i < lines.size(); i++) {
      String label = i == 0 ? Columns.cut(key, KEY) : "";
      out.append("  ")
          .append(style.cyan(Columns.pad(label, KEY)))
          .append(' ')
          .append(marked ? style.green(lines.get(i)) : lines.get(i))
          .append('\n');
    }
  }

  private static String shown(JsonNode value) {
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(part -> parts.add(shown(part)));
      return String.join(", ", parts);
    }
    if (value.isObject()) {
      List<String> parts = new ArrayList<>();
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        String inner = shown(entry.getValue());
        parts.add(
            entry.getValue().isObject()
                ? entry.getKey() + " (" + inner + ")"
                : entry.getKey() + " " + inner);
      }
      return String.join("; ", parts);
    }
    return value.asText();
  }

  /** The files with what they hold. */
  public String overview(List<Holdings.Overview> files) {
    int widest = 0;
    for (Holdings.Overview file : files) {
      widest = Math.max(widest, Columns.width(file.file()));
    }
    StringBuilder out = new StringBuilder();
    for (Holdings.Overview file : files) {
      List<String> counts = new ArrayList<>();
      file.counts().forEach((what, count) -> counts.add(count + " " + what));
      String text = String.join(", ", counts) + (file.yours() ? " (yours)" : "");
      List<String> lines = Columns.wrap(text, Math.max(20, columns - widest - 2));
      for (int i = 0; i < lines.size(); i++) {
        out.append(style.bold(Columns.pad(i == 0 ? file.file() : "", widest)))
            .append("  ")
            .append(lines.get(i))
            .append('\n');
      }
    }
    return out.toString();
  }
}
