package dev.detente.source.mark;

import dev.detente.article.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer marked in an article. Immutable.
 *
 * @param id of the annotation, an IRI; null when it has none
 * @param source of the article: its address or id
 * @param spans the words marked, code points, one stretch or several
 * @param motivation {@code commenting}, {@code assessing}, {@code tagging} ...
 * @param body what the reviewer says; null when the mark says it all
 * @param tags single words that the reviewer puts on it
 * @param creator who marked
 * @param created when, as the file writes it
 */
public record ReviewMark(
    @Nullable String id,
    String source,
    List<Span> spans,
    String motivation,
    @Nullable String body,
    List<String> tags,
    @Nullable String creator,
    @Nullable String created) {
  public ReviewMark {
    spans = List.copyOf(spans);
    tags = List.copyOf(tags);
  }
}
