package dev.detente.source;

import org.jspecify.annotations.Nullable;

/**
 * What is known of articles beside their text: given for a whole run, it holds for every article
 * that does not say otherwise itself. Immutable.
 *
 * @param published EDTF level 1
 * @param outlet name or host
 * @param url address
 * @param language language code
 */
public record Metadata(
    @Nullable String published,
    @Nullable String outlet,
    @Nullable String url,
    @Nullable String language) {
  /** Nothing is known. */
  public static final Metadata NONE = new Metadata(null, null, null, null);
}
