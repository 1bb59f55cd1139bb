package dev.detente.reading.place;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A language's words around place names: {@code places.yaml}. Immutable and thread-safe. */
final class PlaceLexicon {
  /** A part of a country, seen from its centre. */
  record Direction(String english, int north, int east) {}

  private record Prefix(String form, Direction direction) {}

  private final Map<String, Direction> words = new HashMap<>();
  private final List<Prefix> prefixes = new ArrayList<>();
  private final Set<String> areaNouns;
  private final Set<String> nameNouns;
  private final Set<String> capitalWords;

  PlaceLexicon(Codebook codebook, String language) {
    JsonNode lexicon = codebook.lexicon(language, "places");
    for (JsonNode node : lexicon.path("directions")) {
      Direction direction =
          new Direction(
              node.path("english").asText(), node.path("north").asInt(), node.path("east").asInt());
      for (JsonNode word : node.path("words")) {
        words.put(word.asText(), direction);
      }
      for (JsonNode prefix : node.path("prefixes")) {
        prefixes.add(new Prefix(prefix.asText(), direction));
      }
    }
    areaNouns = Words.set(lexicon.path("area_nouns"));
    nameNouns = Words.set(lexicon.path("name_nouns"));
    capitalWords = Words.set(lexicon.path("capital_words"));
    // The longest first: Nordøst before Nord.
    prefixes.sort((a, b) -> Integer.compare(b.form().length(), a.form().length()));
  }

  @Nullable Direction direction(String word) {
    return words.get(word);
  }

  /**
   * The direction that a name begins with ({@code Nord-Syria}, {@code Nordsyrien}); null if none.
   */
  @Nullable Direction prefixOf(String name) {
    Prefix found = prefix(name);
    return found == null ? null : found.direction();
  }

  /** The name without its direction prefix and hyphen, with a capital; null without a prefix. */
  @Nullable String withoutPrefix(String name) {
    Prefix found = prefix(name);
    if (found == null) {
      return null;
    }
    int at = found.form().length();
    if (name.charAt(at) == '-') {
      at++;
    }
    return name.length() - at < 3
        ? null
        : Character.toUpperCase(name.charAt(at)) + name.substring(at + 1);
  }

  private @Nullable Prefix prefix(String name) {
    for (Prefix prefix : prefixes) {
      if (name.length() > prefix.form().length() + 3 && name.startsWith(prefix.form())) {
        return prefix;
      }
    }
    return null;
  }

  boolean isAreaNoun(String word) {
    return areaNouns.contains(word);
  }

  boolean isNameNoun(String word) {
    return nameNouns.contains(word);
  }

  boolean isCapitalWord(String word) {
    return capitalWords.contains(word);
  }
}
