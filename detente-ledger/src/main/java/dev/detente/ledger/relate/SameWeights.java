package dev.detente.ledger.relate;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.Rows;
import java.util.HashMap;
import java.util.Map;

/**
 * How much each feature speaks for two reports being the same: logistic models for statements and
 * for events, from {@code world/same.tsv}. Immutable and thread-safe.
 */
final class SameWeights {
  static final String FILE = "world/same.tsv";

  private final Map<String, Double> statements = new HashMap<>();
  private final Map<String, Double> events = new HashMap<>();

  SameWeights(Codebook codebook) {
    Rows.read(
        codebook,
        FILE,
        3,
        row ->
            (row[0].equals("event") ? events : statements).put(row[1], Double.parseDouble(row[2])));
  }

  double statement(Map<String, Double> features) {
    return probability(features, statements);
  }

  double event(Map<String, Double> features) {
    return probability(features, events);
  }

  double statementThreshold() {
    return statements.getOrDefault("threshold", 0.5);
  }

  double eventThreshold() {
    return events.getOrDefault("threshold", 0.5);
  }

  private static double probability(Map<String, Double> features, Map<String, Double> weights) {
    double sum = weights.getOrDefault("bias", 0.0);
    for (Map.Entry<String, Double> feature : features.entrySet()) {
      sum += feature.getValue() * weights.getOrDefault(feature.getKey(), 0.0);
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
