package dev.detente.language;

import dev.detente.article.Span;
import java.util.List;

/**
 * A sentence cut into words, before analysis. Immutable.
 *
 * @param forms the words as they stand
 * @param spans where each word stands, code points; as many as forms
 * @param passage index of the article's passage it stands in; -1 when unknown
 */
public record TokenizedSentence(List<String> forms, List<Span> spans, int passage) {
  public TokenizedSentence {
    forms = List.copyOf(forms);
    spans = List.copyOf(spans);
    if (forms.size() != spans.size()) {
      throw new IllegalArgumentException(forms.size() + " words but " + spans.size() + " spans");
    }
  }
}
