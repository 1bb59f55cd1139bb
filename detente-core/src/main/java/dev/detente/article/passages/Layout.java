package dev.detente.article.passages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words by which a language's papers mark credits, bylines, fact boxes and notices; from {@code
 * layout.yaml}. All in small letters. Immutable and thread-safe.
 */
final class Layout {
  private final Set<String> credits;
  private final Set<String> pictures;
  private final Set<String> bylines;
  private final Set<String> facts;
  private final List<String> noticeStarts;
  private final List<String> notices;
  private final Set<String> dateWords;

  private Layout(List<JsonNode> files) {
    credits = words(files, "credit");
    pictures = words(files, "picture");
    bylines = words(files, "byline");
    facts = words(files, "facts");
    noticeStarts = new ArrayList<>(words(files, "notice-begins"));
    notices = new ArrayList<>(words(files, "notice-holds"));
    dateWords = words(files, "date-words");
  }

  /** The words of these languages together. */
  static Layout load(Codebook codebook, List<String> languages) {
    return new Layout(languages.stream().map(l -> codebook.lexicon(l, "layout")).toList());
  }

  private static Set<String> words(List<JsonNode> files, String key) {
    Set<String> words = new LinkedHashSet<>();
    for (JsonNode file : files) {
      words.addAll(Words.lower(file.path(key)));
    }
    return words;
  }

  /** Whether the word introduces who took a picture ({@code foto}). */
  boolean isCredit(String lower) {
    return credits.contains(lower);
  }

  /** Whether the words introduce a caption ({@code bildet}). */
  boolean isPicture(String lower) {
    return pictures.contains(lower);
  }

  boolean isByline(String lower) {
    return bylines.contains(lower);
  }

  boolean isFacts(String lower) {
    return facts.contains(lower);
  }

  boolean isDateWord(String lower) {
    return dateWords.contains(lower);
  }

  /** Whether a paragraph, in small letters, speaks of the page itself. */
  boolean isNotice(String lower) {
    for (String start : noticeStarts) {
      if (lower.startsWith(start)
          && (lower.length() == start.length()
              || !Character.isLetterOrDigit(lower.charAt(start.length())))) {
        return true;
      }
    }
    for (String phrase : notices) {
      if (lower.contains(phrase)) {
        return true;
      }
    }
    return false;
  }
}
