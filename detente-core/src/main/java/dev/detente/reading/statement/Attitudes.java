package dev.detente.reading.statement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The attitudes and topics that words show, of one language: {@code attitudes.yaml}. Immutable and
 * thread-safe.
 */
public final class Attitudes {
  /** Longest beginning of a word that is looked up, in characters. */
  private static final int LONGEST = 20;

  private static final int SHORTEST = 2;

  /** Attitudes by the beginning of a word; a whole word ends in a space. */
  private final Map<String, Set<String>> single;

  /** Entries of several words by their first one. */
  private final Map<String, List<Phrase>> phrases;

  private record Phrase(String[] words, String attitude) {}

  private Attitudes(Map<String, Set<String>> single, Map<String, List<Phrase>> phrases) {
    this.single = single;
    this.phrases = phrases;
  }

  /** The attitudes of a language, or of the nearest one that has any. */
  public static Attitudes of(Codebook codebook, String language) {
    Map<String, Set<String>> single = new HashMap<>();
    Map<String, List<Phrase>> phrases = new HashMap<>();
    JsonNode file = codebook.lexicon(language, "attitudes").path("attitudes");
    file.properties()
        .forEach(
            entry -> {
              for (String word : Words.lower(entry.getValue())) {
                String[] words = word.strip().split(" +");
                if (words.length == 1) {
                  single.computeIfAbsent(word, w -> new LinkedHashSet<>()).add(entry.getKey());
                } else {
                  words[words.length - 1] += word.endsWith(" ") ? " " : "";
                  phrases
                      .computeIfAbsent(words[0], w -> new ArrayList<>())
                      .add(new Phrase(words, entry.getKey()));
                }
              }
            });
    return new Attitudes(single, phrases);
  }

  /**
   * The attitudes that a word shows, alone or with those after it.
   *
   * @param forms words side by side, in lower case
   */
  Set<String> at(List<String> forms, int index) {
    Set<String> found = new LinkedHashSet<>();
    String form = forms.get(index);
    found.addAll(single.getOrDefault(form + " ", Set.of()));
    for (int length = Math.min(form.length(), LONGEST); length >= SHORTEST; length--) {
      found.addAll(single.getOrDefault(form.substring(0, length), Set.of()));
    }
    for (Phrase phrase : phrases.getOrDefault(form, List.of())) {
      if (stands(phrase.words(), forms, index)) {
        found.add(phrase.attitude());
      }
    }
    return found;
  }

  private static boolean stands(String[] words, List<String> forms, int index) {
    int last = words.length - 1;
    if (index + last >= forms.size()) {
      return false;
    }
    for (int i = 1; i < last; i++) {
      if (!forms.get(index + i).equals(words[i])) {
        return false;
      }
    }
    return (forms.get(index + last) + " ").startsWith(words[last]);
  }

  /** All attitudes that words side by side show. */
  public Set<String> in(List<String> words) {
    List<String> forms = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    Set<String> found = new LinkedHashSet<>();
    for (int i = 0; i < forms.size(); i++) {
      found.addAll(at(forms, i));
    }
    return found;
  }
}
