package dev.detente.reading.event;

import dev.detente.codebook.plover.Trigger;
import dev.detente.language.Sentence;
import java.util.List;

/**
 * Words of an article that a trigger matched.
 *
 * @param sentence index of the sentence
 * @param tree that sentence
 * @param head word index of the trigger's head
 * @param words the head and the pattern's further words, ascending
 * @param trigger the lexicon entry
 */
record Mention(int sentence, Sentence tree, int head, List<Integer> words, Trigger trigger) {
  Mention {
    words = List.copyOf(words);
  }
}
