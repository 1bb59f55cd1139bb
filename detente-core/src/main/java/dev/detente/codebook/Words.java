package dev.detente.codebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Lists of words as the YAML files of the codebook hold them; a missing list has none. */
public final class Words {
  private Words() {}

  /** The words as they stand, in order of the file. */
  public static List<String> list(JsonNode node) {
    List<String> words = new ArrayList<>(node.size());
    for (JsonNode word : node) {
      words.add(word.asText());
    }
    return words;
  }

  /** The words as they stand, each once, in order of the file. */
  public static Set<String> set(JsonNode node) {
    return new LinkedHashSet<>(list(node));
  }

  /** The words in lower case, each once, in order of the file. */
  public static Set<String> lower(JsonNode node) {
    Set<String> words = new LinkedHashSet<>();
    for (JsonNode word : node) {
      words.add(word.asText().toLowerCase(Locale.ROOT));
    }
    return words;
  }

  /** Lists by their names, the words as they stand. */
  public static Map<String, List<String>> lists(JsonNode node) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      lists.put(entry.getKey(), list(entry.getValue()));
    }
    return lists;
  }
}
