package dev.detente.codebook.plover;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.codebook.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Inflected forms of a lexicon's words, so that a word is known even where the analysis gives it a
 * wrong lemma. Rules and irregular forms come from the lexicon's {@code inflections}. Immutable.
 */
final class WordForms {
  private final Map<String, List<String>> verbs;
  private final Map<String, List<String>> nouns;
  private final Map<String, List<String>> irregular;

  private WordForms(
      Map<String, List<String>> verbs,
      Map<String, List<String>> nouns,
      Map<String, List<String>> irregular) {
    this.verbs = verbs;
    this.nouns = nouns;
    this.irregular = irregular;
  }

  static WordForms of(JsonNode inflections) {
    return new WordForms(
        Words.lists(inflections.path("verbs")),
        Words.lists(inflections.path("nouns")),
        Words.lists(inflections.path("irregular")));
  }

  /** Forms of a lemma, itself not among them; none for other parts of speech. */
  Set<String> of(String lemma, Trigger.Part part) {
    Set<String> forms = new TreeSet<>();
    if (part == Trigger.Part.WORD) {
      return forms;
    }
    List<String> known = irregular.get(lemma);
    if (known != null) {
      forms.addAll(known);
    }
    // A further word of a pattern may be either; nouns are the default there.
    Map<String, List<String>> rules = part == Trigger.Part.VERB ? verbs : nouns;
    if (part == Trigger.Part.VERB && known != null) {
      return forms;
    }
    for (Map.Entry<String, List<String>> rule : rules.entrySet()) {
      if (lemma.endsWith(rule.getKey()) && lemma.length() > rule.getKey().length() + 1) {
        String stem = lemma.substring(0, lemma.length() - rule.getKey().length());
        for (String ending : rule.getValue()) {
          forms.add(stem + ending);
        }
        break;
      }
    }
    return forms;
  }
}
