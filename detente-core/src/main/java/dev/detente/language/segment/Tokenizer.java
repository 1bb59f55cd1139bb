package dev.detente.language.segment;

import java.util.Locale;

/**
 * Cuts a stretch of text into words as the Universal Dependencies treebanks of the language do.
 *
 * <p>One pass from left to right, with a look ahead of a few characters: linear time whatever the
 * text. Every character that is not white space ends up in exactly one word; one of more than
 * {@link Segmenter#MAX_CHARACTERS} is cut into pieces. Immutable and thread-safe.
 */
final class Tokenizer {
  /** What archives put for the end of a name in a mail address. */
  private static final String MASK = "...@";

  private final Orthography orthography;

  Tokenizer(Orthography orthography) {
    this.orthography = orthography;
  }

  /** Adds the words of {@code [start, end)}, UTF-16 indices, to the tokens. */
  void tokenize(String text, int start, int end, Tokens tokens) {
    boolean quoted = false;
    int at = start;
    while (at < end) {
      int c = text.codePointAt(at);
      if (isSpace(c)) {
        at += Character.charCount(c);
        continue;
      }
      boolean afterSpace = at == start || isSpace(text.codePointBefore(at));
      int next = tokenEnd(text, at, end, c, afterSpace, quoted);
      if (next < 0) {
        at = word(text, start, at, -next, end, tokens);
      } else {
        if (c == '\'' || c == '‘' || c == '’') {
          boolean opens = afterSpace || isOpening(text.codePointBefore(at));
          quoted = c == '‘' || (c == '\'' && opens && !quoted);
        }
        if (next - at > Segmenter.MAX_CHARACTERS) {
          tokens.addPieces(text, at, next, Segmenter.MAX_CHARACTERS);
        } else {
          tokens.add(at, next, Tokens.PLAIN);
        }
        at = next;
      }
    }
  }

  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85 || c == 0xFEFF;
  }

  /**
   * Where the token that begins here ends; negated when it is a word that may have to be cut or
   * given a full stop.
   */
  private int tokenEnd(String text, int at, int end, int c, boolean afterSpace, boolean quoted) {
    int after = at + Character.charCount(c);
    int next = after < end ? text.codePointAt(after) : -1;
    if (Character.isLetterOrDigit(c)) {
      if (startsAddress(text, at, end)) {
        return addressEnd(text, at, end);
      }
      return -wordEnd(text, at, after, end, quoted);
    }
    switch (c) {
      case '.', '…' -> {
        if (c == '.' && isDigit(next) && afterSpace) {
          return -wordEnd(text, at, after, end, quoted);
        }
        int to = after;
        while (to < end && (text.charAt(to) == '.' || text.charAt(to) == '…')) {
          to++;
        }
        return to;
      }
      case '!', '?' -> {
        int to = after;
        while (orthography.joinsMarks()
            && to < end
            && (text.charAt(to) == '!' || text.charAt(to) == '?')) {
          to++;
        }
        return to;
      }
      case '-' -> {
        if (next == '-' || next == '=') {
          return lineEnd(text, at, end);
        }
        if (afterSpace && isDigit(next)) {
          return -wordEnd(text, at, after, end, quoted);
        }
        if (!afterSpace
            && !orthography.splitsHyphens()
            && next >= 0
            && Character.isLowerCase(next)
            && isClosing(text.codePointBefore(at))) {
          return -wordEnd(text, at, after, end, quoted);
        }
        return after;
      }
      case '+' -> {
        return isDigit(next) && afterSpace ? -wordEnd(text, at, after, end, quoted) : after;
      }
      case '@', '#' -> {
        return next >= 0 && Character.isLetter(next)
            ? -wordEnd(text, at, after, end, quoted)
            : runEnd(text, at, end, c);
      }
      case '©' -> {
        return next >= 0 && Character.isLetter(next)
            ? -wordEnd(text, at, after, end, quoted)
            : after;
      }
      case '\'', '’', '`', '´' -> {
        if (next == c) {
          return after + 1;
        }
        if (orthography.hasClitics()) {
          if (isDigit(next)
              && after + 1 < end
              && isDigit(text.charAt(after + 1))
              && (after + 2 >= end || !isDigit(text.charAt(after + 2)))) {
            return -wordEnd(text, at, after, end, quoted);
          }
          int to = cliticEnd(text, at, end);
          if (to > 0 && !(afterSpace && c == '\'')) {
            return to;
          }
        }
        return after;
      }
      case ':', ';', '=' -> {
        if (c == '=' && (next == '=' || next == '-')) {
          return lineEnd(text, at, end);
        }
        return afterSpace ? emoticonEnd(text, at, end, after) : after;
      }
      case '*', '_', '~', '|', '<', '>' -> {
        return runEnd(text, at, end, c);
      }
      case '§' -> {
        return runEnd(text, at, end, c);
      }
      default -> {
        return pictureEnd(text, at, end, c, after);
      }
    }
  }

  /** End of a word with its inner hyphens, points, apostrophes and the like. */
  private int wordEnd(String text, int start, int from, int end, boolean quoted) {
    int at = from;
    while (at < end) {
      int c = text.codePointAt(at);
      if (isWordPart(c)) {
        at += Character.charCount(c);
        continue;
      }
      int previous = text.codePointBefore(at);
      if (isMask(text, at, end) && Character.isLetterOrDigit(previous)) {
        at += MASK.length();
        continue;
      }
      int after = at + Character.charCount(c);
      int next = after < end ? text.codePointAt(after) : -1;
      boolean inside = next >= 0 && Character.isLetterOrDigit(next);
      boolean digits = isDigit(previous) && isDigit(next);
      boolean joined =
          switch (c) {
            case '-', '‐', '‑' ->
                (inside && !(digits && isRange(text, start, at, after, end)))
                    || (next != '-' && Character.isLetterOrDigit(previous) && at > start);
            case '.' ->
                Character.isLetterOrDigit(previous)
                    && (inside
                        || (next == '-'
                            && after + 1 < end
                            && Character.isLetterOrDigit(text.codePointAt(after + 1))));
            case ',' -> digits;
            case ':' ->
                digits
                    || (inside
                        && !isDigit(next)
                        && Character.isUpperCase(previous)
                        && at - start < 6);
            case '\'', '’', '`', '´' ->
                (inside && Character.isLetterOrDigit(previous))
                    || (c != '`'
                        && !quoted
                        && !orthography.hasClitics()
                        && endsInSibilant(previous));
            case '/' ->
                digits
                    || (inside
                        && at - start <= 2
                        && (after + 1 >= end || !isWordPart(text.codePointAt(after + 1))));
            case '&' -> inside && Character.isUpperCase(previous) && Character.isUpperCase(next);
            case '_', '@' -> inside;
            default -> false;
          };
      if (!joined) {
        return at;
      }
      at = after;
      if (!inside && (c == '-' || c == '‐' || c == '‑')) {
        return at;
      }
      if (!inside && c != '.') {
        return at;
      }
    }
    return at;
  }

  /** Adds a word, cut where the language cuts it; returns where the next token begins. */
  private int word(String text, int from, int start, int wordEnd, int end, Tokens tokens) {
    if (wordEnd - start > Segmenter.MAX_CHARACTERS) {
      tokens.addPieces(text, start, wordEnd, Segmenter.MAX_CHARACTERS);
      return wordEnd;
    }
    if (wordEnd < end && text.charAt(wordEnd) == '.') {
      byte note = fullStop(text, from, start, wordEnd, end, tokens);
      if (note != Tokens.PLAIN) {
        if (orthography.splitsHyphens()) {
          int hyphen = lastHyphen(text, start, wordEnd);
          if (hyphen > start) {
            hyphens(text, start, hyphen, tokens);
            tokens.add(hyphen, hyphen + 1, Tokens.PLAIN);
            tokens.add(hyphen + 1, wordEnd + 1, note);
            return wordEnd + 1;
          }
        }
        tokens.add(start, wordEnd + 1, note);
        return wordEnd + 1;
      }
    }
    if (orthography.splitsHyphens()) {
      hyphens(text, start, wordEnd, tokens);
    } else {
      clitics(text, start, wordEnd, tokens);
    }
    return wordEnd;
  }

  /** What kind of word it is together with the full stop that follows it. */
  private byte fullStop(String text, int from, int start, int wordEnd, int end, Tokens tokens) {
    int after = wordEnd + 1;
    if (after < end && (text.charAt(after) == '.' || text.charAt(after) == '…')) {
      return Tokens.PLAIN;
    }
    int next = after;
    while (next < end && isSpace(text.charAt(next)) && next < after + 4) {
      next++;
    }
    int follows = next < end ? text.codePointAt(next) : -1;
    byte kind = orthography.abbreviation(text, start, after, isDigit(follows));
    if (kind != Tokens.PLAIN) {
      return kind;
    }
    int hyphen = lastHyphen(text, start, wordEnd);
    if (hyphen > start) {
      return orthography.splitsHyphens()
          ? orthography.abbreviation(text, hyphen + 1, after, isDigit(follows))
          : Tokens.PLAIN;
    }
    int first = text.codePointAt(start);
    if (Character.isUpperCase(first) && Character.charCount(first) == wordEnd - start) {
      boolean name = follows >= 0 && Character.isUpperCase(follows) && next > after;
      return name && !orthography.isWord(text.substring(start, wordEnd))
          ? Tokens.INITIAL
          : Tokens.PLAIN;
    }
    if (isDotted(text, start, wordEnd)) {
      return Tokens.FINAL;
    }
    if (orthography.ordinals() && wordEnd - start <= 3 && isNumber(text, start, wordEnd)) {
      boolean continues =
          follows >= 0
              && (Character.isLowerCase(follows)
                  || follows == '-'
                  || follows == '–'
                  || follows == ','
                  || (start == from && next > after && Character.isLetter(follows)));
      return continues ? Tokens.ORDINAL : Tokens.PLAIN;
    }
    return Tokens.PLAIN;
  }

  /** Letters in groups of at most three between full stops, the last no web domain. */
  private boolean isDotted(String text, int start, int end) {
    if (end - start > 12) {
      return false;
    }
    int dots = 0;
    int group = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        dots++;
        group = 0;
      } else if (!Character.isLetter(c) || ++group > 3) {
        return false;
      }
    }
    if (dots == 0) {
      return false;
    }
    String last = text.substring(text.lastIndexOf('.', end - 1) + 1, end);
    return last.length() == 1 || !orthography.isDomain(last.toLowerCase(Locale.ROOT));
  }

  /** Cuts at hyphens, except after a prefix that keeps its own. */
  private void hyphens(String text, int start, int end, Tokens tokens) {
    int at = start;
    int scan = start;
    while (true) {
      int hyphen = scan;
      while (hyphen < end && text.charAt(hyphen) != '-') {
        hyphen++;
      }
      if (hyphen >= end - 1 || hyphen == start) {
        break;
      }
      int next = hyphen + 1;
      int partEnd = next;
      while (partEnd < end && text.charAt(partEnd) != '-') {
        partEnd++;
      }
      boolean number =
          isDigit(text.charAt(hyphen - 1))
              && isDigit(text.charAt(next))
              && !isRange(text, start, hyphen, next, end);
      if (number
          || !hasLetterOrDigit(text, at, hyphen)
          || orthography.joinsNext(text, at, hyphen)
          || orthography.joinsPrevious(text, next, partEnd)) {
        scan = next;
        continue;
      }
      clitics(text, at, hyphen, tokens);
      tokens.add(hyphen, next, Tokens.PLAIN);
      at = next;
      scan = next;
    }
    clitics(text, at, end, tokens);
  }

  /** Cuts off a clitic or cuts a contraction in two. */
  private void clitics(String text, int start, int end, Tokens tokens) {
    if (orthography.hasClitics()) {
      int cut = cliticStart(text, start, end);
      if (cut > start) {
        tokens.add(start, cut, Tokens.PLAIN);
        tokens.add(cut, end, Tokens.PLAIN);
        return;
      }
    }
    int first = orthography.contraction(text, start, end);
    if (first > 0) {
      tokens.add(start, start + first, Tokens.PLAIN);
      tokens.add(start + first, end, Tokens.PLAIN);
      return;
    }
    if (end > start) {
      tokens.add(start, end, Tokens.PLAIN);
    }
  }

  private int cliticStart(String text, int start, int end) {
    for (int length = 2; length <= 3 && end - length > start; length++) {
      if (orthography.isClitic(plain(text, end - length, end))) {
        return end - length;
      }
    }
    return -1;
  }

  private int cliticEnd(String text, int at, int end) {
    for (int length = 3; length >= 2; length--) {
      if (at + length <= end
          && (at + length == end || !isWordPart(text.codePointAt(at + length)))
          && orthography.isClitic(plain(text, at, at + length))) {
        return at + length;
      }
    }
    return -1;
  }

  private static String plain(String text, int start, int end) {
    return text.substring(start, end)
        .toLowerCase(Locale.ROOT)
        .replace('’', '\'')
        .replace('`', '\'')
        .replace('´', '\'');
  }

  /** Whether a mail address goes on here with its end left out: {@code kari...@example.org}. */
  private static boolean isMask(String text, int at, int end) {
    int after = at + MASK.length();
    return text.startsWith(MASK, at)
        && after < end
        && Character.isLetterOrDigit(text.codePointAt(after));
  }

  private static boolean startsAddress(String text, int at, int end) {
    char c = text.charAt(at);
    if (c != 'h' && c != 'w' && c != 'f' && c != 'm' && c != 'H' && c != 'W') {
      return false;
    }
    return matches(text, at, end, "http://")
        || matches(text, at, end, "https://")
        || matches(text, at, end, "www.")
        || matches(text, at, end, "ftp://")
        || matches(text, at, end, "mailto:");
  }

  private static boolean matches(String text, int at, int end, String word) {
    return at + word.length() < end && text.regionMatches(true, at, word, 0, word.length());
  }

  private static int addressEnd(String text, int at, int end) {
    int to = at;
    boolean bracket = false;
    while (to < end) {
      int c = text.codePointAt(to);
      if (isSpace(c) || c == '<' || c == '>' || c == '"' || isQuote(c)) {
        break;
      }
      bracket |= c == '(';
      to += Character.charCount(c);
    }
    while (to > at + 1) {
      char c = text.charAt(to - 1);
      if (".,;:!?'*]".indexOf(c) >= 0 || (c == ')' && !bracket)) {
        to--;
      } else {
        break;
      }
    }
    return to;
  }

  private static int emoticonEnd(String text, int at, int end, int after) {
    int to = after;
    if (to < end && text.charAt(to) == '-') {
      to++;
    }
    if (to < end
        && ")(DPpO/|".indexOf(text.charAt(to)) >= 0
        && (to + 1 == end || isSpace(text.charAt(to + 1)))) {
      return to + 1;
    }
    return after;
  }

  /** A picture with all that modifies or joins it; another sign alone. */
  private static int pictureEnd(String text, int at, int end, int c, int after) {
    if (!isPicture(c)) {
      int to = after;
      while (to < end && isMark(text.codePointAt(to))) {
        to += Character.charCount(text.codePointAt(to));
      }
      return to;
    }
    boolean flag = isRegional(c);
    int to = after;
    while (to < end) {
      int next = text.codePointAt(to);
      if (next == 0x200D) {
        to++;
        if (to < end && isPicture(text.codePointAt(to))) {
          to += Character.charCount(text.codePointAt(to));
        }
      } else if (isMark(next) || (next >= 0x1F3FB && next <= 0x1F3FF)) {
        to += Character.charCount(next);
      } else if (flag && isRegional(next)) {
        to += Character.charCount(next);
        flag = false;
      } else {
        break;
      }
    }
    return to;
  }

  /** End of a row of hyphens and equals signs. */
  private static int lineEnd(String text, int at, int end) {
    int to = at;
    while (to < end && (text.charAt(to) == '-' || text.charAt(to) == '=')) {
      to++;
    }
    return to;
  }

  private static int runEnd(String text, int at, int end, int c) {
    int to = at;
    while (to < end && text.charAt(to) == c) {
      to++;
    }
    return to;
  }

  private static boolean isPicture(int c) {
    return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF);
  }

  private static boolean isRegional(int c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c) || isMark(c) || Character.getType(c) == Character.FORMAT;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Index of the last hyphen among the word's last twelve characters; -1 if none. */
  private static int lastHyphen(String text, int start, int end) {
    for (int i = end - 1; i > start && i > end - 13; i--) {
      if (text.charAt(i) == '-') {
        return i;
      }
    }
    return -1;
  }

  /** Whether a hyphen stands between two plain numbers: {@code 40-45} is three words. */
  private static boolean isRange(String text, int start, int hyphen, int next, int end) {
    if (hyphen - start > 4 || !isNumber(text, start, hyphen)) {
      return false;
    }
    int to = next;
    while (to < end && isDigit(text.charAt(to))) {
      to++;
    }
    if (hyphen - start == 3 && to - next == 4) {
      return false; // a telephone number
    }
    return to - next <= 4
        && (to == end || !isWordPart(text.codePointAt(to)) && text.charAt(to) != '-');
  }

  private static boolean isNumber(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return end > start;
  }

  private static boolean hasLetterOrDigit(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsInSibilant(int c) {
    return c == 's' || c == 'x' || c == 'z' || c == 'S' || c == 'X' || c == 'Z';
  }

  private static boolean isClosing(int c) {
    return c == '»' || c == '”' || c == '"' || c == '“' || c == '\'' || c == '’' || c == ')';
  }

  private static boolean isOpening(int c) {
    return c == '«' || c == '(' || c == '[' || c == '“' || c == '„' || c == '"';
  }

  private static boolean isQuote(int c) {
    return c == '«' || c == '»' || c == '“' || c == '”' || c == '„';
  }
}
