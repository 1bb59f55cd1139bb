package dev.detente.language.model;

import java.util.Arrays;

/**
 * From arc scores to a tree with one root.
 *
 * <p>Heads are counted from 1, 0 is the root, as in CoNLL-U. The best head of every word is nearly
 * always a tree already; only where it is not is the best tree looked for (Chu-Liu 1965, Edmonds
 * 1967). One root comes from a penalty on every arc from the root, so large that a second one never
 * pays.
 */
final class TreeDecoder {
  private static final double ROOT_PENALTY = 1e6;

  private TreeDecoder() {}

  /** Whether exactly one head is the root and there is no cycle. */
  static boolean isTree(int[] heads) {
    int roots = 0;
    for (int head : heads) {
      if (head == 0) {
        roots++;
      }
    }
    return roots == 1 && cycle(prepend(heads)).length == 0;
  }

  /** The best tree. Scores are by dependent and head: {@code scores[i][j]}, j = 0 the root. */
  static int[] bestTree(float[][] scores) {
    int n = scores.length;
    double[][] s = new double[n + 1][n + 1];
    Arrays.fill(s[0], Double.NEGATIVE_INFINITY);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= n; j++) {
        s[i + 1][j] = scores[i][j];
      }
      s[i + 1][0] -= ROOT_PENALTY;
      s[i + 1][i + 1] = Double.NEGATIVE_INFINITY;
    }
    int[] heads = edmonds(s);
    return Arrays.copyOfRange(heads, 1, n + 1);
  }

  private static int[] edmonds(double[][] s) {
    int n = s.length;
    int[] heads = new int[n];
    heads[0] = -1;
    for (int i = 1; i < n; i++) {
      heads[i] = best(s[i]);
    }
    int[] cycle = cycle(heads);
    if (cycle.length == 0) {
      return heads;
    }
    boolean[] inside = new boolean[n];
    for (int k : cycle) {
      inside[k] = true;
    }
    int[] rest = new int[n - cycle.length];
    int size = 0;
    for (int i = 0; i < n; i++) {
      if (!inside[i]) {
        rest[size++] = i;
      }
    }
    // The cycle becomes the node `size` of a smaller graph.
    double[][] t = new double[size + 1][size + 1];
    int[] enter = new int[size];
    int[] leave = new int[size];
    for (double[] row : t) {
      Arrays.fill(row, Double.NEGATIVE_INFINITY);
    }
    for (int a = 0; a < size; a++) {
      int i = rest[a];
      for (int b = 0; a > 0 && b < size; b++) {
        if (a != b) {
          t[a][b] = s[i][rest[b]];
        }
      }
      int into = cycle[0];
      int from = cycle[0];
      for (int k : cycle) {
        if (s[k][i] - s[k][heads[k]] > s[into][i] - s[into][heads[into]]) {
          into = k;
        }
        if (s[i][k] > s[i][from]) {
          from = k;
        }
      }
      enter[a] = into;
      t[size][a] = s[into][i] - s[into][heads[into]];
      if (a > 0) {
        leave[a] = from;
        t[a][size] = s[i][from];
      }
    }
    int[] sub = edmonds(t);
    int[] out = new int[n];
    out[0] = -1;
    for (int a = 1; a < size; a++) {
      out[rest[a]] = sub[a] == size ? leave[a] : rest[sub[a]];
    }
    for (int k : cycle) {
      out[k] = heads[k];
    }
    out[enter[sub[size]]] = rest[sub[size]];
    return out;
  }

  private static int best(double[] scores) {
    int best = 0;
    for (int j = 1; j < scores.length; j++) {
      if (scores[j] > scores[best]) {
        best = j;
      }
    }
    return best;
  }

  private static int[] prepend(int[] heads) {
    int[] out = new int[heads.length + 1];
    out[0] = -1;
    System.arraycopy(heads, 0, out, 1, heads.length);
    return out;
  }

  /** The nodes of the first cycle found, empty if there is none; {@code heads[0]} is -1. */
  private static int[] cycle(int[] heads) {
    int[] seen = new int[heads.length];
    for (int i = 1; i < heads.length; i++) {
      int j = i;
      while (j > 0 && seen[j] == 0) {
        seen[j] = i;
        j = heads[j];
      }
      if (j > 0 && seen[j] == i) {
        int[] cycle = new int[heads.length];
        int size = 0;
        int k = j;
        do {
          cycle[size++] = k;
          k = heads[k];
        } while (k != j);
        return Arrays.copyOf(cycle, size);
      }
    }
    return new int[0];
  }
}
