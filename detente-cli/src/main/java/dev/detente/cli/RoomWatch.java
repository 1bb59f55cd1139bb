package dev.detente.cli;

import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import dev.detente.ledger.Adding;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.source.Metadata;
import dev.detente.source.WatchedArticles;
import dev.detente.source.feed.FeedWatch;
import dev.detente.source.feed.WatchState;
import dev.detente.source.fetch.FetchRules;
import dev.detente.source.fetch.Fetcher;
import dev.detente.source.fetch.PoliteFetcher;
import dev.detente.source.page.PageReader;
import dev.detente.web.api.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the ledger of a reading room current: polls feeds and hands each new article to the one
 * that writes. One thread.
 */
final class RoomWatch implements AutoCloseable {
  private final Terminal terminal;
  private final Codebook codebook;
  private final Writer writer;
  private final List<URI> feeds;
  private final WatchState seen;
  private final FeedWatch watch;
  private final FeedReading reading;
  private @Nullable Adding adding;

  /**
   * @param state file of what has been read
   * @throws DetenteException when the state cannot be read
   */
  RoomWatch(
      Terminal terminal,
      Codebook codebook,
      LazyPipeline pipeline,
      Writer writer,
      List<URI> feeds,
      Path state,
      FetchRules rules) {
    this.terminal = terminal;
    this.codebook = codebook;
    this.writer = writer;
    this.feeds = feeds;
    this.seen = WatchState.open(state);
    this.watch = new FeedWatch(new PoliteFetcher(new Fetcher(rules)), seen, true);
    String code = Wiring.codebookVersion(codebook);
    String model = Wiring.modelVersion();
    this.reading =
        new FeedReading(
            terminal,
            pipeline::get,
            new WatchedArticles(PageReader.load(codebook), Metadata.NONE),
            read -> add(CodedArticle.of(read.record(), read.analysed(), model, code)));
  }

  /** Each is kept before the next is fetched. */
  private void add(CodedArticle coded) {
    writer.<@Nullable Void>write(
        ledger -> {
          Adding begun = adding;
          if (begun == null) {
            begun = ledger.adding(codebook);
            adding = begun;
          }
          LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
          begun.add(coded, false, now);
          begun.commit(now);
          return null;
        });
  }

  /** Polls each feed once. */
  void poll() {
    reading.count();
    for (URI feed : feeds) {
      watch.poll(feed, reading);
    }
    terminal.message(reading.told());
  }

  /** Polls again and again until the thread is interrupted. */
  void run(long millis) {
    try {
      while (true) {
        try {
          poll();
        } catch (DetenteException e) {
          // The next poll may go better.
          terminal.message(e.getMessage());
        }
        Thread.sleep(millis);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    seen.close();
  }
}
