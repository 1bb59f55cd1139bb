package dev.detente.reading.event;

import dev.detente.article.DetenteException;
import dev.detente.record.EventType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Weights of named features by which the event reader decides, learned from annotated articles
 * ({@code training/events}): whether a mention reports an event, and who its parties are. Each
 * decision is a log-linear choice among candidates and "none of them". Immutable and thread-safe.
 */
final class ChoiceModel {
  /** The feature of the choice of none of the candidates. */
  static final String NOBODY = "nobody";

  private static final String FILE = "choices.tsv";

  private final Map<String, Map<String, Double>> weights;

  private ChoiceModel(Map<String, Map<String, Double>> weights) {
    this.weights = weights;
  }

  /** A model without weights: the rules decide alone. */
  static ChoiceModel none() {
    return new ChoiceModel(Map.of());
  }

  /**
   * Reads the weights that come with Detente.
   *
   * @throws DetenteException DET-0320 when they are missing or broken
   */
  static ChoiceModel load() {
    Map<String, Map<String, Double>> weights = new HashMap<>();
    try (InputStream stream = ChoiceModel.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        return new ChoiceModel(weights);
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split("\t", -1);
        weights
            .computeIfAbsent(cells[0], question -> new HashMap<>())
            .put(cells[1], Double.parseDouble(cells[2]));
      }
    } catch (IOException | RuntimeException e) {
      throw new DetenteException(
          "DET-0320", "the weights " + FILE + " cannot be read; install Detente anew", e);
    }
    return new ChoiceModel(weights);
  }

  /** Whether there are weights for a question. */
  boolean answers(String question) {
    return weights.containsKey(question);
  }

  /**
   * The best candidate and how likely it is.
   *
   * @param index into the candidates; -1 for none
   */
  record Choice(int index, double probability) {}

  /**
   * Chooses among candidates, each given by its features, and none; null when the question has no
   * weights.
   *
   * @param type event type that features are also looked up with; null for none
   */
  @Nullable Choice choose(
      String question, @Nullable EventType type, List<List<String>> candidates) {
    Map<String, Double> known = weights.get(question);
    if (known == null) {
      return null;
    }
    double best = score(known, type, List.of(NOBODY));
    int chosen = -1;
    double[] scores = new double[candidates.size() + 1];
    scores[candidates.size()] = best;
    for (int i = 0; i < candidates.size(); i++) {
      scores[i] = score(known, type, candidates.get(i));
      if (scores[i] > best) {
        best = scores[i];
        chosen = i;
      }
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - best);
    }
    return new Choice(chosen, 1 / sum);
  }

  /**
   * The probability that the only candidate is right; {@code otherwise} when the question has no
   * weights.
   */
  double probability(
      String question, @Nullable EventType type, List<String> features, double otherwise) {
    Map<String, Double> known = weights.get(question);
    if (known == null) {
      return otherwise;
    }
    double margin = score(known, type, features) - score(known, type, List.of(NOBODY));
    return 1 / (1 + Math.exp(-margin));
  }

  private static double score(
      Map<String, Double> known, @Nullable EventType type, List<String> features) {
    double score = 0;
    for (String feature : features) {
      score += known.getOrDefault(feature, 0.0);
      if (type != null) {
        score += known.getOrDefault(type.name() + "|" + feature, 0.0);
      }
    }
    return score;
  }
}
