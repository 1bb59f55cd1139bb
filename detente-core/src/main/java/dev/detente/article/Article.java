package dev.detente.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article: its text as given and what is known of where it came from. Immutable and
 * thread-safe.
 *
 * @param id unique within a run; see {@code RECORD.md} for how one is given
 * @param language {@code nb}, {@code nn}, {@code en}, {@code da}, {@code sv}; null when to be
 *     identified
 * @param published publication date as EDTF level 1 ({@code 2022-02-07}, {@code 2022-02}); null
 *     when unknown
 * @param outlet name or host of the outlet
 * @param url address of the article
 * @param title title given beside the text; null when the text itself holds it
 * @param text the text, returned unchanged in the record
 * @param passages in order of the text, not overlapping
 */
public record Article(
    String id,
    @Nullable String language,
    @Nullable String published,
    @Nullable String outlet,
    @Nullable String url,
    @Nullable String title,
    ArticleText text,
    List<Passage> passages) {
  public Article {
    passages = List.copyOf(passages);
  }

  /** The words of a span of this article, exactly as they stand. */
  public String slice(Span span) {
    return text.slice(span);
  }

  /** The same article in this language. */
  public Article withLanguage(String identified) {
    return new Article(id, identified, published, outlet, url, title, text, passages);
  }
}
