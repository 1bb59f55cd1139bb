package dev.detente.flink.across;

import org.jspecify.annotations.Nullable;

/**
 * Something about an article, on its way to the task that brings together what is about it.
 *
 * @param article the place of the article, see {@link dev.detente.flink.read.Order}
 * @param other the place of another article; the article's own when the record is its own
 * @param record of the other article, as JSON; null when it is asked for
 */
public record Piece(long article, long other, byte @Nullable [] record) {
  /** An article with its record. */
  static Piece own(long article, byte[] record) {
    return new Piece(article, article, record);
  }

  boolean isOwn() {
    return article == other;
  }
}
