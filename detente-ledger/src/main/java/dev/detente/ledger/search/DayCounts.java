package dev.detente.ledger.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.jspecify.annotations.Nullable;

/** About how many statements and events of an index lie in which days. One thread at a time. */
final class DayCounts {
  private final List<PointValues> points = new ArrayList<>();
  private final int first;
  private final int last;

  /**
   * @param until what is of a later day is left out
   */
  DayCounts(IndexReader reader, int until) throws IOException {
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    for (LeafReaderContext leaf : reader.leaves()) {
      PointValues values = leaf.reader().getPointValues(Filter.FIRST);
      if (values != null) {
        points.add(values);
        least = Math.min(least, IntPoint.decodeDimension(values.getMinPackedValue(), 0));
        most = Math.max(most, IntPoint.decodeDimension(values.getMaxPackedValue(), 0));
      }
    }
    this.first = least;
    this.last = Math.min(until, most);
  }

  /** The latest day since which there are about so many; null when there are not so many. */
  @Nullable Integer since(long items) {
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

  private long count(int since) {
    Within within = new Within(since, last);
    return points.stream().mapToLong(values -> values.estimatePointCount(within)).sum();
  }

  /** Tells the tree of days how its cells lie. */
  private record Within(int since, int until) implements PointValues.IntersectVisitor {
    @Override
    public void visit(int document) {
      // Nothing is read, only estimated.
    }

    @Override
    public void visit(int document, byte[] value) {
      // Nothing is read, only estimated.
    }

    @Override
    public PointValues.Relation compare(byte[] least, byte[] most) {
      int low = IntPoint.decodeDimension(least, 0);
      int high = IntPoint.decodeDimension(most, 0);
      if (high < since || low > until) {
        return PointValues.Relation.CELL_OUTSIDE_QUERY;
      }
      return low >= since && high <= until
          ? PointValues.Relation.CELL_INSIDE_QUERY
          : PointValues.Relation.CELL_CROSSES_QUERY;
    }
  }
}
