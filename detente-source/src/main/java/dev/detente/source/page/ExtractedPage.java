package dev.detente.source.page;

import dev.detente.article.Article;
import dev.detente.source.encoding.DecodedText;
import org.jspecify.annotations.Nullable;

/**
 * A page read: its article and the way back into the HTML. Immutable.
 *
 * @param verdict what the page turned out to be
 * @param article the article, passages included; null when there is none, as {@code verdict} tells.
 *     A paywalled page may have one: what is shown of it
 * @param map from the article's text to the decoded HTML; empty when there is no article
 * @param metadata what the page says of the article, also when its text is not there
 * @param html the decoded HTML that the map leads into; null when there is no article
 * @param encoding how the bytes were decoded; null when the HTML came as a string
 */
public record ExtractedPage(
    PageVerdict verdict,
    @Nullable Article article,
    SourceMap map,
    PageMetadata metadata,
    @Nullable String html,
    @Nullable DecodedText encoding) {}
