package dev.detente.source.archive;

import org.jspecify.annotations.Nullable;

/**
 * A page as an archive holds it, with the codings of HTTP undone. The bytes are not copied: who
 * gets a capture may not change them.
 *
 * @param offset in the archive's file, of the record or of the compressed member that holds it
 * @param url the address captured
 * @param date when it was captured, as the archive writes it; no publication date
 * @param contentType of the page, {@code text/html; charset=utf-8}; null when the server gave none
 * @param html whether it is a page; plain text, as in the WET files of Common Crawl, when not
 * @param content the page
 */
public record Capture(
    long offset,
    @Nullable String url,
    @Nullable String date,
    @Nullable String contentType,
    boolean html,
    byte[] content) {}
