package dev.detente.reading.actor;

import dev.detente.article.DetenteException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights by which it is decided whether somebody whom no statement and no event names is an actor
 * all the same, learned from annotated articles ({@code training/actors}). Log-linear. Immutable
 * and thread-safe.
 */
final class ActingWeights {
  /** Probability below which the rule is not followed when it takes somebody for an actor. */
  private static final double DOUBT = 0.3;

  /** Probability from which somebody is an actor against the rule. */
  private static final double SURE = 0.7;

  private static final String RESOURCE = "acting.tsv";

  /** The feature that everybody has. */
  private static final String ANYBODY = "anybody";

  private final Map<String, Double> weights;

  /** No weights: the rule decides alone. */
  static ActingWeights none() {
    return new ActingWeights(Map.of());
  }

  private ActingWeights(Map<String, Double> weights) {
    this.weights = weights;
  }

  /**
   * Reads the weights that come with Detente.
   *
   * @throws DetenteException DET-0320 when they are missing or broken
   */
  static ActingWeights load() {
    Map<String, Double> weights = new HashMap<>();
    try (InputStream stream = ActingWeights.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IOException("no resource " + RESOURCE);
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          int tab = line.indexOf('\t');
          weights.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
        }
      }
    } catch (IOException | RuntimeException e) {
      throw new DetenteException(
          "DET-0320", "the weights " + RESOURCE + " cannot be read; install Detente anew", e);
    }
    return new ActingWeights(weights);
  }

  /**
   * Whether somebody with these features is an actor.
   *
   * @param byRule what the rule says
   */
  boolean acts(List<String> features, boolean byRule) {
    if (weights.isEmpty()) {
      return byRule;
    }
    double score = weights.getOrDefault(ANYBODY, 0.0);
    for (String feature : features) {
      score += weights.getOrDefault(feature, 0.0);
    }
    return 1 / (1 + Math.exp(-score)) >= (byRule ? DOUBT : SURE);
  }
}
