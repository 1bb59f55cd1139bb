package dev.detente.language.segment;

import java.util.Arrays;

/**
 * Finds where sentences end among the words of one paragraph.
 *
 * <p>A sentence ends after a full stop, question mark, exclamation mark or ellipsis with the
 * closing quotation marks and brackets attached to it, unless what follows shows that it runs on: a
 * small letter, a comma. Before a small letter it ends after the full stop of a long word, and more
 * freely where the writer leaves capitals out. A line of marks stands for itself. Immutable and
 * thread-safe; linear time.
 */
final class SentenceSplitter {
  /** Closing marks looked at behind the end of a sentence, so that a long row costs no more. */
  private static final int MOST_CLOSERS = 20;

  /** Marks in a row that make a line across the page. */
  private static final int SHORTEST_LINE = 4;

  /** Letters of a word that is no abbreviation that our list lacks. */
  private static final int SHORTEST_WORD = 5;

  /** Words of a dateline before its bracket or dash. */
  private static final int LONGEST_DATELINE = 8;

  /** Words that must follow a dateline. */
  private static final int SHORTEST_REPORT = 4;

  private final Orthography orthography;

  SentenceSplitter(Orthography orthography) {
    this.orthography = orthography;
  }

  /**
   * The sentences of a paragraph.
   *
   * @return for each sentence the index one past its last word; ascending, the last is the number
   *     of words
   */
  int[] split(String text, Tokens tokens) {
    int[] ends = new int[8];
    int count = 0;
    int size = tokens.size();
    boolean heading = size > 0 && !endsWithMark(text, tokens);
    boolean careless = isCareless(text, tokens);
    int from = dateline(text, tokens);
    if (from > 0) {
      ends[count++] = from;
    }
    for (int i = from; i < size; i++) {
      int last = boundary(text, tokens, i, from, heading);
      if (last < 0
          && i + 1 < size
          && (isApart(text, tokens, i) || runsOn(text, tokens, i, careless))) {
        last = i;
      }
      if (last >= 0 && last < size - 1) {
        if (count == ends.length) {
          ends = Arrays.copyOf(ends, count * 2);
        }
        ends[count++] = last + 1;
        from = last + 1;
        i = last;
      }
    }
    ends = Arrays.copyOf(ends, count + (size > 0 ? 1 : 0));
    if (size > 0) {
      ends[count] = size;
    }
    return ends;
  }

  /**
   * One past the dateline that a paragraph begins with, 0 when it has none: {@code KYIV —}, {@code
   * MOSKVA (NTB):}, {@code ALTA (VG)}, {@code MOSCOW, April 18 (Reuters) -}, {@code Oslo (NTB) –}.
   * A name with a party in a bracket and a colon, or a heading in capitals, is none.
   */
  private static int dateline(String text, Tokens tokens) {
    int k = 0;
    boolean capitals = true;
    boolean comma = false;
    int words = 0;
    while (k < tokens.size() && k < LONGEST_DATELINE) {
      int c = text.codePointAt(tokens.start(k));
      if (Character.isLetter(c)) {
        if (!startsWithCapital(c)) {
          return 0;
        }
        words++;
        // After a comma stand a month or a country, which are not written in capitals.
        capitals &= comma || inCapitals(text, tokens, k);
      } else if (!Character.isDigit(c) && c != ',' && c != '.') {
        break;
      }
      comma |= c == ',';
      k++;
    }
    if (words == 0 || k >= tokens.size()) {
      return 0;
    }
    int end = k;
    boolean bracket = text.charAt(tokens.start(k)) == '(';
    if (bracket) {
      while (end < tokens.size() && end - k < 5 && text.charAt(tokens.start(end)) != ')') {
        end++;
      }
      end++;
    }
    if (end + 1 >= tokens.size()) {
      return 0;
    }
    char mark = text.charAt(tokens.start(end));
    boolean dash =
        (mark == '-' || mark == '–' || mark == '—') && tokens.start(end) > tokens.end(end - 1);
    int next = dash || mark == ':' ? end + 1 : end;
    boolean sent =
        bracket
            ? capitals && (dash || mark == ':' || next == end) || words == 1 && dash
            : capitals && dash && mark != '-';
    return sent
            && tokens.size() - next >= SHORTEST_REPORT
            && startsWithCapital(text.codePointAt(tokens.start(next)))
            && !inCapitals(text, tokens, next)
        ? next
        : 0;
  }

