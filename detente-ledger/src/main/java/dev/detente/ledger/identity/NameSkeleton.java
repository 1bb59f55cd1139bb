package dev.detente.ledger.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is left of a name when the ways of spelling it in Latin letters are taken off: {@code
 * Zelenskyj}, {@code Zelenskyy}, {@code Zelensky} and {@code Zelenskij} are one, as are {@code
 * Sjojgu} and {@code Shoigu}, {@code Rjabkov} and {@code Ryabkov}, {@code Erdoğan} and {@code
 * Erdogan}. Stateless.
 */
public final class NameSkeleton {
  /** Spellings and what they become, in this order. */
  private static final String[][] FOLDED = {
    {"ß", "ss"},
    {"æ", "e"},
    {"ø", "o"},
    {"å", "a"},
    {"đ", "d"},
    {"ł", "l"},
    {"ı", "i"},
    {"þ", "th"},
    {"ð", "d"},
    {"œ", "e"},
    {"shch", "sh"},
    {"sjtsj", "sh"},
    {"tsch", "c"},
    {"tsj", "c"},
    {"tch", "c"},
    {"tj", "c"},
    {"sch", "sh"},
    {"skj", "sh"},
    {"sj", "sh"},
    {"zh", "z"},
    {"zj", "z"},
    {"kh", "h"},
    {"ch", "c"},
    {"gh", "g"},
    {"ph", "f"},
    {"th", "t"},
    {"dj", "j"},
    {"ts", "z"},
    {"tz", "z"},
    {"ck", "k"},
    {"cz", "c"},
    {"x", "ks"},
    {"q", "k"},
    {"w", "v"},
    {"ou", "u"},
    {"oe", "o"},
    {"aa", "a"},
    {"j", "i"},
    {"y", "i"},
    {"ii", "i"},
    {"ie", "e"},
    {"io", "o"},
    {"ia", "a"},
    {"iu", "u"},
    {"ee", "i"},
  };

  /** What stands after a name and is no part of it. */
  private static final Pattern JUNIOR = Pattern.compile("(?i)[,\\s]+[js]r\\.?$");

  private NameSkeleton() {}

  /** The skeleton of a surname; empty when it has no letters. */
  public static String of(String surname) {
    StringBuilder skeleton = new StringBuilder(given(surname));
    // "-skij", "-sky", "-ski"
    while (skeleton.length() > 3 && skeleton.charAt(skeleton.length() - 1) == 'i') {
      skeleton.setLength(skeleton.length() - 1);
    }
    return skeleton.toString();
  }

  /** The skeleton of another word of a name: {@code Tom} is not {@code Tommy}. */
  private static String given(String word) {
    String folded = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < 10; i++) {
      folded = folded.replace(FOLDED[i][0], FOLDED[i][1]);
    }
    folded = Normalizer.normalize(folded, Normalizer.Form.NFD).replaceAll("[^\\p{L}\\p{N}]", "");
    for (int i = 10; i < FOLDED.length; i++) {
      folded = folded.replace(FOLDED[i][0], FOLDED[i][1]);
    }
    StringBuilder skeleton = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (skeleton.length() == 0 || skeleton.charAt(skeleton.length() - 1) != c) {
        skeleton.append(c);
      }
    }
    return skeleton.toString();
  }

  /** The skeletons of a name's words, in order; words without letters are left out. */
  public static List<String> words(String name) {
    List<String> words = new ArrayList<>(3);
    String[] parts = JUNIOR.matcher(name).replaceFirst("").split("[\\s\\-\u2010-\u2013]+");
    for (int i = 0; i < parts.length; i++) {
      String skeleton = i == parts.length - 1 ? of(parts[i]) : given(parts[i]);
      if (!skeleton.isEmpty()) {
        words.add(skeleton);
      }
    }
    return words;
  }
}
