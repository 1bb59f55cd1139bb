package dev.detente.cli.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One-to-one matching, best first; among equals the first offered. */
final class Matching {
  private record Pair(double score, int gold, int predicted) {}

  private final List<Pair> pairs = new ArrayList<>();

  void offer(double score, int gold, int predicted) {
    pairs.add(new Pair(score, gold, predicted));
  }

  /** Index of the predicted one by that of the gold one. */
  Map<Integer, Integer> best() {
    pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.score()));
    Set<Integer> usedGold = new HashSet<>();
    Set<Integer> usedPredicted = new HashSet<>();
    Map<Integer, Integer> best = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      if (!usedGold.contains(pair.gold()) && !usedPredicted.contains(pair.predicted())) {
        usedGold.add(pair.gold());
        usedPredicted.add(pair.predicted());
        best.put(pair.gold(), pair.predicted());
      }
    }
    return best;
  }
}
