package dev.detente.reading.event;

import dev.detente.article.Span;
import dev.detente.codebook.plover.TriggerLexicon;
import dev.detente.language.Sentence;
import dev.detente.record.EventType;
import java.util.ArrayList;
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
    List<Here> here = here(sentences, spans);
    for (Map.Entry<String, Set<String>> mode : lexicon.modeWords(type).entrySet()) {
      if (anyWord(mode.getValue(), here)) {
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
    return !words.isEmpty() && anyWord(words, here(sentences, spans));
  }

  private static boolean anyWord(Set<String> words, List<Here> here) {
    for (String word : words) {
      boolean all = true;
      for (int start = 0; all && start >= 0; ) {
        int bar = word.indexOf('|', start);
        all = contains(bar < 0 ? word.substring(start) : word.substring(start, bar), here);
        start = bar < 0 ? -1 : bar + 1;
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  /** A word of the text as it is compared, in lower case. */
  private record Here(String lemma, String form, boolean noun) {}

  /** The words of the stretches that count, looked up once for all that they are compared with. */
  private static List<Here> here(List<Sentence> sentences, @Nullable List<Span> spans) {
    List<Here> here = new ArrayList<>();
    for (Sentence sentence : sentences) {
      for (int i = 0; i < sentence.size(); i++) {
        if (within(sentence.word(i).span(), spans)) {
          here.add(
              new Here(
                  Tree.lemma(sentence, i),
                  Tree.form(sentence, i),
                  sentence.word(i).upos().equals("NOUN")));
        }
      }
    }
    return here;
  }

  private static boolean contains(String word, List<Here> here) {
    for (Here one : here) {
      if (matches(one.lemma, one.form, one.noun, word)) {
        return true;
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
    return matches(
        Tree.lemma(sentence, index),
        Tree.form(sentence, index),
        sentence.word(index).upos().equals("NOUN"),
        word);
  }

  private static boolean matches(String lemma, String form, boolean noun, String word) {
    if (lemma.equals(word) || form.equals(word)) {
      return true;
    }
    return noun
        && word.length() >= SHORTEST_PART
        && lemma.length() > word.length() + 1
        && (lemma.startsWith(word) || lemma.endsWith(word));
  }
}
