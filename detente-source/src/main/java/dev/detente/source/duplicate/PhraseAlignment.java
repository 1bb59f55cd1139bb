package dev.detente.source.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The phrases that two reports share word for word, in the same order: a longest common subsequence
 * by Hunt and Szymanski, with the places of a phrase that comes again and again bounded.
 */
final class PhraseAlignment {
  private static final int PLACES = 8;

  /** For each phrase of the first report its partner in the second, or -1. */
  private final int[] partner;

  private final boolean[] taken;

  private PhraseAlignment(int[] partner, boolean[] taken) {
    this.partner = partner;
    this.taken = taken;
  }

  static PhraseAlignment of(List<Phrase> a, List<Phrase> b) {
    Map<Long, List<Integer>> places = new HashMap<>();
    for (int j = 0; j < b.size(); j++) {
      List<Integer> found = places.computeIfAbsent(b.get(j).hash(), key -> new ArrayList<>(1));
      if (found.size() < PLACES) {
        found.add(j);
      }
    }
    // tails[k]: the place at which the best chain of k + 1 pairs ends; back[]: how it came there.
    int[] tails = new int[Math.min(a.size(), b.size()) + 1];
    int[] chains = new int[tails.length];
    List<int[]> pairs = new ArrayList<>();
    int length = 0;
    for (int i = 0; i < a.size(); i++) {
      List<Integer> found = places.getOrDefault(a.get(i).hash(), List.of());
      for (int p = found.size() - 1; p >= 0; p--) {
        int j = found.get(p);
        if (!a.get(i).sameWords(b.get(j))) {
          continue;
        }
        int at = Arrays.binarySearch(tails, 0, length, j);
        if (at >= 0) {
          continue;
        }
        at = -at - 1;
        pairs.add(new int[] {i, j, at == 0 ? -1 : chains[at - 1]});
        tails[at] = j;
        chains[at] = pairs.size() - 1;
        length = Math.max(length, at + 1);
      }
    }
    int[] partner = new int[a.size()];
    Arrays.fill(partner, -1);
    boolean[] taken = new boolean[b.size()];
    for (int pair = length == 0 ? -1 : chains[length - 1]; pair >= 0; pair = pairs.get(pair)[2]) {
      partner[pairs.get(pair)[0]] = pairs.get(pair)[1];
      taken[pairs.get(pair)[1]] = true;
    }
    return new PhraseAlignment(partner, taken);
  }

  boolean sharedInFirst(int index) {
    return partner[index] >= 0;
  }

  boolean sharedInSecond(int index) {
    return taken[index];
  }
}
