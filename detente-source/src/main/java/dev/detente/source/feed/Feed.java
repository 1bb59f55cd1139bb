package dev.detente.source.feed;

import dev.detente.article.PassageKind;
import dev.detente.source.item.ItemText;
import dev.detente.source.item.Markup;
import dev.detente.source.item.NewsItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed. Immutable.
 *
 * @param title of the feed
 * @param language as the feed writes it
 * @param entries in the feed's order
 */
public record Feed(@Nullable String title, @Nullable String language, List<FeedEntry> entries) {
  public Feed {
    entries = List.copyOf(entries);
  }

  /** An entry as an item: its title, author and what the feed holds of the article. */
  public NewsItem item(FeedEntry entry) {
    ItemText text = new ItemText();
    text.add(PassageKind.HEADLINE, entry.title());
    text.add(PassageKind.BYLINE, entry.author());
    if (entry.html() != null) {
      Markup.addTo(text, Markup.html(entry.html()));
    }
    return new NewsItem(
        entry.id(),
        entry.url(),
        language,
        entry.published(),
        title,
        false,
        text.text(),
        text.passages());
  }
}
