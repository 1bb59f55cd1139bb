package dev.detente.language.model;

import java.util.Arrays;
import java.util.List;

/**
 * The best sequence of name labels that the BIOES scheme allows (Viterbi), given as BIO. Linear in
 * the number of words. Immutable and thread-safe.
 */
final class NameDecoder {
  private final String[] bio;
  private final boolean[] starts;
  private final boolean[] ends;
  private final boolean[] outside;
  private final int[] type;

  /** The labels in the order of the scores: {@code O}, {@code B-PER}, {@code I-PER}, ... */
  NameDecoder(List<String> labels) {
    int n = labels.size();
    bio = new String[n];
    starts = new boolean[n];
    ends = new boolean[n];
    outside = new boolean[n];
    type = new int[n];
    for (int k = 0; k < n; k++) {
      String label = labels.get(k);
      char position = label.charAt(0);
      outside[k] = position == 'O';
      starts[k] = position == 'B' || position == 'S';
      ends[k] = position == 'E' || position == 'S';
      bio[k] = outside[k] ? "O" : (starts[k] ? "B" : "I") + label.substring(1);
      type[k] = k;
      for (int other = 0; other < k; other++) {
        if (!outside[k] && labels.get(other).substring(1).equals(label.substring(1))) {
          type[k] = type[other];
          break;
        }
      }
    }
  }

  /** A label per word from its scores. */
  String[] decode(float[][] scores) {
    int n = scores.length;
    int labels = bio.length;
    int[][] back = new int[n][labels];
    double[] best = new double[labels];
    for (int k = 0; k < labels; k++) {
      best[k] = outside[k] || starts[k] ? scores[0][k] : Double.NEGATIVE_INFINITY;
    }
    for (int i = 1; i < n; i++) {
      int closed = -1; // the best label that leaves no name open
      int[] open = new int[labels]; // and the best that leaves one of a type open
      Arrays.fill(open, -1);
      for (int k = 0; k < labels; k++) {
        if (outside[k] || ends[k]) {
          if (closed < 0 || best[k] > best[closed]) {
            closed = k;
          }
        } else if (open[type[k]] < 0 || best[k] > best[open[type[k]]]) {
          open[type[k]] = k;
        }
      }
      double[] next = new double[labels];
      for (int k = 0; k < labels; k++) {
        int from = outside[k] || starts[k] ? closed : open[type[k]];
        back[i][k] = from;
        next[k] = best[from] + scores[i][k];
      }
      best = next;
    }
    int at = -1;
    for (int k = 0; k < labels; k++) {
      if ((outside[k] || ends[k]) && (at < 0 || best[k] > best[at])) {
        at = k;
      }
    }
    String[] out = new String[n];
    for (int i = n - 1; i >= 0; i--) {
      out[i] = bio[at];
      at = back[i][at];
    }
    return out;
  }
}
