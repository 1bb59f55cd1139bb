package dev.detente.ledger;

import dev.detente.ledger.relate.ArticleSketch;
import dev.detente.ledger.relate.Sketcher;
import dev.detente.record.ArticleRecord;
import dev.detente.source.duplicate.Fingerprint;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is compared of an article with others. Immutable.
 *
 * @param fingerprint by which copies are told
 */
record Compared(ArticleSketch sketch, Fingerprint fingerprint) {
  /** Shingles by which copies find each other; they share far more than one of so many. */
  private static final int COPY_KEYS = 16;

  static Compared of(ArticleRecord record, Sketcher sketcher) {
    return new Compared(sketcher.sketch(record), Fingerprint.of(record.article()));
  }

  /** Under what its copies find it. */
  Set<String> copyKeys() {
    Set<String> keys = new TreeSet<>();
    Arrays.stream(fingerprint.shingles())
        .limit(COPY_KEYS)
        .forEach(shingle -> keys.add("c:" + Long.toHexString(shingle)));
    return keys;
  }

  /** Under what others find it. */
  Set<String> keys() {
    Set<String> keys = new TreeSet<>(sketch.keys());
    keys.addAll(copyKeys());
    return keys;
  }
}
