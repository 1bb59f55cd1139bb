package dev.detente.source.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.CodebookFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words by which pages speak of themselves, of all languages together, since a page in one
 * language may be dressed in another; from {@code page.yaml}. Immutable and thread-safe.
 */
final class PageWords {
  private static final int SHORT = 300;

  private final List<String> begins;
  private final Set<String> whole;
  private final List<String> holds;
  private final List<String> paywall;
  private final List<String> by;
  private final Set<String> and;
  private final List<String> published;
  private final List<String> updated;
  private final List<String> facts;
  private final Map<String, Integer> months = new HashMap<>();

  private PageWords(List<JsonNode> files, List<JsonNode> layouts) {
    facts = words(layouts, "facts");
    begins = words(files, "begins");
    whole = new HashSet<>(words(files, "is"));
    holds = words(files, "holds");
    paywall = words(files, "paywall");
    by = words(files, "by");
    and = new HashSet<>(words(files, "and"));
    published = words(files, "published");
    updated = words(files, "updated");
    for (JsonNode file : files) {
      file.path("months").properties().forEach(e -> months.put(e.getKey(), e.getValue().asInt()));
    }
  }

  static PageWords load(Codebook codebook) {
    List<JsonNode> files = new ArrayList<>();
    List<JsonNode> layouts = new ArrayList<>();
    for (String language : CodebookFile.LANGUAGES) {
      files.add(codebook.lexicon(language, "page"));
      layouts.add(codebook.lexicon(language, "layout"));
    }
    return new PageWords(files, layouts);
  }

  /** Longer ones first, so that {@code skrevet av} is found before {@code av}. */
  private static List<String> words(List<JsonNode> files, String key) {
    Set<String> words = new LinkedHashSet<>();
    for (JsonNode file : files) {
      for (JsonNode node : file.path(key)) {
        words.add(node.asText().toLowerCase(Locale.ROOT));
      }
    }
    List<String> sorted = new ArrayList<>(words);
    sorted.sort((a, b) -> Integer.compare(b.length(), a.length()));
    return List.copyOf(sorted);
  }

  /** Whether a block speaks of the page and not of its matter. */
  boolean isFurniture(String text) {
    if (text.length() > SHORT) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT).strip();
    if (whole.contains(bare(lower))) {
      return true;
    }
    return startsWithOne(lower, begins) || holdsOne(lower, holds);
  }

  /** Whether a text says that the rest is for subscribers. */
  boolean isPaywall(String text) {
    return text.length() <= SHORT && holdsOne(text.toLowerCase(Locale.ROOT), paywall);
  }

  /** Whether a short text heads a fact box. */
  boolean isFacts(String text) {
    return text.length() <= 80 && startsWithOne(text.toLowerCase(Locale.ROOT).strip(), facts);
  }

  /** Whether a text begins by saying when it was published. */
  boolean isPublished(String text) {
    return startsWithOne(text.toLowerCase(Locale.ROOT).strip(), published);
  }

  /** Whether a text begins by saying when it was updated. */
  boolean isUpdated(String text) {
    return startsWithOne(text.toLowerCase(Locale.ROOT).strip(), updated);
  }

  /** Where a name begins after a word such as {@code av}; -1 when there is none. */
  int afterBy(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : by) {
      if (lower.startsWith(word)
          && lower.length() > word.length()
          && !Character.isLetterOrDigit(lower.charAt(word.length()))) {
        int at = word.length();
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
          at++;
        }
        return at;
      }
    }
    return -1;
  }

  /** Whether a word stands before an author's name. */
  boolean isBy(String lower) {
    return by.contains(lower);
  }

  /** Whether a word joins two names. */
  boolean isAnd(String lower) {
    return and.contains(lower);
  }

  List<String> updatedWords() {
    return updated;
  }

  Map<String, Integer> months() {
    return Collections.unmodifiableMap(months);
  }

  private static String bare(String text) {
    int start = 0;
    int end = text.length();
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    return text.substring(start, end);
  }

  private static boolean startsWithOne(String lower, List<String> starts) {
    for (String start : starts) {
      if (lower.startsWith(start)
          && (lower.length() == start.length()
              || !Character.isLetterOrDigit(start.charAt(start.length() - 1))
              || !Character.isLetterOrDigit(lower.charAt(start.length())))) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsOne(String lower, List<String> phrases) {
    for (String phrase : phrases) {
      if (lower.contains(phrase)) {
        return true;
      }
    }
    return false;
  }
}
