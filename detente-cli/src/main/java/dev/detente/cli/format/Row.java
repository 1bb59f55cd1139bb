package dev.detente.cli.format;

import java.util.function.UnaryOperator;

/** One line under construction: what it looks like, and how many columns it takes. */
final class Row {
  private final StringBuilder styled = new StringBuilder();
  private int width;

  Row add(String text, UnaryOperator<String> style) {
    styled.append(style.apply(text));
    width += Columns.width(text);
    return this;
  }

  Row add(String text) {
    return add(text, UnaryOperator.identity());
  }

  /** Blanks up to this column; one at least when there is something before. */
  Row to(int column) {
    return add(" ".repeat(Math.max(width > 0 ? 1 : 0, column - width)));
  }

  /** The text at the right margin; on a line of its own when it does not fit beside the rest. */
  String endingWith(String text, int columns, UnaryOperator<String> style) {
    int room = columns - width - Columns.width(text);
    if (room >= 1) {
      return styled + " ".repeat(room) + style.apply(text) + "\n";
    }
    return this + " ".repeat(Math.max(0, columns - Columns.width(text))) + style.apply(text) + "\n";
  }

  int width() {
    return width;
  }

  /** The line with its end. */
  @Override
  public String toString() {
    return styled.toString().stripTrailing() + "\n";
  }
}
