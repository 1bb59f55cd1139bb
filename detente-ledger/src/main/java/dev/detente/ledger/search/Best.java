package dev.detente.ledger.search;

import dev.detente.ledger.relate.ArticleSketch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The most alike of the articles that one was compared with: by how many meanings they share, then
 * by how many terms, then the older one. What all but a few candidates cost is one look at the bits
 * of their meanings. Not thread-safe.
 */
final class Best {
  /** Bits of a rank for terms shared; more than those fit count as so many. */
  private static final int TERMS = 12;

  /** Bits of a rank for the number of an article, 2,000 times as many as a ledger is made for. */
  private static final int NUMBER = 39;

  /** Bits that stand for the meanings of the one that asks, many more than these are. */
  private static final int BITS = 4096;

  private final Candidates.Asking asking;

  /** The meanings of the one that asks: what is not here it has not. */
  private final long[] bits = new long[BITS / 64];

  /** Ranks as a heap, the worst first, and the documents that have them. */
  private final long[] ranks;

  private final int[] documents;
  private int size;

  /**
   * @param most how many are kept
   */
  Best(Candidates.Asking asking, int most) {
    this.asking = asking;
    this.ranks = new long[most];
    this.documents = new int[most];
    for (int meaning : asking.meanings()) {
      bits[meaning >>> 6 & bits.length - 1] |= 1L << meaning;
    }
  }

  /** The number of the article that asks. */
  long n() {
    return asking.n();
  }

  /**
   * Takes an article in, should it be among the best.
   *
   * @param n its number
   * @param meanings hashes, ascending
   * @param common how many terms the two share
   */
  void add(long n, int document, int[] meanings, int common) {
    if (ranks.length == 0
        || size == ranks.length && rank(sharedAtMost(meanings), common, n) < ranks[0]) {
      return;
    }
    long rank = rank(ArticleSketch.shared(asking.meanings(), meanings), common, n);
    if (size < ranks.length) {
      rise(size++, rank, document);
    } else if (rank > ranks[0]) {
      sink(rank, document);
    }
  }

  /** How many meanings the two share or more. */
  private int sharedAtMost(int[] meanings) {
    int shared = 0;
    for (int meaning : meanings) {
      shared += (int) (bits[meaning >>> 6 & bits.length - 1] >>> meaning & 1);
    }
    return shared;
  }

  private static long rank(int shared, int common, long n) {
    return ((long) shared << TERMS | Math.min(common, (1 << TERMS) - 1)) << NUMBER
        | (1L << NUMBER) - 1 - n;
  }

  private void rise(int from, long rank, int document) {
    int at = from;
    while (at > 0 && rank < ranks[(at - 1) / 2]) {
      ranks[at] = ranks[(at - 1) / 2];
      documents[at] = documents[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    ranks[at] = rank;
    documents[at] = document;
  }

  /** Puts another one in the place of the worst. */
  private void sink(long rank, int document) {
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && ranks[child + 1] < ranks[child]) {
        child++;
      }
      if (rank <= ranks[child]) {
        break;
      }
      ranks[at] = ranks[child];
      documents[at] = documents[child];
      at = child;
    }
    ranks[at] = rank;
    documents[at] = document;
  }

  /** What was kept, by their numbers. */
  List<Found> found() {
    List<Found> found = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      found.add(new Found((1L << NUMBER) - 1 - (ranks[i] & (1L << NUMBER) - 1), documents[i]));
    }
    found.sort(Comparator.comparingLong(Found::n));
    return found;
  }
}
