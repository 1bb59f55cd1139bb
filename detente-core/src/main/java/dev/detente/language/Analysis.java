package dev.detente.language;

import java.util.List;

/**
 * The analysis of one article: its language and sentences. Immutable and thread-safe.
 *
 * @param language {@code nb}, {@code nn}, {@code en}, {@code da} or {@code sv}: given with the
 *     article or identified
 * @param sentences in order of the text; no sentence crosses a passage
 * @param truncated whether a bound (words per sentence, characters per word or article) was hit, so
 *     that part of the text was analysed in pieces or not at all
 */
public record Analysis(String language, List<Sentence> sentences, boolean truncated) {
  public Analysis {
    sentences = List.copyOf(sentences);
  }
}
