package dev.detente.ledger.relate;

import java.util.Comparator;

/**
 * A statement or event of an article.
 *
 * @param article the article's id
 * @param id the statement's or event's id within the article's record
 */
public record End(String article, String id) implements Comparable<End> {
  private static final Comparator<End> ORDER =
      Comparator.comparing(End::article)
          .thenComparingInt(end -> end.id().length())
          .thenComparing(End::id);

  @Override
  public int compareTo(End other) {
    return ORDER.compare(this, other);
  }

  /** {@code nb-1#s3}. */
  @Override
  public String toString() {
    return article + "#" + id;
  }
}
