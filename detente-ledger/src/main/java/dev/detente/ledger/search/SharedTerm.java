package dev.detente.ledger.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A term that articles ask for, and the documents that have it, segment by segment. Of a term that
 * very many articles have, the latest ones before an article count for it and the others do not;
 * which ones these are depends on the articles' numbers alone. Not thread-safe.
 */
final class SharedTerm {
  private static final int[] NONE = {};

  private final BytesRef term;
  private final int[] askers;

  /** The lowest number of those that ask. */
  private final long first;

  private final List<int[]> documents = new ArrayList<>();
  private final List<Segment> read = new ArrayList<>();
  private int count;

  /** Whether what comes now is too old for all who ask. */
  private boolean settled;

  /** Of each asker the lowest number that counts; null when all do. */
  private long @Nullable [] since;

  /**
   * @param askers which of those who ask have the term
   */
  SharedTerm(BytesRef term, List<Integer> askers, List<Candidates.Asking> asking) {
    this.term = term;
    this.askers = askers.stream().mapToInt(Integer::intValue).toArray();
    this.first = askers.stream().mapToLong(one -> asking.get(one).n()).min().orElse(0);
  }

  int[] askers() {
    return askers;
  }

  /** The documents of a segment by its place among those that were read. */
  int[] documents(int segment) {
    return documents.get(segment);
  }

  /** Whether not all documents count for all who ask. */
  boolean isLimited() {
    return since != null;
  }

  /** The lowest number that counts for the i-th of those who ask. */
  long since(int asker) {
    return since == null ? 0 : since[asker];
  }

  /**
   * Takes in the documents of a segment. Segments come in the order of the latest articles that
   * they hold, so that those which are all too old are not read.
   */
  void read(Segment segment, TermsEnum at, @Nullable Bits live, int latest) throws IOException {
    read.add(segment);
    settled = settled || count >= latest && isSettled(segment.last(), latest);
    if (settled || !at.seekExact(term)) {
      documents.add(NONE);
      return;
    }
    int[] found = new int[Math.min(16, at.docFreq())];
    int size = 0;
    PostingsEnum postings = at.postings(segment.postings(), PostingsEnum.NONE);
    segment.reuse(postings);
    for (int document = postings.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = postings.nextDoc()) {
      if (live == null || live.get(document)) {
        found = size == found.length ? Arrays.copyOf(found, size * 2) : found;
        found[size++] = document;
      }
    }
    documents.add(Arrays.copyOf(found, size));
    count += size;
  }

  /** Whether whatever comes after a segment's articles suffices for all who ask. */
  private boolean isSettled(long last, int latest) throws IOException {
    return Arrays.stream(numbers()).filter(n -> n > last && n < first).count() >= latest;
  }

  /** Once everything is read: what counts for whom. */
  void limit(List<Candidates.Asking> asking, int latest) throws IOException {
    if (count <= latest) {
      return;
    }
    long[] numbers = numbers();
    Arrays.sort(numbers);
    long[] lowest = new long[askers.length];
    for (int i = 0; i < askers.length; i++) {
      int at = Arrays.binarySearch(numbers, asking.get(askers[i]).n());
      int before = at < 0 ? -at - 1 : at;
      lowest[i] = before > latest ? numbers[before - latest] : 0;
    }
    since = lowest;
  }

  private long[] numbers() throws IOException {
    long[] numbers = new long[count];
    int size = 0;
    for (int i = 0; i < documents.size(); i++) {
      NumericDocValues items = documents.get(i).length == 0 ? null : read.get(i).items();
      for (int document : documents.get(i)) {
        numbers[size++] = Segment.article(items, document);
      }
    }
    return numbers;
  }
}
