package dev.detente.language.model;

import dev.detente.language.Sentence;
import dev.detente.language.TokenizedSentence;
import dev.detente.language.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Tags, parses and finds names in tokenised sentences. Thread-safe.
 *
 * <p>Stands in for the network until it lands: no tags, every word depends on the first.
 */
public final class SentenceAnalyser implements AutoCloseable {
  private SentenceAnalyser() {}

  /** Loads the network from its resource. */
  public static SentenceAnalyser load() {
    return new SentenceAnalyser();
  }

  /**
   * The analyses of sentences, in their order.
   *
   * @param language {@code nb}, {@code nn} or {@code en}; others go through the network as the
   *     nearest one
   */
  public List<Sentence> analyse(List<TokenizedSentence> sentences, String language) {
    List<Sentence> analysed = new ArrayList<>(sentences.size());
    for (TokenizedSentence sentence : sentences) {
      List<Word> words = new ArrayList<>(sentence.forms().size());
      for (int i = 0; i < sentence.forms().size(); i++) {
        String form = sentence.forms().get(i);
        words.add(
            new Word(
                form,
                form,
                "X",
                "",
                i == 0 ? -1 : 0,
                i == 0 ? "root" : "dep",
                "O",
                sentence.spans().get(i)));
      }
      analysed.add(new Sentence(words, sentence.passage()));
    }
    return analysed;
  }

  @Override
  public void close() {}
}
