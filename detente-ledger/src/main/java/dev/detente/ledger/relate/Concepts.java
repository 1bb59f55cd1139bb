package dev.detente.ledger.relate;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.Words;
import dev.detente.codebook.world.Rows;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What words mean, in a form that nb, nn and en share: the concepts of {@code world/concepts.tsv},
 * and for other words their beginning, spelled as most languages would ("provokasjon",
 * "provocation"). Immutable and thread-safe.
 */
final class Concepts {
  private static final String[] LANGUAGES = {"nb", "nn", "en"};

  /** Letters of an unknown word that count. */
  private static final int STEM = 5;

  /** Letters that an entry must have to be found inside a compound, and that must stand before. */
  private static final int PART = 5;

  private static final int BEFORE = 3;

  private static final class Lexicon {
    private final Map<String, String> beginnings = new HashMap<>();
    private final Map<String, String> wholes = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Set<String> stop = new HashSet<>();
    private int longest;
  }

  private final Map<String, Lexicon> languages = new HashMap<>();

  Concepts(Codebook codebook) {
    for (String language : LANGUAGES) {
      Lexicon lexicon = new Lexicon();
      languages.put(language, lexicon);
      lexicon.stop.addAll(Words.set(codebook.lexicon(language, "links").path("stop")));
      codebook
          .lexicon(language, "triggers")
          .path("numbers")
          .properties()
          .forEach(entry -> lexicon.numbers.put(entry.getKey(), entry.getValue().asText()));
    }
    Rows.read(codebook, "world/concepts.tsv", LANGUAGES.length, this::add);
  }

  private void add(String[] row) {
    List<String> english = Rows.split(row[2], '|');
    if (english.isEmpty()) {
      throw new IllegalArgumentException("a concept without English words");
    }
    String concept = "=" + english.get(0).strip();
    for (int i = 0; i < LANGUAGES.length; i++) {
      Lexicon lexicon = languages.get(LANGUAGES[i]);
      if (lexicon == null) {
        continue;
      }
      for (String form : Rows.split(row[i].isEmpty() && i == 1 ? row[0] : row[i], '|')) {
        if (form.endsWith(" ")) {
          lexicon.wholes.putIfAbsent(form.strip(), concept);
        } else {
          // "krise" is the beginning of "krisa" and "krisen" too.
          boolean ending = form.endsWith("e") && form.length() >= PART;
          String beginning = ending ? form.substring(0, form.length() - 1) : form;
          lexicon.beginnings.putIfAbsent(beginning, concept);
          lexicon.longest = Math.max(lexicon.longest, beginning.length());
        }
      }
    }
  }

  private Lexicon of(String language) {
    Lexicon own = languages.get(Codebook.folderOf(language));
    return own == null ? new Lexicon() : own;
  }

  /**
   * What the words of a stretch of text mean: concepts begin with {@code =}, numbers with {@code
   * #}, names with {@code ^}; other words stand for themselves.
   */
  Set<String> of(String text, String language) {
    Set<String> found = new TreeSet<>();
    Lexicon lexicon = of(language);
    int at = 0;
    boolean first = true;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (!Character.isLetterOrDigit(point)) {
        at += Character.charCount(point);
        continue;
      }
      int start = at;
      while (at < text.length() && isInside(text, at)) {
        at += Character.charCount(text.codePointAt(at));
      }
      read(text.substring(start, at), first, lexicon, found);
      first = false;
    }
    return found;
  }

  /** Letters and digits, and what joins digits: {@code 190 000}, {@code 190,000}. */
  private static boolean isInside(String text, int at) {
    int point = text.codePointAt(at);
    if (Character.isLetterOrDigit(point)) {
      return true;
    }
    return (point == ' ' || point == ',' || point == '.' || point == '\u00a0')
        && at > 0
        && Character.isDigit(text.charAt(at - 1))
        && threeDigits(text, at + 1);
  }

  private static boolean threeDigits(String text, int at) {
    if (at + 3 > text.length()
        || at + 3 < text.length() && Character.isDigit(text.charAt(at + 3))) {
      return false;
    }
    return Character.isDigit(text.charAt(at))
        && Character.isDigit(text.charAt(at + 1))
        && Character.isDigit(text.charAt(at + 2));
  }

  private static void read(String form, boolean first, Lexicon lexicon, Set<String> found) {
    if (Character.isDigit(form.charAt(0))) {
      String digits = form.replaceAll("[^0-9]", "");
      found.add("#" + (digits.length() > 15 ? digits.substring(0, 15) : digits));
      return;
    }
    String word = form.toLowerCase(Locale.ROOT);
    String number = lexicon.numbers.get(word);
    if (number != null) {
      // "one" is an article more often than a number.
      if (!number.equals("1")) {
        found.add("#" + number);
      }
      return;
    }
    String whole = lexicon.wholes.get(word);
    String concept = whole == null ? beginning(word, lexicon) : whole;
    if (concept != null) {
      if (!concept.equals("=-")) {
        found.add(concept);
      }
      return;
    }
    if (lexicon.stop.contains(word)) {
      return;
    }
    if (!first && Character.isUpperCase(form.codePointAt(0))) {
      found.add("^" + stem(word));
      return;
    }
    String inside = inside(word, lexicon);
    if (inside != null) {
      found.add(inside);
      return;
    }
    if (word.length() > 3) {
      found.add(stem(word));
    }
  }

  private static @Nullable String beginning(String word, Lexicon lexicon) {
    for (int length = Math.min(word.length(), lexicon.longest); length > 1; length--) {
      String concept = lexicon.beginnings.get(word.substring(0, length));
      if (concept != null && fits(word.length(), length)) {
        return concept;
      }
    }
    return null;
  }

  /** A short beginning does not stand for a long word: "lov" is not in "lovise". */
  private static boolean fits(int word, int beginning) {
    return beginning >= 5 || word - beginning <= 4;
  }

  /** The concept of a compound's later part. */
  private static @Nullable String inside(String word, Lexicon lexicon) {
    for (int start = BEFORE; start + PART <= word.length(); start++) {
      for (int end = Math.min(word.length(), start + lexicon.longest); end >= start + PART; end--) {
        String concept = lexicon.beginnings.get(word.substring(start, end));
        if (concept != null && word.length() - end <= 4) {
          return concept;
        }
      }
    }
    return null;
  }

  /** The first letters, spelled as in most languages: {@code eskal} of eskalere and escalate. */
  static String stem(String word) {
    String folded =
        Normalizer.normalize(
                word.replace("ø", "o").replace("æ", "ae").replace("å", "a"), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace("ph", "f")
            .replace("th", "t")
            .replace("ck", "k")
            .replace("sch", "sj")
            .replace("sh", "sj")
            .replace("ch", "k")
            .replace("c", "k")
            .replace("x", "ks")
            .replace("qu", "kv")
            .replace("w", "v")
            .replace("y", "i")
            .replace("j", "i");
    StringBuilder stem = new StringBuilder(STEM);
    for (int i = 0; i < folded.length() && stem.length() < STEM; i++) {
      char c = folded.charAt(i);
      if (stem.length() == 0 || stem.charAt(stem.length() - 1) != c) {
        stem.append(c);
      }
    }
    return stem.toString();
  }
}
