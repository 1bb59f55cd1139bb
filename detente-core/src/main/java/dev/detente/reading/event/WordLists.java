package dev.detente.reading.event;

import dev.detente.article.Span;
import dev.detente.codebook.plover.TriggerLexicon;
import dev.detente.language.Sentence;
import dev.detente.record.EventType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for words of the lexicon's lists in stretches of text. Stateless apart from the lexicon.
 */
final class WordLists {
  private static final int SHORTEST_PART = 4;

  private final TriggerLexicon lexicon;

  WordLists(TriggerLexicon lexicon) {
    this.lexicon = lexicon;
  }

  Set<String> list(String name) {
    return lexicon.list(name);
  }

  /**
   * The mode whose words stand in the text first in the lexicon's order; null when none does.
   *
   * @param sentences where to look
   * @param spans the stretches that count; null for all of the sentences
   */
  @Nullable String mode(EventType type, List<Sentence> sentences, @Nullable List<Span> spans) {
    for (Map.Entry<String, Set<String>> mode : lexicon.modeWords(type).entrySet()) {
      if (anyWord(mode.getValue(), sentences, spans)) {
        return mode.getKey();
      }
    }
    return null;
  }

  /** The words that decide for a mode of a type. */
  Set<String> modeSet(EventType type, String mode) {
    return lexicon.modeWords(type).getOrDefault(mode, Set.of());
  }

  /** Whether any of the words (or, for "a|b", both) stands in the text. */
  boolean anyWord(Set<String> words, List<Sentence> sentences, @Nullable List<Span> spans) {
    for (String word : words) {
      boolean all = true;
      for (String part : word.split("\\|", -1)) {
        if (!contains(part, sentences, spans)) {
          all = false;
          break;
        }
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(
      String word, List<Sentence> sentences, @Nullable List<Span> spans) {
    for (Sentence sentence : sentences) {
      for (int i = 0; i < sentence.size(); i++) {
        if (within(sentence.word(i).span(), spans) && matches(sentence, i, word)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean within(Span word, @Nullable List<Span> spans) {
    if (spans == null) {
      return true;
    }
    for (Span span : spans) {
      if (span.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** A lemma, a form, or the first or last part of a compound. */
  static boolean matches(Sentence sentence, int index, String word) {
    String lemma = Tree.lemma(sentence, index);
    if (lemma.equals(word) || Tree.form(sentence, index).equals(word)) {
      return true;
    }
    return word.length() >= SHORTEST_PART
        && sentence.word(index).upos().equals("NOUN")
        && lemma.length() > word.length() + 1
        && (lemma.startsWith(word) || lemma.endsWith(word));
  }
}
