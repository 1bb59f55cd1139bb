package dev.detente.source.mark;

import dev.detente.article.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer marked in an article. Immutable.
 *
 * @param id of the annotation, an IRI; null when it has none
 * @param source of the article: its address or id
 * @param span the words marked, code points
 * @param motivation {@code commenting}, {@code assessing}, {@code tagging} ...
 * @param body what the reviewer says; null when the mark says it all
 * @param creator who marked
 * @param created when, as the file writes it
 */
public record ReviewMark(
    @Nullable String id,
    String source,
    Span span,
    String motivation,
    @Nullable String body,
    @Nullable String creator,
    @Nullable String created) {}
