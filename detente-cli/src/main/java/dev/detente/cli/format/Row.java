package dev.detente.cli.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The head of an entry under construction: pieces side by side, broken into further lines where
 * they do not fit, with a note at the right margin of the first. Not thread-safe.
 */
final class Row {
  private final int columns;
  private final int indent;
  private final String note;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int width;
  private int firstWidth;

  /**
   * @param columns of the terminal
   * @param indent where further lines begin
   * @param note at the right margin; empty for none
   */
  Row(int columns, int indent, String note) {
    this.columns = columns;
    this.indent = indent;
    this.note = note;
  }

  /** Adds a piece after a gap of some blanks; on a new line when there is no room for both. */
  Row add(int gap, String piece, UnaryOperator<String> style) {
    if (piece.isBlank()) {
      return this;
    }
    int before = gap;
    if (width > indent && before + Columns.width(piece) > room()) {
      end();
      before = indent;
    }
    String text = Columns.cut(piece, Math.max(1, room() - before));
    line.append(" ".repeat(before)).append(style.apply(text));
    width += before + Columns.width(text);
    return this;
  }

  /** Adds a piece at a column, or as near behind it as is free. */
  Row at(int column, String piece, UnaryOperator<String> style) {
    return add(Math.max(width > 0 ? 1 : 0, column - width), piece, style);
  }

  private int room() {
    boolean beside = lines.isEmpty() && !note.isEmpty();
    return columns - width - (beside ? Columns.width(note) + 1 : 0);
  }

  private void end() {
    if (lines.isEmpty()) {
      firstWidth = width;
    }
    lines.add(line.toString());
    line.setLength(0);
    width = 0;
  }

  /** The lines with their ends. */
  String render(UnaryOperator<String> noteStyle) {
    end();
    StringBuilder out = new StringBuilder(lines.get(0));
    if (!note.isEmpty()) {
      int blanks = Math.max(1, columns - firstWidth - Columns.width(note));
      out.append(" ".repeat(blanks)).append(noteStyle.apply(note));
    }
    out.append('\n');
    for (String further : lines.subList(1, lines.size())) {
      out.append(further).append('\n');
    }
    return out.toString();
  }
}
