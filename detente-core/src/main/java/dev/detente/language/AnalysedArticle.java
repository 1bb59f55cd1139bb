package dev.detente.language;

import dev.detente.article.Article;
import dev.detente.article.Passage;
import dev.detente.article.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article together with its analysis: what every reader of the reading layer is given. Immutable
 * and thread-safe.
 *
 * @param article its language is that of the analysis
 * @param analysis sentences in order of the text
 */
public record AnalysedArticle(Article article, Analysis analysis) {

  public List<Sentence> sentences() {
    return analysis.sentences();
  }

  public Sentence sentence(int index) {
    return analysis.sentences().get(index);
  }

  /** Code of the language: {@code nb}, {@code nn}, {@code en}, {@code da}, {@code sv}. */
  public String language() {
    return analysis.language();
  }

  /** The words of a span, exactly as they stand. */
  public String slice(Span span) {
    return article.slice(span);
  }

  /** The passage a sentence stands in; null when unknown. */
  public @Nullable Passage passageOf(Sentence sentence) {
    int index = sentence.passage();
    return index < 0 || index >= article.passages().size() ? null : article.passages().get(index);
  }

  /**
   * Index of the sentence that holds this code point or, between sentences, the next one; -1 after
   * the last.
   */
  public int sentenceAt(int position) {
    List<Sentence> sentences = analysis.sentences();
    int low = 0;
    int high = sentences.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sentences.get(middle).span().end() <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < sentences.size() ? low : -1;
  }

  /** The words that lie wholly within a span, in order; linear in the sentences it touches. */
  public List<Word> wordsWithin(Span span) {
    List<Word> words = new ArrayList<>();
    int first = sentenceAt(span.start());
    for (int s = first; s >= 0 && s < sentences().size(); s++) {
      if (sentence(s).span().start() >= span.end()) {
        break;
      }
      for (Word word : sentence(s).words()) {
        if (span.contains(word.span())) {
          words.add(word);
        }
      }
    }
    return words;
  }
}
