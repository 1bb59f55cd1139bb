package dev.detente.reading.event;

import dev.detente.codebook.plover.Trigger;
import dev.detente.codebook.plover.TriggerLexicon;
import dev.detente.codebook.plover.WordPattern;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the words of a sentence that the trigger lexicon knows. Immutable and thread-safe. */
final class TriggerFinder {
  private static final int REACH = 12;
  private static final int DEPTH = 3;

  private final TriggerLexicon lexicon;

  TriggerFinder(TriggerLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Mentions in order of the text; for each head word the most specific entry of each type. */
  List<Mention> find(int index, Sentence sentence) {
    List<Mention> found = new ArrayList<>();
    for (int i = 0; i < sentence.size(); i++) {
      Word word = sentence.word(i);
      if (word.upos().equals("PUNCT") || word.upos().equals("AUX")) {
        continue;
      }
      List<Mention> ofWord = new ArrayList<>();
      boolean noun = word.upos().equals("NOUN") || word.upos().equals("PROPN");
      for (Trigger trigger :
          lexicon.candidates(Tree.form(sentence, i), Tree.lemma(sentence, i), noun)) {
        if (!partFits(trigger, word)) {
          continue;
        }
        List<Integer> words = match(sentence, i, trigger.pattern());
        if (words != null && !excluded(sentence, i, trigger.not())) {
          ofWord.add(new Mention(index, sentence, i, words, trigger));
        }
      }
      found.addAll(best(ofWord));
    }
    return found;
  }

  private static boolean partFits(Trigger trigger, Word word) {
    return switch (trigger.part()) {
      case VERB ->
          word.upos().equals("VERB")
              || word.upos().equals("ADJ") && word.feat("VerbForm").equals("Part");
      case NOUN -> word.upos().equals("NOUN") || word.upos().equals("PROPN");
      case WORD -> true;
    };
  }

  /** Of several entries for one word: those with most words; of these, one. */
  private static List<Mention> best(List<Mention> ofWord) {
    Mention best = null;
    for (Mention mention : ofWord) {
      if (best == null || weight(mention) > weight(best)) {
        best = mention;
      }
    }
    return best == null ? List.of() : List.of(best);
  }

  private static int weight(Mention mention) {
    // A longer pattern says more; of two single nouns the longer compound head does.
    int length = 0;
    for (String whole : mention.trigger().pattern().head().whole()) {
      length = Math.max(length, whole.length());
    }
    return 100 * mention.words().size() + Math.min(length, 99);
  }

  private static @Nullable List<Integer> match(Sentence sentence, int head, WordPattern pattern) {
    Set<Integer> words = new TreeSet<>();
    words.add(head);
    for (WordPattern.Slot slot : pattern.others()) {
      int found = -1;
      for (int i = Math.max(0, head - REACH); i < Math.min(sentence.size(), head + REACH); i++) {
        if (i == head || words.contains(i)) {
          continue;
        }
        Word word = sentence.word(i);
        boolean noun = word.upos().equals("NOUN") || word.upos().equals("PROPN");
        if (slot.fits(Tree.form(sentence, i), Tree.lemma(sentence, i), noun)
            && belongs(sentence, i, head)) {
          found = i;
          break;
        }
      }
      if (found < 0) {
        return null;
      }
      words.add(found);
    }
    return new ArrayList<>(words);
  }

  /** Whether a pattern's further word belongs to its head: below it, or the noun it modifies. */
  private static boolean belongs(Sentence sentence, int word, int head) {
    if (Tree.below(sentence, word, head, DEPTH)) {
      return true;
    }
    Word headWord = sentence.word(head);
    return headWord.relation().equals("acl") && headWord.head() == word;
  }

  private static boolean excluded(Sentence sentence, int head, Set<String> not) {
    if (not.isEmpty()) {
      return false;
    }
    for (int i = Math.max(0, head - REACH); i < Math.min(sentence.size(), head + REACH); i++) {
      if (Tree.is(sentence, i, not)
          && (Tree.below(sentence, i, head, 2) || Tree.below(sentence, head, i, 2))) {
        return true;
      }
    }
    return false;
  }
}
