package dev.detente.source.item;

import dev.detente.article.ArticleText;
import dev.detente.article.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of an agency file or a feed. Immutable.
 *
 * @param id as the format gives it
 * @param url address of its page
 * @param language as the format writes it
 * @param published EDTF level 1
 * @param outlet agency or outlet
 * @param withdrawn whether the sender has taken it back
 * @param text its words; empty when it has none
 * @param passages of the text
 */
public record NewsItem(
    @Nullable String id,
    @Nullable String url,
    @Nullable String language,
    @Nullable String published,
    @Nullable String outlet,
    boolean withdrawn,
    ArticleText text,
    List<Passage> passages) {
  public NewsItem {
    passages = List.copyOf(passages);
  }
}
