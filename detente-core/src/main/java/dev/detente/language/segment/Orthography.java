package dev.detente.language.segment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How a language writes its words: abbreviations, contractions, hyphens, ordinals. Read from {@code
 * abbreviations.yaml} of the language's folder. Immutable and thread-safe.
 */
final class Orthography {
  private final Set<String> inner;
  private final Set<String> last;
  private final Set<String> beforeNumber;
  private final Set<String> domains;
  private final Set<String> clitics;
  private final Map<String, Integer> contractions;
  private final Set<String> joiningPrefixes;
  private final Set<String> joiningSuffixes;
  private final Set<String> starters;
  private final Set<String> notInitials;
  private final Set<String> careless;
  private final boolean ordinals;
  private final boolean splitsHyphens;
  private final boolean joinsMarks;
  private final boolean splitsAtColon;
  private final int longest;

  private Orthography(JsonNode file, JsonNode world, String path) {
    inner = words(file, "inner", path);
    last = words(file, "final", path);
    beforeNumber = words(file, "before-number", path);
    domains = words(world, "top-level-domains", "world/web.yaml");
    clitics = words(file, "clitics", path);
    joiningPrefixes = words(file, "joining-prefixes", path);
    joiningSuffixes = words(file, "joining-suffixes", path);
    starters = words(file, "sentence-starters", path);
    notInitials = words(file, "not-initials", path);
    careless = words(file, "careless", path);
    contractions = new HashMap<>();
    for (JsonNode parts : file.path("contractions")) {
      String whole = parts.path(0).asText() + parts.path(1).asText();
      contractions.put(whole, parts.path(0).asText().length());
    }
    JsonNode style = file.path("style");
    ordinals = style.path("ordinals-with-full-stop").asBoolean();
    splitsHyphens = style.path("hyphen-is-a-word").asBoolean();
    joinsMarks = style.path("runs-of-marks-are-one-word").asBoolean();
    splitsAtColon = style.path("colon-ends-sentence").asBoolean();
    int max = 0;
    for (Set<String> set : List.of(inner, last, beforeNumber)) {
      for (String word : set) {
        max = Math.max(max, word.length());
      }
    }
    longest = max;
  }

  /**
   * The orthography of a language.
   *
   * @throws DetenteException DET-0211 when the codebook has no abbreviations for it
   */
  static Orthography load(Codebook codebook, String language) {
    String path = Codebook.folderOf(language) + "/abbreviations.yaml";
    JsonNode file = codebook.lexicon(language, "abbreviations");
    if (file.isMissingNode()) {
      throw new DetenteException(
          "DET-0211", "codebook file " + path + " is missing; restore it in the codebook folder");
    }
    return new Orthography(file, codebook.file("world/web.yaml"), path);
  }

  private static Set<String> words(JsonNode file, String key, String path) {
    Set<String> words = new LinkedHashSet<>();
    for (JsonNode node : file.path(key)) {
      if (!node.isTextual()) {
        throw new DetenteException(
            "DET-0212",
            "codebook file "
                + path
                + ", list "
                + key
                + ": "
                + node
                + " is not a word; put it in quotation marks");
      }
      words.add(node.asText());
    }
    return new HashSet<>(words);
  }

  /**
   * The kind of abbreviation that a word together with its full stop is: {@link Tokens#INNER},
   * {@link Tokens#FINAL} or {@link Tokens#PLAIN} for none.
   *
   * @param word with the full stop
   * @param number whether a digit follows
   */
  byte abbreviation(String text, int start, int end, boolean number) {
    if (end - start > longest) {
      return Tokens.PLAIN;
    }
    String word = text.substring(start, end);
    byte kind = kind(word, number);
    if (kind == Tokens.PLAIN) {
      String lower = word.toLowerCase(Locale.ROOT);
      kind = lower.equals(word) ? kind : kind(lower, number);
    }
    return kind;
  }

  private byte kind(String word, boolean number) {
    if (inner.contains(word) || (number && beforeNumber.contains(word))) {
      return Tokens.INNER;
    }
    return last.contains(word) ? Tokens.FINAL : Tokens.PLAIN;
  }

  /** Whether a word without dot is a top-level domain ({@code no}, {@code com}). */
  boolean isDomain(String word) {
    return domains.contains(word);
  }

  /** Whether a word with its apostrophe is a clitic ({@code 's}, {@code n't}); lower case. */
  boolean isClitic(String word) {
    return clitics.contains(word);
  }

  boolean hasClitics() {
    return !clitics.isEmpty();
  }

  /** Length of the first part when the word is two words written as one; else 0. */
  int contraction(String text, int start, int end) {
    if (contractions.isEmpty() || end - start > 12) {
      return 0;
    }
    return contractions.getOrDefault(text.substring(start, end).toLowerCase(Locale.ROOT), 0);
  }

  /** Whether this part keeps its hyphen and what follows ({@code co-}, {@code anti-}). */
  boolean joinsNext(String text, int start, int end) {
    return end - start <= 12
        && joiningPrefixes.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  /** Whether this part keeps the hyphen before it ({@code -wise}). */
  boolean joinsPrevious(String text, int start, int end) {
    return end - start <= 12
        && joiningSuffixes.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  /** Whether the word, capital included, often begins a sentence. */
  boolean startsSentence(String text, int start, int end) {
    return end - start <= 16 && starters.contains(text.substring(start, end));
  }

  /** Whether the capital letter is a word of its own rather than an initial. */
  boolean isWord(String letter) {
    return notInitials.contains(letter);
  }

  /** Whether the word shows that its writer leaves capitals out. */
  boolean isCareless(String text, int start, int end) {
    return end - start <= 8 && careless.contains(text.substring(start, end));
  }

  /** Whether the language has words that show it. */
  boolean knowsCareless() {
    return !careless.isEmpty();
  }

  /** Whether {@code 7.} is the ordinal. */
  boolean ordinals() {
    return ordinals;
  }

  /** Whether the hyphen of a compound is a word of its own. */
  boolean splitsHyphens() {
    return splitsHyphens;
  }

  /** Whether {@code ?!} is one word. */
  boolean joinsMarks() {
    return joinsMarks;
  }

  /** Whether a colon before a capital letter, a quotation mark or a dash ends a sentence. */
  boolean splitsAtColon() {
    return splitsAtColon;
  }
}
