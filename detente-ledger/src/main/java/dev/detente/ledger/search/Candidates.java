package dev.detente.ledger.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Finds for many articles at once the earlier ones that share terms of a field with each: the most
 * alike of them, by how many meanings they share, then by how many terms, then the older one. Which
 * ones are found does not depend on how the index is cut into segments. Each term is looked up once
 * a segment, in order, and no further once {@link SharedTerm} has enough. Stateless.
 */
final class Candidates {
  /** Bits of a digit by which hits are put in order. */
  private static final int DIGIT = 11;

  private Candidates() {}

  /**
   * An article that asks.
   *
   * @param n its number
   * @param meanings hashes, ascending
   */
  record Asking(long n, List<BytesRef> terms, int[] meanings) {}

  /**
   * Of each asking article those found, by their numbers.
   *
   * @param article field with the number of a document's article
   * @param item field with the number of a document's item
   * @param meanings field with its meanings
   * @param fewest terms that two share at least
   * @param most how many are found at most
   * @param latest of the articles that have a term so many count, the last ones before the one that
   *     asks, so that what is told of again and again does not cost ever more
   */
  static List<List<Found>> of(
      IndexReader reader,
      String field,
      String article,
      String item,
      String meanings,
      List<Asking> asking,
      int fewest,
      int most,
      int latest)
      throws IOException {
    Map<BytesRef, List<Integer>> who = new HashMap<>();
    Best[] best = new Best[asking.size()];
    for (int i = 0; i < asking.size(); i++) {
      best[i] = new Best(asking.get(i), most);
      for (BytesRef term : asking.get(i).terms()) {
        who.computeIfAbsent(term, key -> new ArrayList<>(2)).add(i);
      }
    }
    List<SharedTerm> shared = new ArrayList<>(who.size());
    new TreeMap<>(who).forEach((term, some) -> shared.add(new SharedTerm(term, some, asking)));
    List<Segment> segments = new ArrayList<>();
    for (Segment segment : Segment.newestFirst(reader, article, item)) {
      Terms there = segment.leaf().reader().terms(field);
      if (there != null) {
        segments.add(segment);
        TermsEnum at = there.iterator();
        Bits live = segment.leaf().reader().getLiveDocs();
        for (SharedTerm term : shared) {
          term.read(segment, at, live, latest);
        }
      }
    }
    for (SharedTerm term : shared) {
      term.limit(asking, latest);
    }
    // The oldest first: of articles as much alike these are kept, and the others turned down at
    // once.
    for (int i = segments.size() - 1; i >= 0; i--) {
      rank(segments.get(i), hits(shared, i, segments.get(i)), meanings, fewest, best);
    }
    return Arrays.stream(best).map(Best::found).toList();
  }

  /** A document and who asks, for each term that the two share; by documents. */
  private static long[] hits(List<SharedTerm> terms, int segment, Segment of) throws IOException {
    long[] hits = new long[1024];
    int size = 0;
    for (SharedTerm term : terms) {
      int[] askers = term.askers();
      int[] documents = term.documents(segment);
      NumericDocValues items = term.isLimited() && documents.length > 0 ? of.items() : null;
      for (int document : documents) {
        if (size + askers.length > hits.length) {
          hits = Arrays.copyOf(hits, Math.max(hits.length * 2, size + askers.length));
        }
        long n = items == null ? Long.MAX_VALUE : Segment.article(items, document);
        for (int i = 0; i < askers.length; i++) {
          if (n >= term.since(i)) {
            hits[size++] = (long) document << 32 | askers[i];
          }
        }
      }
    }
    return byDocument(hits, size, of.leaf().reader().maxDoc());
  }

  /** Puts hits in the order of their documents, digit by digit from the last. */
  private static long[] byDocument(long[] hits, int size, int documents) {
    long[] from = Arrays.copyOf(hits, size);
    long[] to = new long[size];
    int[] begins = new int[(1 << DIGIT) + 1];
    for (int shift = 32; documents - 1 >>> shift - 32 > 0; shift += DIGIT) {
      Arrays.fill(begins, 0);
      for (long hit : from) {
        begins[digit(hit, shift) + 1]++;
      }
      for (int i = 1; i < begins.length; i++) {
        begins[i] += begins[i - 1];
      }
      for (long hit : from) {
        to[begins[digit(hit, shift)]++] = hit;
      }
      long[] last = from;
      from = to;
      to = last;
    }
    return from;
  }

  private static int digit(long hit, int shift) {
    return (int) (hit >>> shift) & (1 << DIGIT) - 1;
  }

  private static void rank(Segment segment, long[] hits, String meanings, int fewest, Best[] best)
      throws IOException {
    LeafReaderContext leaf = segment.leaf();
    NumericDocValues items = segment.items();
    BinaryDocValues meant = leaf.reader().getBinaryDocValues(meanings);
    int[] common = new int[best.length];
    int[] askers = new int[best.length];
    for (int i = 0; i < hits.length; ) {
      int document = (int) (hits[i] >>> 32);
      int count = 0;
      for (; i < hits.length && (int) (hits[i] >>> 32) == document; i++) {
        int asker = (int) hits[i];
        if (common[asker]++ == 0) {
          askers[count++] = asker;
        }
      }
      long n = Segment.article(items, document);
      int[] theirs = null;
      for (int k = 0; k < count; k++) {
        Best queue = best[askers[k]];
        int shared = common[askers[k]];
        common[askers[k]] = 0;
        if (n >= 0 && n < queue.n() && shared >= fewest) {
          if (theirs == null) {
            theirs = read(meant, document);
          }
          queue.add(n, leaf.docBase + document, theirs, shared);
        }
      }
    }
  }

  private static int[] read(@Nullable BinaryDocValues meant, int document) throws IOException {
    if (meant == null || !meant.advanceExact(document)) {
      return new int[0];
    }
    BytesRef bytes = meant.binaryValue();
    int[] read = new int[bytes.length / 4];
    for (int i = 0; i < read.length; i++) {
      int at = bytes.offset + 4 * i;
      read[i] =
          bytes.bytes[at] << 24
              | (bytes.bytes[at + 1] & 0xFF) << 16
              | (bytes.bytes[at + 2] & 0xFF) << 8
              | bytes.bytes[at + 3] & 0xFF;
    }
    return read;
  }
}
