package dev.detente.reading.time;

import dev.detente.article.ArticleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A piece of text as the time grammar sees it: a run of letters, a run of digits or one other
 * character. Finer than the words of the analysis, so that {@code 17.}, {@code 7.2.2022} and {@code
 * kl.15.30} come out the same whatever tokenizer cut them.
 *
 * @param form lower case
 * @param start first UTF-16 index in the text
 * @param end one past the last UTF-16 index
 * @param number value of a run of at most nine digits; -1 for anything else
 * @param capital whether it begins with an upper-case letter
 * @param glued whether no white space stands before it
 * @param paragraph number of the paragraph it stands in; expressions never cross paragraphs
 */
record Token(
    String form, int start, int end, int number, boolean capital, boolean glued, int paragraph) {

  /** Number of digits or letters. */
  int length() {
    return end - start;
  }

  /** Cuts a text; linear time. */
  static List<Token> scan(ArticleText text) {
    String string = text.string();
    List<Token> tokens = new ArrayList<>(string.length() / 5 + 1);
    int paragraph = 0;
    int lastEnd = 0;
    int at = 0;
    while (at < string.length()) {
      int point = string.codePointAt(at);
      int next = at + Character.charCount(point);
      if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
        if (point == '\n') {
          paragraph++;
        }
        at = next;
        continue;
      }
      int number = -1;
      if (Character.isLetter(point)) {
        next = run(string, next, true);
      } else if (point >= '0' && point <= '9') {
        next = run(string, next, false);
        number = next - at <= 9 ? Integer.parseInt(string, at, next, 10) : -1;
      }
      tokens.add(
          new Token(
              string.substring(at, next).toLowerCase(Locale.ROOT),
              at,
              next,
              number,
              Character.isUpperCase(point),
              !tokens.isEmpty() && lastEnd == at,
              paragraph));
      lastEnd = next;
      at = next;
    }
    return tokens;
  }

  private static int run(String string, int from, boolean letters) {
    int at = from;
    while (at < string.length()) {
      int point = string.codePointAt(at);
      boolean more =
          letters
              ? Character.isLetter(point) || Character.getType(point) == Character.NON_SPACING_MARK
              : point >= '0' && point <= '9';
      if (!more) {
        break;
      }
      at += Character.charCount(point);
    }
    return at;
  }
}
