package dev.detente.source.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.detente.article.DetenteException;
import dev.detente.source.encoding.TextDecoder;
import dev.detente.source.fetch.Fetched;
import dev.detente.source.fetch.PoliteFetcher;
import dev.detente.source.http.HeaderFields;
import dev.detente.source.item.Markup;
import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Polls feeds: gives each entry that was not seen before, with its page. An entry counts as seen
 * when its taker has returned, so that none is lost when a run is broken off and none given twice
 * when it is taken up again. Not thread-safe.
 */
public final class FeedWatch {
  /**
   * A new entry.
   *
   * @param feed it stood in
   * @param page null when it has no address or its page could not be fetched
   * @param failure why there is no page; null when there is one or none to be had
   */
  public record NewEntry(
      Feed feed, FeedEntry entry, @Nullable Fetched page, @Nullable DetenteException failure) {}

  /** Takes what a watch finds. */
  public interface Taker {
    /** A new entry, oldest first. */
    void take(NewEntry entry);

    /** A feed that could not be read this time. */
    void failed(DetenteException failure);
  }

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(200).build())
                  .build())
          .build();

  private final PoliteFetcher fetcher;
  private final WatchState state;
  private final boolean follow;

  /**
   * @param follow whether entries' pages are fetched
   */
  public FeedWatch(PoliteFetcher fetcher, WatchState state, boolean follow) {
    this.fetcher = fetcher;
    this.state = state;
    this.follow = follow;
  }

  /** Asks a feed once; gives its new entries, those that came first in time first. */
  public void poll(URI address, Taker taker) {
    String key = address.toString();
    WatchState.Validators known = state.validators(key);
    Feed feed;
    Fetched fetched;
    try {
      fetched = fetcher.fetch(address, known.etag(), known.lastModified());
      if (fetched.status() == 304) {
        return;
      }
      if (fetched.status() != 200) {
        throw new DetenteException(
            "DET-0177", address + ": its host answers with status " + fetched.status());
      }
      feed = read(fetched);
    } catch (DetenteException e) {
      taker.failed(e);
      return;
    }
    boolean all = true;
    List<FeedEntry> entries = feed.entries();
    for (int i = entries.size() - 1; i >= 0; i--) {
      FeedEntry entry = entries.get(i);
      String id = entry.id() == null ? entry.url() : entry.id();
      if (id == null) {
        id = String.valueOf(entry.title()) + " " + entry.published();
      }
      String seen = key + " " + id;
      if (state.hasSeen(seen)) {
        continue;
      }
      NewEntry found = page(feed, entry);
      if (found.failure() != null && isForNow(found.failure())) {
        // It is sought again at the next turn.
        all = false;
        taker.failed(found.failure());
        continue;
      }
      taker.take(found);
      state.see(seen);
    }
    if (all) {
      state.know(key, new WatchState.Validators(fetched.etag(), fetched.lastModified()));
    }
  }

  private static boolean isForNow(DetenteException failure) {
    return failure.code().equals("DET-0175");
  }

  private NewEntry page(Feed feed, FeedEntry entry) {
    if (!follow || entry.url() == null) {
      return new NewEntry(feed, entry, null, null);
    }
    try {
      URI address = URI.create(entry.url());
      return new NewEntry(feed, entry, fetcher.fetchWhole(address), null);
    } catch (DetenteException e) {
      return new NewEntry(feed, entry, null, e);
    } catch (IllegalArgumentException e) {
      return new NewEntry(
          feed,
          entry,
          null,
          new DetenteException("DET-0170", "\"" + entry.url() + "\" is no address", e));
    }
  }

  /** The feed of an answer. */
  private static Feed read(Fetched fetched) {
    String text =
        TextDecoder.decodeMarkup(fetched.body(), HeaderFields.charset(fetched.contentType()))
            .text();
    if (text.stripLeading().startsWith("{")) {
      try {
        JsonNode json = JSON.readTree(text);
        if (FeedReader.isFeed(json)) {
          return FeedReader.read(json, fetched.address());
        }
      } catch (JsonProcessingException e) {
        throw new DetenteException(
            "DET-0150", fetched.address() + ": broken JSON (" + e.getOriginalMessage() + ")", e);
      }
    }
    Element root = Markup.root(Markup.xml(text));
    if (root == null || !FeedReader.isFeed(Markup.name(root))) {
      throw new DetenteException(
          "DET-0150", fetched.address() + ": no feed; give the address of RSS, Atom or JSON Feed");
    }
    return FeedReader.read(root, fetched.address());
  }
}
