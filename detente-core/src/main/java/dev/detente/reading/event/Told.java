package dev.detente.reading.event;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an article's triggers tell, whether or not it is kept, with the parties that the rules find.
 * Immutable.
 */
final class Told {
  private final AnalysedArticle article;
  private final Map<Integer, List<Draft>> bySentence = new HashMap<>();

  Told(AnalysedArticle article, List<Draft> drafts) {
    this.article = article;
    for (Draft draft : drafts) {
      bySentence.computeIfAbsent(draft.source().sentence(), s -> new ArrayList<>()).add(draft);
    }
  }

  /** The drafts whose anchor stands in one of these stretches of text. */
  List<Draft> within(List<Span> spans) {
    List<Draft> found = new ArrayList<>();
    for (Span span : spans) {
      for (int s = Math.max(0, article.sentenceAt(span.start()));
          s < article.sentences().size() && article.sentence(s).span().start() < span.end();
          s++) {
        for (Draft draft : bySentence.getOrDefault(s, List.of())) {
          if (span.contains(draft.anchor())) {
            found.add(draft);
          }
        }
      }
    }
    return found;
  }
}
