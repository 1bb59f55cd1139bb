package dev.detente.ledger.store;

import dev.detente.article.Article;
import dev.detente.article.Span;
import dev.detente.record.Statement;
import java.util.List;

/** The words of a record's entries as tables show them. Stateless. */
public final class RecordWords {
  private RecordWords() {}

  /** All that a statement stands in: its content with its cue. */
  public static Span whole(Statement found) {
    Span whole = found.cue() == null ? null : found.cue();
    for (Span span : found.content()) {
      whole = whole == null ? span : whole.union(span);
    }
    return whole == null ? new Span(0, 0) : whole;
  }

  /** The words of the spans, with an ellipsis for what lies between two of them. */
  public static String of(Article article, List<Span> spans) {
    StringBuilder words = new StringBuilder();
    Span before = null;
    for (Span span : spans) {
      if (before != null) {
        boolean gap =
            span.start() > before.end()
                && !article.slice(new Span(before.end(), span.start())).isBlank();
        words.append(gap ? " […] " : " ");
      }
      words.append(article.slice(span));
      before = span;
    }
    return words.toString();
  }
}
