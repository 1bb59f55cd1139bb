package dev.detente.cli;

import dev.detente.article.Article;
import dev.detente.article.DetenteException;
import dev.detente.pipeline.Pipeline;
import dev.detente.pipeline.ReadArticle;
import dev.detente.source.Incoming;
import dev.detente.source.WatchedArticles;
import dev.detente.source.feed.FeedWatch;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** From an entry of a feed to its record. One thread. */
final class FeedReading implements FeedWatch.Taker {
  private final Terminal terminal;
  private final Supplier<Pipeline> pipeline;
  private final WatchedArticles articles;
  private Consumer<ReadArticle> out;
  private long read;
  private long failed;
  private boolean internal;

  FeedReading(
      Terminal terminal,
      Supplier<Pipeline> pipeline,
      WatchedArticles articles,
      Consumer<ReadArticle> out) {
    this.terminal = terminal;
    this.pipeline = pipeline;
    this.articles = articles;
    this.out = out;
  }

  /**
   * The addresses of feeds.
   *
   * @throws IllegalArgumentException with DET-0217 when one is none
   */
  static List<URI> addresses(List<String> feeds) {
    List<URI> addresses = new ArrayList<>();
    for (String feed : feeds) {
      try {
        URI address = URI.create(feed);
        if (address.getHost() == null) {
          throw new IllegalArgumentException("no host");
        }
        addresses.add(address);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "DET-0217: \""
                + feed
                + "\" is no address; give one that begins with https://, or read a file with read",
            e);
      }
    }
    return addresses;
  }

  /** Where records go from now on. */
  void to(Consumer<ReadArticle> other) {
    out = other;
  }

  /** Begins to count anew. */
  void count() {
    read = 0;
    failed = 0;
  }

  /** What was counted, for a person. */
  String told() {
    return read + " new articles read, " + failed + " not";
  }

  /** The exit code for what was counted. */
  int code() {
    return internal ? Main.INTERNAL : failed > 0 ? Main.SOME_FAILED : Main.OK;
  }

  @Override
  public void take(FeedWatch.NewEntry entry) {
    Incoming incoming = articles.article(entry);
    incoming.notices().forEach(terminal::message);
    Article article = incoming.article();
    if (article == null) {
      fail(incoming.failure());
      return;
    }
    ReadArticle done;
    try {
      done = pipeline.get().read(incoming);
    } catch (DetenteException e) {
      fail(e);
      return;
    } catch (RuntimeException | StackOverflowError e) {
      internal = true;
      fail(
          new DetenteException(
              "DET-0501",
              "article " + article.id() + ": internal error (" + e + "); please report it",
              e));
      return;
    }
    out.accept(done);
    read++;
  }

  @Override
  public void failed(DetenteException failure) {
    fail(failure);
  }

  private void fail(@Nullable DetenteException failure) {
    failed++;
    terminal.message(failure == null ? "an entry without an article" : failure.getMessage());
  }
}
