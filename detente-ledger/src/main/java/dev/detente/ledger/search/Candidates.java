package dev.detente.ledger.search;

import dev.detente.ledger.relate.ArticleSketch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Finds for many articles at once the earlier ones that share terms of a field with each: the most
 * alike of them, by how many meanings they share, then by how many terms, then the older one. Which
 * ones are found does not depend on how the index is cut into segments. Each term is looked up once
 * a segment, in order. Stateless.
 */
final class Candidates {
  private Candidates() {}

  /**
   * An article that asks.
   *
   * @param n its number
   * @param meanings hashes, ascending
   */
  record Asking(long n, List<BytesRef> terms, int[] meanings) {}

  private record Candidate(long n, int document, int alike, int common) {
    /** The worst first. */
    static final Comparator<Candidate> ORDER =
        Comparator.comparingInt(Candidate::alike)
            .thenComparingInt(Candidate::common)
            .thenComparing(Comparator.comparingLong(Candidate::n).reversed());
  }

  /**
   * Of each asking article those found, by their numbers.
   *
   * @param item field with the number of a document's item
   * @param meanings field with its meanings
   * @param fewest terms that two share at least
   * @param most how many are found at most
   */
  static List<List<Found>> of(
      IndexReader reader,
      String field,
      String item,
      String meanings,
      List<Asking> asking,
      int fewest,
      int most)
      throws IOException {
    Map<BytesRef, int[]> terms = new TreeMap<>();
    List<PriorityQueue<Candidate>> best = new ArrayList<>(asking.size());
    Map<BytesRef, List<Integer>> who = new HashMap<>();
    for (int i = 0; i < asking.size(); i++) {
      best.add(new PriorityQueue<>(Candidate.ORDER));
      for (BytesRef term : asking.get(i).terms()) {
        who.computeIfAbsent(term, key -> new ArrayList<>(2)).add(i);
      }
    }
    who.forEach(
        (term, some) -> terms.put(term, some.stream().mapToInt(Integer::intValue).toArray()));
    for (LeafReaderContext leaf : reader.leaves()) {
      long[] hits = hits(leaf.reader(), field, terms);
      if (hits.length > 0) {
        rank(leaf, hits, item, meanings, asking, fewest, most, best);
      }
    }
    List<List<Found>> found = new ArrayList<>(asking.size());
    for (PriorityQueue<Candidate> queue : best) {
      found.add(
          queue.stream()
              .sorted(Comparator.comparingLong(Candidate::n))
              .map(candidate -> new Found(candidate.n(), candidate.document()))
              .toList());
    }
    return found;
  }

  /** A document and who asks, for each term that the two share; in order. */
  private static long[] hits(LeafReader leaf, String field, Map<BytesRef, int[]> terms)
      throws IOException {
    Terms there = leaf.terms(field);
    if (there == null) {
      return new long[0];
    }
    TermsEnum at = there.iterator();
    Bits live = leaf.getLiveDocs();
    PostingsEnum documents = null;
    long[] hits = new long[1024];
    int size = 0;
    for (Map.Entry<BytesRef, int[]> term : terms.entrySet()) {
      if (!at.seekExact(term.getKey())) {
        continue;
      }
      documents = at.postings(documents, PostingsEnum.NONE);
      for (int document = documents.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = documents.nextDoc()) {
        if (live != null && !live.get(document)) {
          continue;
        }
        if (size + term.getValue().length > hits.length) {
          hits = Arrays.copyOf(hits, Math.max(hits.length * 2, size + term.getValue().length));
        }
        for (int asker : term.getValue()) {
          hits[size++] = (long) document << 32 | asker;
        }
      }
    }
    long[] all = Arrays.copyOf(hits, size);
    Arrays.sort(all);
    return all;
  }

  private static void rank(
      LeafReaderContext leaf,
      long[] hits,
      String item,
      String meanings,
      List<Asking> asking,
      int fewest,
      int most,
      List<PriorityQueue<Candidate>> best)
      throws IOException {
    NumericDocValues items = leaf.reader().getNumericDocValues(item);
    BinaryDocValues meant = leaf.reader().getBinaryDocValues(meanings);
    int document = -1;
    long n = -1;
    int[] theirs = {};
    for (int i = 0; i < hits.length; ) {
      int end = i + 1;
      while (end < hits.length && hits[end] == hits[i]) {
        end++;
      }
      int common = end - i;
      if (document != (int) (hits[i] >>> 32)) {
        document = (int) (hits[i] >>> 32);
        n = items != null && items.advanceExact(document) ? items.longValue() >> 20 : -1;
        theirs = read(meant, document);
      }
      int asker = (int) hits[i];
      Asking asks = asking.get(asker);
      i = end;
      if (n < 0 || n >= asks.n() || common < fewest) {
        continue;
      }
      PriorityQueue<Candidate> queue = best.get(asker);
      Candidate candidate =
          new Candidate(
              n, leaf.docBase + document, ArticleSketch.shared(asks.meanings(), theirs), common);
      if (queue.size() < most) {
        queue.add(candidate);
      } else if (Candidate.ORDER.compare(candidate, queue.peek()) > 0) {
        queue.poll();
        queue.add(candidate);
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
