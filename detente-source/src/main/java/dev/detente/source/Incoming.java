package dev.detente.source;

import dev.detente.article.Article;
import dev.detente.article.DetenteException;
import dev.detente.source.page.ExtractedPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source gives for one article: the article, or why there is none. Immutable.
 *
 * @param article null when it could not be read
 * @param failure null when it could
 * @param page the web page that it was taken from; null when from none
 * @param notices what a user should know though the article was read, each with its code
 * @param reached how far its input has been read with it; null when that was not kept
 */
public record Incoming(
    @Nullable Article article,
    @Nullable DetenteException failure,
    @Nullable ExtractedPage page,
    List<String> notices,
    @Nullable Checkpoint reached) {
  public Incoming {
    notices = List.copyOf(notices);
    if ((article == null) == (failure == null)) {
      throw new IllegalArgumentException("either an article or a failure");
    }
  }

  /** An article, or why there is none. */
  public Incoming(@Nullable Article article, @Nullable DetenteException failure) {
    this(article, failure, null, List.of(), null);
  }

  Incoming(
      @Nullable Article article,
      @Nullable DetenteException failure,
      @Nullable ExtractedPage page,
      List<String> notices) {
    this(article, failure, page, notices, null);
  }

  static Incoming of(Article article) {
    return new Incoming(article, null);
  }

  /** The same with these notices before its own. */
  Incoming noticing(List<String> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(more);
    all.addAll(notices);
    return new Incoming(article, failure, page, all, reached);
  }

  Incoming reaching(Checkpoint checkpoint) {
    return new Incoming(article, failure, page, notices, checkpoint);
  }

  static Incoming failed(String code, String message) {
    return new Incoming(null, new DetenteException(code, message));
  }
}
