package dev.detente.source;

import dev.detente.source.feed.FeedEntry;
import dev.detente.source.feed.FeedWatch;
import dev.detente.source.fetch.Fetched;
import dev.detente.source.page.PageReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries that a watch finds as articles: of their page, or where it gives none and the feed
 * holds the whole article, of the feed. Thread-safe.
 */
public final class WatchedArticles {
  private final PageReader pages;
  private final Metadata metadata;

  /**
   * @param metadata what holds for articles that do not say otherwise
   */
  public WatchedArticles(PageReader pages, Metadata metadata) {
    this.pages = pages;
    this.metadata = metadata;
  }

  /** The article of an entry, or why there is none. */
  public Incoming article(FeedWatch.NewEntry found) {
    FeedEntry entry = found.entry();
    String where = entry.url() == null ? "an entry without an address" : entry.url();
    Fetched page = found.page();
    Incoming read = page == null ? null : page(page, found, where);
    if (read != null && read.article() != null) {
      return read;
    }
    boolean wanted = page != null || found.failure() != null;
    if (wanted && !entry.whole()) {
      return read == null ? new Incoming(null, found.failure()) : read;
    }
    Incoming fed = ItemArticles.article(found.feed().item(entry), where, null, metadata);
    return wanted
        ? fed.noticing(
            List.of("DET-0179: " + where + ": read from the feed, since its page gave no article"))
        : fed;
  }

  private Incoming page(Fetched page, FeedWatch.NewEntry found, String where) {
    FeedEntry entry = found.entry();
    String id = entry.id() == null ? where : entry.id();
    String published = entry.published() == null ? metadata.published() : entry.published();
    Metadata known =
        new Metadata(
            published,
            metadata.outlet() == null ? found.feed().title() : metadata.outlet(),
            page.address().toString(),
            language(found));
    return PageArticles.read(pages, page, where, id, known);
  }

  private @Nullable String language(FeedWatch.NewEntry found) {
    String said = found.feed().language();
    String readable = said == null ? null : Languages.readable(said);
    return readable == null ? metadata.language() : readable;
  }
}
