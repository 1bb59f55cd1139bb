package dev.detente.ledger.relate;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

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

  /** Its fields in JSON by name, in order. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("article", article);
    fields.put("id", id);
    return fields;
  }

  /** {@code nb-1#s3}. */
  @Override
  public String toString() {
    return article + "#" + id;
  }
}
