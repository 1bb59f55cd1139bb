package dev.detente.ledger;

import dev.detente.ledger.relate.ArticleSketch;
import dev.detente.ledger.relate.SketchBytes;
import dev.detente.ledger.relate.Sketcher;
import dev.detente.ledger.search.Bearings;
import dev.detente.record.ArticleRecord;
import dev.detente.source.duplicate.Days;
import dev.detente.source.duplicate.Fingerprint;

/**
 * What is compared of a new article with others. Immutable.
 *
 * @param fingerprint by which copies are told
 * @param bearings by which later articles find it
 */
record Compared(ArticleSketch sketch, Fingerprint fingerprint, Bearings bearings) {
  static Compared of(ArticleRecord record, Sketcher sketcher) {
    ArticleSketch sketch = sketcher.sketch(record);
    Fingerprint fingerprint = Fingerprint.of(record.article());
    return new Compared(
        sketch,
        fingerprint,
        new Bearings(
            sketch.keys(),
            fingerprint.keys(),
            sketch.meanings(),
            SketchBytes.of(sketch),
            Days.of(record.article().published())));
  }
}
