package dev.detente.source.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.codebook.Codebook;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The hints that the names of elements give; from {@code markup.yaml}. Immutable, thread-safe. */
final class MarkupHints {
  /** Longer names are generated ones. */
  private static final int LONGEST = 200;

  private static final int MOST_PARTS = 24;

  private final Map<String, Integer> parts = new HashMap<>();

  private MarkupHints(JsonNode file) {
    for (Hint hint : Hint.values()) {
      for (JsonNode entry : file.path(hint.key())) {
        parts.merge(
            entry.asText().toLowerCase(Locale.ROOT), hint.bit(), (one, other) -> one | other);
      }
    }
  }

  static MarkupHints load(Codebook codebook) {
    return new MarkupHints(codebook.file("markup.yaml"));
  }

  /** The hints in the value of a {@code class}, {@code id}, ... attribute, as a set. */
  int of(String value) {
    int length = Math.min(value.length(), LONGEST);
    int hints = 0;
    int count = 0;
    String before = "";
    int at = 0;
    while (at < length && count < MOST_PARTS) {
      char c = value.charAt(at);
      if (!Character.isLetter(c)) {
        if (c <= ' ') {
          before = "";
        }
        at++;
        continue;
      }
      int end = at + 1;
      while (end < length && Character.isLetter(value.charAt(end)) && !isTurn(value, end)) {
        end++;
      }
      String part = value.substring(at, end).toLowerCase(Locale.ROOT);
      hints |= parts.getOrDefault(part, 0);
      if (!before.isEmpty()) {
        hints |= parts.getOrDefault(before + " " + part, 0);
      }
      before = part;
      count++;
      at = end;
    }
    return hints;
  }

  /** Whether a part begins here by its capital: {@code article|Body}. */
  private static boolean isTurn(String value, int at) {
    return Character.isUpperCase(value.charAt(at)) && Character.isLowerCase(value.charAt(at - 1));
  }
}
