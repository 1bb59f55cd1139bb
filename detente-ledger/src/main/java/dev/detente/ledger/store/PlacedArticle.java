package dev.detente.ledger.store;

import dev.detente.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * An article with its place in the ledger.
 *
 * @param n its number, higher than any before
 * @param version 1 for a new article
 * @param replaces number of the version, or of the coding, that it takes the place of; 0 when new
 * @param recoded whether it is the same version coded anew, so that the one before is not kept
 */
public record PlacedArticle(
    long n, int version, long replaces, boolean recoded, long content, CodedArticle coded) {
  /** Its id in the ledger. */
  public String id() {
    return coded.record().article().id();
  }

  @Nullable String url() {
    Article article = coded.record().article();
    return article.url();
  }
}
