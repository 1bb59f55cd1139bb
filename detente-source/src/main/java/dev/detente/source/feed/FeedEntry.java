package dev.detente.source.feed;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed. Immutable.
 *
 * @param id the same whenever the feed is fetched: the entry's own, else its address
 * @param url address of its page
 * @param title plain text
 * @param published EDTF level 1
 * @param author as the feed writes it
 * @param html the article, or its beginning, as HTML; plain text is HTML too
 * @param whole whether that is the content and no summary
 */
public record FeedEntry(
    @Nullable String id,
    @Nullable String url,
    @Nullable String title,
    @Nullable String published,
    @Nullable String author,
    @Nullable String html,
    boolean whole) {}
