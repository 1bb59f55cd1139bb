package dev.detente.ledger.export;

import org.jspecify.annotations.Nullable;

/**
 * Lines of comma-separated values (RFC 4180). A cell that a spreadsheet would run as a formula is
 * defused by an apostrophe before it. Numbers go as they are.
 */
public final class Csv {
  private static final String ENDING = "\r\n";

  private Csv() {}

  /** One line with its end. */
  public static String line(@Nullable Object... cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        line.append(',');
      }
      Object cell = cells[i];
      if (cell instanceof Number || cell instanceof Boolean) {
        line.append(cell);
      } else if (cell != null) {
        cell(line, cell.toString());
      }
    }
    return line.append(ENDING).toString();
  }

  private static void cell(StringBuilder line, String text) {
    String safe = isFormula(text) ? "'" + text : text;
    boolean quoted =
        safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            || !safe.equals(safe.strip());
    line.append(quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe);
  }

  /** Whether a spreadsheet would run it: also behind blanks, and in full-width forms. */
  private static boolean isFormula(String text) {
    int at = 0;
    while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\u00A0')) {
      if (text.charAt(at) == '\t' || text.charAt(at) == '\r' || text.charAt(at) == '\n') {
        return true;
      }
      at++;
    }
    return at < text.length() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(at)) >= 0;
  }
}