  private static boolean inCapitals(String text, Tokens tokens, int k) {
    for (int at = tokens.start(k); at < tokens.end(k); at++) {
      if (Character.isLowerCase(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a line drawn with marks or an emoticon stands between this word and the next: {@code
   * ------}, {@code :-)} before a capital letter; or one web address after another, or a capital
   * letter after a mail address in angle brackets.
   */
  private static boolean isApart(String text, Tokens tokens, int i) {
    return isLine(text, tokens, i)
        || isLine(text, tokens, i + 1)
        || (isWebAddress(text, tokens, i) && isWebAddress(text, tokens, i + 1))
        || ((isEmoticon(text, tokens, i) || endsMailAddress(text, tokens, i))
            && startsWithCapital(text.codePointAt(tokens.start(i + 1))));
  }

  private static boolean isWebAddress(String text, Tokens tokens, int k) {
    int start = tokens.start(k);
    return text.startsWith("http://", start)
        || text.startsWith("https://", start)
        || text.startsWith("www.", start);
  }

  /** Whether the word closes the angle bracket about a mail address. */
  private static boolean endsMailAddress(String text, Tokens tokens, int k) {
    if (k < 2 || text.charAt(tokens.start(k)) != '>' || text.charAt(tokens.start(k - 2)) != '<') {
      return false;
    }
    for (int at = tokens.start(k - 1) + 1; at < tokens.end(k - 1) - 1; at++) {
      if (text.charAt(at) == '@') {
        return true;
      }
    }
    return false;
  }

  /** Whether the word is a mark four times or more. */
  private static boolean isLine(String text, Tokens tokens, int k) {
    int start = tokens.start(k);
    int end = tokens.end(k);
    if (end - start < SHORTEST_LINE || "-=_*~#–—".indexOf(text.charAt(start)) < 0) {
      return false;
    }
    for (int i = start + 1; i < end; i++) {
      if (text.charAt(i) != text.charAt(start)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEmoticon(String text, Tokens tokens, int k) {
    int start = tokens.start(k);
    int length = tokens.end(k) - start;
    char first = text.charAt(start);
    return (length == 2 || length == 3)
        && (first == ':' || first == ';')
        && ")(DPp".indexOf(text.charAt(start + length - 1)) >= 0;
  }

  /**
   * Whether a sentence ends here though the next begins with a small letter: after a full stop
   * behind a word that is no abbreviation by its length, and where the writer leaves capitals out
   * also after other words and marks.
   */
  private static boolean runsOn(String text, Tokens tokens, int i, boolean careless) {
    int start = tokens.start(i);
    char c = text.charAt(start);
    boolean stop = c == '.' && tokens.end(i) - start == 1;
    boolean mark = c == '?' || c == '!';
    if (i == 0
        || !(stop || mark && careless)
        || tokens.note(i) != Tokens.PLAIN
        || tokens.start(i + 1) == tokens.end(i)
        || tokens.end(i - 1) != start
        || !Character.isLowerCase(text.codePointAt(tokens.start(i + 1)))) {
      return false;
    }
    int before = tokens.start(i - 1);
    for (int k = before; k < start; k++) {
      if (!Character.isLetter(text.charAt(k))) {
        return false;
      }
    }
    return start - before >= (careless ? 2 : SHORTEST_WORD);
  }

  /** Whether the writer of the paragraph leaves capitals out. */
  private boolean isCareless(String text, Tokens tokens) {
    if (!orthography.knowsCareless()) {
      return false;
    }
    boolean first = true;
    for (int k = 0; k < tokens.size(); k++) {
      int c = text.codePointAt(tokens.start(k));
      if (Character.isLetter(c)) {
        if ((first && Character.isLowerCase(c))
            || orthography.isCareless(text, tokens.start(k), tokens.end(k))) {
          return true;
        }
        first = false;
      }
    }
    return false;
  }

  /** Index of the last word of the sentence that the word at i ends; -1 when it ends none. */
  private int boundary(String text, Tokens tokens, int i, int from, boolean heading) {
    char c = text.charAt(tokens.start(i));
    byte note = tokens.note(i);
    boolean single = tokens.end(i) - tokens.start(i) == 1;
    if (note == Tokens.INNER || note == Tokens.ORDINAL) {
      return -1;
    }
    if (note == Tokens.FINAL || note == Tokens.INITIAL) {
      int last = closers(text, tokens, i);
      if (last + 1 >= tokens.size()) {
        return -1;
      }
      int next = last + 1;
      int n = text.codePointAt(tokens.start(next));
      if (note == Tokens.INITIAL) {
        return -1;
      }
      if (opensSentence(text, tokens, next) && !digitFollows(text, tokens, next)) {
        return startsWithCapital(n) && orthography.hasClitics()
            ? (startsSentence(text, tokens, next) ? last : -1)
            : last;
      }
      return -1;
    }
    if (c == '|' && single && orthography.splitsAtColon()) {
      return i > from ? i : -1;
    }
    if (c == ':' && single && orthography.splitsAtColon()) {
      return colon(text, tokens, i, from, heading) ? i : -1;
    }
    if (c == '.' || c == '!' || c == '?' || c == '…') {
      if (isEmptyPart(text, tokens, from, i)) {
        return -1;
      }
      int last = closers(text, tokens, i);
      if (last + 1 >= tokens.size()) {
        return -1;
      }
      boolean ellipsis = c == '…' || (c == '.' && !single);
      int next = last + 1;
      if (tokens.start(next) == tokens.end(last) && !isOpening(text, tokens, next) && ellipsis) {
        return -1;
      }
      if (last == i
          && (c == '!' || c == '?' || ellipsis)
          && isClosingBracketAhead(text, tokens, next)) {
        return -1;
      }
      return opensSentence(text, tokens, next)
              || (c == '.' && single && digitOpens(text, tokens, next))
          ? last
          : -1;
    }
    return -1;
  }

  private static boolean isEmptyPart(String text, Tokens tokens, int from, int i) {
    for (int k = i; k >= from && k > i - 4; k--) {
      if (Character.isLetterOrDigit(text.codePointAt(tokens.start(k)))) {
        return false;
      }
    }
    return i - from < 4;
  }

  private boolean startsSentence(String text, Tokens tokens, int next) {
    return orthography.startsSentence(text, tokens.start(next), tokens.end(next));
  }

  private static boolean isClosingBracketAhead(String text, Tokens tokens, int next) {
    char c = text.charAt(tokens.start(next));
    return c == ')' || c == ']';
  }

  /** The last of the closing marks that follow the word without white space, footnotes included. */
  private static int closers(String text, Tokens tokens, int i) {
    int last = i;
    while (last + 1 < tokens.size() && last - i < MOST_CLOSERS) {
      if (tokens.start(last + 1) == tokens.end(last) && isClosing(text, tokens, last + 1)) {
        last++;
      } else if (isNoteMark(text, tokens, last + 1)) {
        last += 3;
      } else {
        break;
      }
    }
    return last;
  }

  /** Whether the three words are the mark of a footnote: {@code [8]}. */
  private static boolean isNoteMark(String text, Tokens tokens, int k) {
    return k + 2 < tokens.size()
        && text.charAt(tokens.start(k)) == '['
        && Character.isDigit(text.charAt(tokens.start(k + 1)))
        && text.charAt(tokens.start(k + 2)) == ']'
        && tokens.start(k + 2) - tokens.start(k) <= 4;
  }

  private static boolean isClosing(String text, Tokens tokens, int k) {
    char c = text.charAt(tokens.start(k));
    return switch (c) {
      case '»', '”', ')', ']', '’', '.', '!', '?', '…' -> true;
      case '"', '\'', '“' ->
          k + 1 >= tokens.size()
              || tokens.end(k) < tokens.start(k + 1)
              || !Character.isLetterOrDigit(text.charAt(tokens.start(k + 1)));
      default -> false;
    };
  }

  private static boolean isOpening(String text, Tokens tokens, int k) {
    char c = text.charAt(tokens.start(k));
    return c == '«' || c == '“' || c == '"' || c == '(' || c == '[' || c == '‘' || c == '„';
  }

  private static boolean startsWithCapital(int c) {
    return Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  /**
   * Whether a sentence may begin here: a capital letter, behind quotation marks, dash or bullet.
   */
  private static boolean opensSentence(String text, Tokens tokens, int next) {
    int k = next;
    while (k < tokens.size() && k < next + 4) {
      int start = tokens.start(k);
      int c = text.codePointAt(start);
      if (Character.isLetterOrDigit(c)) {
        return Character.isDigit(c) ? k == next || k > next : !Character.isLowerCase(c);
      }
      boolean opener =
          isOpening(text, tokens, k)
              || c == '-'
              || c == '–'
              || c == '—'
              || c == '―'
              || c == '*'
              || c == '•'
              || c == '\''
              || c == '»'
              || c == '@'
              || c == '#'
              || c == '§'
              || c == '.'
              || c == '…'
              || c == '$'
              || c == '£'
              || c == '€';
      if (!opener) {
        return !isContinuing(c);
      }
      k++;
    }
    return k > next;
  }

  /** Whether a digit comes next, behind an opening bracket or quotation mark if any. */
  private static boolean digitFollows(String text, Tokens tokens, int next) {
    int k = next + 1 < tokens.size() && isOpening(text, tokens, next) ? next + 1 : next;
    return digitOpens(text, tokens, k);
  }

  private static boolean digitOpens(String text, Tokens tokens, int next) {
    return Character.isDigit(text.codePointAt(tokens.start(next)));
  }

  private static boolean isContinuing(int c) {
    return ",;:.!?)]}/%&+=|".indexOf(c) >= 0 || c == '”' || c == '’' || c == '»';
  }

  private static boolean colon(String text, Tokens tokens, int i, int from, boolean heading) {
    if (heading || i == from || i + 1 >= tokens.size() || isInTitle(text, tokens, i, from)) {
      return false;
    }
    int next = i + 1;
    if (tokens.start(next) == tokens.end(i)) {
      return false;
    }
    int k = next;
    int c = text.codePointAt(tokens.start(k));
    if ((c == '-' || c == '–' || c == '—' || isOpening(text, tokens, k)) && k + 1 < tokens.size()) {
      c = text.codePointAt(tokens.start(++k));
      if (c == '.' || c == '…') {
        return true;
      }
    }
    return startsWithCapital(c);
  }

  /** Whether a quotation mark opened a few words before is still open: a title with a colon. */
  private static boolean isInTitle(String text, Tokens tokens, int i, int from) {
    for (int k = i - 1; k >= from && k >= i - 5; k--) {
      char c = text.charAt(tokens.start(k));
      if (c == '»' || c == '”') {
        return false;
      }
      if (c == '«' || c == '“') {
        return true;
      }
    }
    return false;
  }

  /** Whether the paragraph ends as a sentence does; a heading or a list item does not. */
  private static boolean endsWithMark(String text, Tokens tokens) {
    for (int k = tokens.size() - 1; k >= 0 && k > tokens.size() - 4; k--) {
      char c = text.charAt(tokens.end(k) - 1);
      if (c == '.' || c == '!' || c == '?' || c == '…' || c == ':') {
        return true;
      }
      if (Character.isLetterOrDigit(c)) {
        return false;
      }
    }
    return false;
  }
}
