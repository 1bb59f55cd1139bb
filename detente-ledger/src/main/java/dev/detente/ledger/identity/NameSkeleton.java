package dev.detente.ledger.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
    {"ie", "e"},
    {"io", "o"},
    {"ia", "a"},
    {"iu", "u"},
    {"ee", "i"},
  };

  private NameSkeleton() {}

  /** The skeleton of one word of a name; empty when it has no letters. */
  public static String of(String word) {
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
    // "-skij", "-sky", "-ski"; "Mariya", "Maria"
    while (skeleton.length() > 3 && skeleton.charAt(skeleton.length() - 1) == 'i') {
      skeleton.setLength(skeleton.length() - 1);
    }
    return skeleton.toString();
  }

  /** The skeletons of a name's words, in order; words without letters are left out. */
  public static List<String> words(String name) {
    List<String> words = new ArrayList<>(3);
    for (String word : name.split("[\\s\\-\u2010-\u2013]+")) {
      String skeleton = of(word);
      if (!skeleton.isEmpty()) {
        words.add(skeleton);
      }
    }
    return words;
  }
}
