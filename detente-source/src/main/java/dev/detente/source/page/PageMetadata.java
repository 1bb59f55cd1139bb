package dev.detente.source.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of its article, in linked data, meta elements, microdata or its own words.
 * Immutable.
 *
 * @param title headline as given beside the text, without the outlet's name
 * @param description summary as given beside the text
 * @param published EDTF, as precise as the page has it
 * @param updated EDTF; null when never, or not told
 * @param authors names in the page's order, each once
 * @param outlet name of the outlet, else the host of its address
 * @param url canonical address, else the one that the page came from
 * @param language one of the languages that we read; null when another or none is declared
 * @param free whether the page declares its text to be free for all; null when it does not say
 */
public record PageMetadata(
    @Nullable String title,
    @Nullable String description,
    @Nullable String published,
    @Nullable String updated,
    List<String> authors,
    @Nullable String outlet,
    @Nullable String url,
    @Nullable String language,
    @Nullable Boolean free) {
  public PageMetadata {
    authors = List.copyOf(authors);
  }
}
