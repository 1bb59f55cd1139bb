package dev.detente.language.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Pieces that go through the network at once, longest first, since one product of the LSTM's
 * weights then serves all of them.
 *
 * <p>They are alike in length: what is shorter is filled up and worked on in vain.
 */
record Batch(List<Piece> pieces) {
  /** Pieces at most. */
  static final int MOST = 8;

  /** Words at most, in all; a single piece has no more than {@link SentenceAnalyser#LONGEST}. */
  static final int MOST_WORDS = 400;

  /** A piece has at least so much of the words of the longest. */
  private static final double ALIKE = 0.7;

  /** Pieces in batches; the same ones for the same lengths. */
  static List<Batch> of(List<Piece> pieces) {
    List<Piece> sorted = new ArrayList<>(pieces);
    sorted.sort(Comparator.comparingInt((Piece piece) -> piece.forms().size()).reversed());
    List<Batch> batches = new ArrayList<>();
    List<Piece> open = new ArrayList<>();
    int words = 0;
    for (Piece piece : sorted) {
      int n = piece.forms().size();
      if (!open.isEmpty()
          && (open.size() == MOST
              || words + n > MOST_WORDS
              || n < ALIKE * open.get(0).forms().size())) {
        batches.add(new Batch(List.copyOf(open)));
        open.clear();
        words = 0;
      }
      open.add(piece);
      words += n;
    }
    if (!open.isEmpty()) {
      batches.add(new Batch(List.copyOf(open)));
    }
    return batches;
  }

  /** Words of all pieces. */
  int words() {
    return pieces.stream().mapToInt(piece -> piece.forms().size()).sum();
  }

  /** Words of the longest piece. */
  int longest() {
    return pieces.get(0).forms().size();
  }

  /** Words of each piece. */
  long[] lengths() {
    return pieces.stream().mapToLong(piece -> piece.forms().size()).toArray();
  }

  /**
   * Which word stands where when pieces stand side by side: 1 and its number in the batch, 0 for
   * none; position by position and in each piece by piece.
   */
  long[] place() {
    long[] place = new long[longest() * pieces.size()];
    int word = 0;
    for (int k = 0; k < pieces.size(); k++) {
      for (int i = 0; i < pieces.get(k).forms().size(); i++) {
        place[i * pieces.size() + k] = ++word;
      }
    }
    return place;
  }

  /** Where in {@link #place} each word stands. */
  long[] row() {
    long[] row = new long[words()];
    int word = 0;
    for (int k = 0; k < pieces.size(); k++) {
      for (int i = 0; i < pieces.get(k).forms().size(); i++) {
        row[word++] = (long) i * pieces.size() + k;
      }
    }
    return row;
  }
}
