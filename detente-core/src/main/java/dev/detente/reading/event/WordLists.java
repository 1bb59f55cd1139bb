package dev.detente.reading.event;

import dev.detente.article.Span;
import dev.detente.codebook.plover.TriggerLexicon;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.record.EventType;
import java.util.HashSet;
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
    Here here = here(sentences, spans);
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

  private static boolean anyWord(Set<String> words, Here here) {
    for (String word : words) {
      boolean all = true;
      for (int start = 0; all && start >= 0; ) {
        int bar = word.indexOf('|', start);
        all = here.has(bar < 0 ? word.substring(start) : word.substring(start, bar));
        start = bar < 0 ? -1 : bar + 1;
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  /**
   * The words of some stretches of a text in lower case, looked up once for all that they are
   * compared with.
   *
   * @param words lemmas and forms
   * @param nouns lemmas of nouns, of which a part may be meant
   */
  private record Here(Set<String> words, Set<String> nouns) {
    boolean has(String word) {
      if (words.contains(word)) {
        return true;
      }
      for (String noun : nouns) {
        if (isPart(noun, word)) {
          return true;
        }
      }
      return false;
    }
  }

  private static Here here(List<Sentence> sentences, @Nullable List<Span> spans) {
    Here here = new Here(new HashSet<>(), new HashSet<>());
    for (Sentence sentence : sentences) {
      for (Word word : sentence.words()) {
        if (within(word.span(), spans)) {
          here.words.add(Tree.lemma(word));
          here.words.add(Tree.form(word));
          if (word.upos().equals("NOUN")) {
            here.nouns.add(Tree.lemma(word));
          }
        }
      }
    }
    return here;
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
    return lemma.equals(word)
        || Tree.form(sentence, index).equals(word)
        || sentence.word(index).upos().equals("NOUN") && isPart(lemma, word);
  }

  private static boolean isPart(String noun, String word) {
    return word.length() >= SHORTEST_PART
        && noun.length() > word.length() + 1
        && (noun.startsWith(word) || noun.endsWith(word));
  }
}
