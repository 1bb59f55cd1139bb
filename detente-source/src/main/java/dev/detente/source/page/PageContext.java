package dev.detente.source.page;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a page beside its bytes. Immutable.
 *
 * @param id id of its article
 * @param url where it came from; a canonical address that the page itself gives goes before it
 * @param charset encoding that the server declared ({@code Content-Type}), not yet looked at
 */
public record PageContext(String id, @Nullable String url, @Nullable String charset) {
  /** A page of which nothing else is known. */
  public static PageContext of(String id) {
    return new PageContext(id, null, null);
  }
}
