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
 * Weights of features for and against being a party to an event, learned from annotated articles
 * ({@code training/events}); a log-linear choice among all actors of the article and "nobody".
 * Immutable and thread-safe.
 */
final class PartyModel {
  /** The feature of the choice that nobody is the party. */
  static final String NOBODY = "nobody";

  private static final String FILE = "parties.tsv";

  private final Map<String, Map<String, Double>> weights;

  private PartyModel(Map<String, Map<String, Double>> weights) {
    this.weights = weights;
  }

  /**
   * Reads the weights that come with Detente.
   *
   * @throws DetenteException DET-0320 when they are missing or broken
   */
  static PartyModel load() {
    Map<String, Map<String, Double>> weights = new HashMap<>();
    try (InputStream stream = PartyModel.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        return new PartyModel(weights);
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
    return new PartyModel(weights);
  }

  /** Whether there are weights for a question. */
  boolean answers(String question) {
    return weights.containsKey(question);
  }

  /**
   * The best candidate and how likely it is.
   *
   * @param index into the candidates; -1 for nobody
   */
  record Choice(int index, double probability) {}

  /** Chooses among candidates, each given by its features, and nobody. */
  @Nullable Choice choose(String question, EventType type, List<List<String>> candidates) {
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

  private static double score(
      Map<String, Double> known, EventType type, List<String> features) {
    double score = 0;
    for (String feature : features) {
      score += known.getOrDefault(feature, 0.0);
      score += known.getOrDefault(type.name() + "|" + feature, 0.0);
    }
    return score;
  }
}
