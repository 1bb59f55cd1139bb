package dev.detente.ledger.search;

import java.io.IOException;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** How the statements and events of an index lie along the days. Used by one thread at a time. */
final class Days {
  private final IndexSearcher searcher;
  private final int first;
  private final int last;

  /**
   * @param until what is of a later day is left out
   */
  Days(IndexReader reader, int until) throws IOException {
    this.searcher = new IndexSearcher(reader);
    byte[] least = PointValues.getMinPackedValue(reader, Filter.FIRST);
    byte[] most = PointValues.getMaxPackedValue(reader, Filter.FIRST);
    this.first = least == null ? until : IntPoint.decodeDimension(least, 0);
    this.last = most == null ? until : Math.min(until, IntPoint.decodeDimension(most, 0));
  }

  /** The latest day since which there are at least so many; null when there are not so many. */
  @Nullable Integer since(long items) throws IOException {
    if (last < first || count(first) < items) {
      return null;
    }
    int low = first;
    int high = last;
    while (low < high) {
      int middle = (int) (((long) low + high + 1) >> 1);
      if (count(middle) >= items) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private int count(int since) throws IOException {
    return searcher.count(IntPoint.newRangeQuery(Filter.FIRST, since, last));
  }
}
