package dev.detente.source;

import dev.detente.article.Article;
import dev.detente.article.DetenteException;
import org.jspecify.annotations.Nullable;

/**
 * What a source gives for one article: the article, or why there is none. Immutable.
 *
 * @param article null when it could not be read
 * @param failure null when it could
 */
public record Incoming(@Nullable Article article, @Nullable DetenteException failure) {
  public Incoming {
    if ((article == null) == (failure == null)) {
      throw new IllegalArgumentException("either an article or a failure");
    }
  }

  static Incoming of(Article article) {
    return new Incoming(article, null);
  }

  static Incoming failed(String code, String message) {
    return new Incoming(null, new DetenteException(code, message));
  }
}
