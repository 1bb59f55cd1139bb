package dev.detente.reading.place;

import dev.detente.article.Span;
import dev.detente.codebook.world.GazetteerPlace;
import dev.detente.language.Sentence;
import java.util.List;

/**
 * A stretch of text that may name a place.
 *
 * @param sentence where it stands
 * @param sentenceIndex index of the sentence
 * @param first index of its first word
 * @param last index of its last word
 * @param span without a genitive ending
 * @param text the words of the span
 * @param places what the gazetteer knows by the name, the likeliest first; empty when unknown
 * @param source how it was found: {@code gazetteer}, {@code extended}, {@code capital}, {@code
 *     part}, {@code compound}, {@code name} by the analysis, {@code bare} after a preposition,
 *     these two also with {@code noun} after them
 * @param genitive whether a genitive ending follows
 */
record Mention(
    Sentence sentence,
    int sentenceIndex,
    int first,
    int last,
    Span span,
    String text,
    List<GazetteerPlace> places,
    String source,
    boolean genitive) {

  /** Index of the word that the others hang on. */
  int head() {
    for (int i = first; i <= last; i++) {
      int head = sentence.word(i).head();
      if (head < first || head > last) {
        return i;
      }
    }
    return first;
  }
}
