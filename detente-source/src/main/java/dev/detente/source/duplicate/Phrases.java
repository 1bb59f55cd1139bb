package dev.detente.source.duplicate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into phrases: at the ends of lines, and at full stops, question and exclamation marks
 * that white space and no small letter follows. Linear time.
 */
final class Phrases {
  /** Longer ones are cut, so that comparing two stays cheap. */
  private static final int LONGEST = 200;

  private final String text;
  private final List<Phrase> phrases = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final List<Boolean> named = new ArrayList<>();
  private final List<Boolean> breaks = new ArrayList<>();
  private boolean broken;

  private Phrases(String text) {
    this.text = text;
  }

  static List<Phrase> of(String text) {
    Phrases cutter = new Phrases(text);
    cutter.cut();
    return cutter.phrases;
  }

  private void cut() {
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (Character.isLetterOrDigit(codePoint)) {
        at = word(at);
        if (words.size() == LONGEST) {
          end(false);
        }
        continue;
      }
      if (codePoint == '\n' || codePoint == '\r' || codePoint == 0x2028 || codePoint == 0x2029) {
        end(true);
      } else if (codePoint == '?') {
        add("?", false);
        end(false);
      } else if (endsSentence(codePoint, at)) {
        end(false);
      } else if (isSign(codePoint, at)) {
        add(codePoint == 0x2212 ? "-" : Character.toString(codePoint), true);
      } else if (!Character.isWhitespace(codePoint) && !isQuote(codePoint)) {
        broken = true;
      }
      at += Character.charCount(codePoint);
    }
    end(true);
  }

  private static boolean isQuote(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> true;
      default -> codePoint == '"' || codePoint == '\'' || codePoint == '.' || codePoint == 0xAD;
    };
  }

  /** Per cent, currencies, and a minus or plus that stands alone before a digit. */
  private boolean isSign(int codePoint, int at) {
    if (codePoint == '%'
        || codePoint == 0x2030
        || Character.getType(codePoint) == Character.CURRENCY_SYMBOL) {
      return true;
    }
    return (codePoint == '-' || codePoint == '+' || codePoint == 0x2212)
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at + 1))
        && (at == 0 || Character.isWhitespace(text.charAt(at - 1)));
  }

  private boolean endsSentence(int codePoint, int at) {
    if (codePoint != '.' && codePoint != '!' && codePoint != 0x2026) {
      return false;
    }
    int next = at + 1;
    while (next < text.length() && (isClosing(text.charAt(next)))) {
      next++;
    }
    if (next >= text.length()) {
      return true;
    }
    if (!Character.isWhitespace(text.charAt(next))) {
      return false;
    }
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next >= text.length() || !Character.isLowerCase(text.codePointAt(next));
  }

  private static boolean isClosing(char c) {
    return c == ')' || c == ']' || c == '.' || isQuote(c);
  }

  /** A word with the marks inside it: {@code 1,5}, {@code e-post}, {@code don't}. */
  private int word(int start) {
    int at = start;
    boolean digits = Character.isDigit(text.charAt(at));
    StringBuilder word = new StringBuilder();
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      int size = Character.charCount(codePoint);
      if (Character.isLetterOrDigit(codePoint)
          || Character.getType(codePoint) == Character.NON_SPACING_MARK) {
        word.appendCodePoint(codePoint);
      } else if (codePoint == 0xAD) {
        at += size;
        continue;
      } else if (!joins(codePoint, at, size)) {
        if (!(digits && groupsDigits(at))) {
          break;
        }
      } else {
        word.appendCodePoint(codePoint == 0x2019 ? '\'' : codePoint);
      }
      at += size;
    }
    int first = text.codePointAt(start);
    add(
        Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT),
        digits || Character.isUpperCase(first) || Character.isTitleCase(first));
    return at;
  }

  private boolean joins(int codePoint, int at, int size) {
    if (at + size >= text.length()) {
      return false;
    }
    boolean before = Character.isLetterOrDigit(text.charAt(at - 1));
    int after = text.codePointAt(at + size);
    return switch (codePoint) {
      case '.', ',', ':' -> Character.isDigit(text.charAt(at - 1)) && Character.isDigit(after);
      case '-', 0x2010, 0x2011, '\'', 0x2019 -> before && Character.isLetterOrDigit(after);
      default -> false;
    };
  }

  /** The space in {@code 100 000}. */
  private boolean groupsDigits(int at) {
    char c = text.charAt(at);
    return (c == ' ' || c == 0xA0 || c == 0x202F)
        && isDigit(at - 1)
        && isDigit(at + 1)
        && isDigit(at + 2)
        && isDigit(at + 3)
        && !isDigit(at + 4);
  }

  private boolean isDigit(int at) {
    return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
  }

  private void add(String word, boolean isNamed) {
    words.add(word);
    named.add(isNamed);
    breaks.add(broken);
    broken = false;
  }

  private void end(boolean heading) {
    if (!words.isEmpty()) {
      breaks.add(true);
      phrases.add(Phrase.of(words.toArray(new String[0]), array(named), array(breaks), heading));
      words.clear();
      named.clear();
      breaks.clear();
    }
    broken = false;
  }

  private static boolean[] array(List<Boolean> list) {
    boolean[] array = new boolean[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = list.get(i);
    }
    return array;
  }
}
