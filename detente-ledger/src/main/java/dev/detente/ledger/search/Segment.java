package dev.detente.ledger.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.jspecify.annotations.Nullable;

/** A segment of an index, while candidates are sought in it. Not thread-safe. */
final class Segment {
  private final LeafReaderContext leaf;
  private final String item;
  private final long last;
  private @Nullable PostingsEnum postings;

  private Segment(LeafReaderContext leaf, String item, long last) {
    this.leaf = leaf;
    this.item = item;
    this.last = last;
  }

  /** All segments, those with the latest articles first. */
  static List<Segment> newestFirst(IndexReader reader, String article, String item)
      throws IOException {
    List<Segment> segments = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      PointValues points = leaf.reader().getPointValues(article);
      long last = points == null ? 0 : LongPoint.decodeDimension(points.getMaxPackedValue(), 0);
      segments.add(new Segment(leaf, item, last));
    }
    segments.sort(
        Comparator.comparingLong((Segment segment) -> -segment.last)
            .thenComparingInt(segment -> segment.leaf.docBase));
    return segments;
  }

  LeafReaderContext leaf() {
    return leaf;
  }

  /** The highest number of an article in it. */
  long last() {
    return last;
  }

  /** The numbers of its items, from the first document on; null without any. */
  @Nullable NumericDocValues items() throws IOException {
    return leaf.reader().getNumericDocValues(item);
  }

  /** The number of a document's article; -1 for none. Documents must come in order. */
  static long article(@Nullable NumericDocValues items, int document) throws IOException {
    return items != null && items.advanceExact(document) ? items.longValue() >> 20 : -1;
  }

  @Nullable PostingsEnum postings() {
    return postings;
  }

  void reuse(PostingsEnum used) {
    postings = used;
  }
}
