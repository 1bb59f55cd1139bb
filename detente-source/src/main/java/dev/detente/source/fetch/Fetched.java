package dev.detente.source.fetch;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An answer. The body is not copied.
 *
 * @param address that gave it, after redirects
 * @param status 200, 304, 404 ...
 * @param contentType as the server wrote it
 * @param etag for the next conditional request
 * @param lastModified for the next conditional request
 * @param retryAfter as the server wrote it
 * @param body with its codings undone
 */
public record Fetched(
    URI address,
    int status,
    @Nullable String contentType,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable String retryAfter,
    byte[] body) {}
