package dev.detente.article.passages;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts plain text into paragraphs: at blank lines or, where there are none, at line breaks. A
 * paragraph wrapped over several lines stays one; a short heading line before a longer one is cut
 * off. Linear time.
 */
final class Blocks {
  /** A paragraph without surrounding white space; UTF-16 indices, half-open. */
  record Block(int start, int end) {}

  private Blocks() {}

  /**
   * The paragraphs.
   *
   * @param from where the article begins
   */
  static List<Block> of(String text, int from) {
    List<Block> lines = new ArrayList<>();
    List<Boolean> afterBlank = new ArrayList<>();
    boolean blank = false;
    boolean anyBlank = false;
    int at = from;
    while (at <= text.length()) {
      int end = at;
      while (end < text.length() && !isBreak(text.charAt(end))) {
        end++;
      }
      Block line = trimmed(text, at, end);
      if (line.start() < line.end()) {
        anyBlank |= blank && !lines.isEmpty();
        lines.add(line);
        afterBlank.add(blank || text.charAt(Math.max(0, at - 1)) == '\u2029');
        blank = false;
      } else {
        blank = true;
      }
      if (end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n') {
        end++;
      }
      at = end + 1;
    }
    List<Block> blocks = new ArrayList<>();
    int first = 0;
    while (first < lines.size()) {
      int to = first + 1;
      while (to < lines.size() && !afterBlank.get(to)) {
        to++;
      }
      group(text, lines.subList(first, to), anyBlank, blocks);
      first = to;
    }
    return blocks;
  }

  /** Cuts the lines between two blank lines into paragraphs. */
  private static void group(String text, List<Block> lines, boolean anyBlank, List<Block> blocks) {
    if (lines.size() == 1) {
      blocks.add(lines.get(0));
      return;
    }
    int longest = 0;
    int bullets = 0;
    for (Block line : lines) {
      longest = Math.max(longest, line.end() - line.start());
      bullets += isBullet(text, line) ? 1 : 0;
    }
    if (bullets >= 2 && bullets >= lines.size() - 2 && anyBlank) {
      blocks.add(new Block(lines.get(0).start(), lines.get(lines.size() - 1).end()));
      return;
    }
    int start = lines.get(0).start();
    for (int i = 1; i < lines.size(); i++) {
      Block before = lines.get(i - 1);
      Block line = lines.get(i);
      if (isEnd(text, before, line, longest, anyBlank)) {
        blocks.add(new Block(start, before.end()));
        start = line.start();
      }
    }
    blocks.add(new Block(start, lines.get(lines.size() - 1).end()));
  }

  /** Whether a paragraph ends between two lines without a blank line between them. */
  private static boolean isEnd(
      String text, Block before, Block line, int longest, boolean anyBlank) {
    int first = text.codePointAt(line.start());
    if (Character.isLowerCase(first)) {
      return false;
    }
    char last = text.charAt(before.end() - 1);
    int length = before.end() - before.start();
    if (last == '.' || last == '!' || last == '?' || last == '»' || last == '”' || last == '"') {
      return true;
    }
    if (last == ',' || last == '-' || last == ';' || (last == ':' && anyBlank)) {
      return false;
    }
    return anyBlank ? length * 2 < longest && length < 70 && longest >= 60 : length < 100;
  }

  static boolean isBullet(String text, Block line) {
    char c = text.charAt(line.start());
    return (c == '•' || c == '·' || c == '▪' || c == '■' || c == '●' || c == '*' || c == '-'
            || c == '–')
        && line.end() - line.start() > 2
        && Character.isWhitespace(text.charAt(line.start() + 1));
  }

  static Block trimmed(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return new Block(from, to);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85 || c == 0xFEFF;
  }
}
