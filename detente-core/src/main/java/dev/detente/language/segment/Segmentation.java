package dev.detente.language.segment;

import dev.detente.language.TokenizedSentence;
import java.util.List;

/**
 * The sentences of a text. Immutable.
 *
 * @param sentences in order of the text; none crosses a passage
 * @param truncated whether a sentence or a word was cut because it was too long
 */
public record Segmentation(List<TokenizedSentence> sentences, boolean truncated) {
  public Segmentation {
    sentences = List.copyOf(sentences);
  }
}
