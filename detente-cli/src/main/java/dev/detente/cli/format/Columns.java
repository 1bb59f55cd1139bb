package dev.detente.cli.format;

import java.util.ArrayList;
import java.util.List;

/** Text measured and broken by the columns it takes on a terminal. */
final class Columns {
  private Columns() {}

  /**
   * The text on one line and harmless to a terminal: white space as single spaces; control
   * characters and those that turn the direction of writing as a replacement character.
   */
  static String safe(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c)) {
        space = out.length() > 0;
        continue;
      }
      if (space) {
        out.append(' ');
        space = false;
      }
      if (c == 0xFEFF || c == 0x00AD) {
        continue;
      }
      boolean harmful =
          Character.isISOControl(c)
              || (c >= 0x202A && c <= 0x202E)
              || (c >= 0x2066 && c <= 0x2069)
              || (c >= 0xD800 && c <= 0xDFFF);
      out.appendCodePoint(harmful ? 0xFFFD : c);
    }
    return out.toString();
  }

  /** Columns of a text without escape sequences. */
  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      width += width(c);
    }
    return width;
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || c == 0x200B
        || c == 0x200D
        || c == 0xFE0F) {
      return 0;
    }
    boolean wide =
        (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1F64F)
            || (c >= 0x1F680 && c <= 0x1F6C5)
            || (c >= 0x1F6F4 && c <= 0x1F6FC)
            || (c >= 0x1F900 && c <= 0x1F9FF)
            || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
  }

  /** The text with blanks after it, up to this many columns. */
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /** The text cut to this many columns, with an ellipsis when something is cut. */
  static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (used + width(c) > columns - 1) {
        break;
      }
      used += width(c);
      out.appendCodePoint(c);
    }
    return out.toString().stripTrailing() + "…";
  }

  /** The text in lines of at most this many columns, broken at blanks where there are any. */
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ", -1)) {
      String rest = word;
      int width = width(rest);
      if (used > 0 && used + 1 + width > columns) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      while (used == 0 && width > columns) {
        int end = 0;
        int fits = 0;
        while (end < rest.length()) {
          int c = rest.codePointAt(end);
          if (fits + width(c) > columns && end > 0) {
            break;
          }
          fits += width(c);
          end += Character.charCount(c);
        }
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
        width = width(rest);
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      line.append(rest);
      used += width;
    }
    if (used > 0 || lines.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
