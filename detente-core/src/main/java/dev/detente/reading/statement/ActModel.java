package dev.detente.reading.statement;

import dev.detente.article.DetenteException;
import dev.detente.record.Act;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A linear model that tells the act of a statement by itself from {@link ActFeatures}; trained by
 * {@code training/acts/fit.py}, kept as text. Immutable and thread-safe.
 */
final class ActModel {
  private static final String RESOURCE = "acts.tsv";

  /** Weights are kept as whole numbers of this part. */
  private static final double SCALE = 64;

  private final List<Act> acts;
  private final Map<String, Row> weights;

  /**
   * The weights of a feature.
   *
   * @param of each act
   * @param mean of them
   */
  private record Row(byte[] of, double mean) {}

  private ActModel(List<Act> acts, Map<String, Row> weights) {
    this.acts = acts;
    this.weights = weights;
  }

  /**
   * Loads the weights beside this class.
   *
   * @throws DetenteException DET-0322 when the file is missing or damaged
   */
  static ActModel load() {
    try (InputStream stream = ActModel.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IOException(RESOURCE + " is missing");
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      List<Act> acts = new ArrayList<>();
      Map<String, Row> weights = new HashMap<>();
      String line = lines.readLine();
      for (String label : (line == null ? "" : line).split(" ")) {
        acts.add(Act.of(label));
      }
      while ((line = lines.readLine()) != null) {
        String[] columns = line.split("\t");
        byte[] row = new byte[acts.size()];
        for (int i = 1; i < columns.length; i++) {
          int colon = columns[i].indexOf(':');
          row[Integer.parseInt(columns[i].substring(0, colon))] =
              Byte.parseByte(columns[i].substring(colon + 1));
        }
        int sum = 0;
        for (byte weight : row) {
          sum += weight;
        }
        weights.put(columns[0], new Row(row, sum / (double) row.length));
      }
      return new ActModel(List.copyOf(acts), weights);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new DetenteException(
          "DET-0322", "the weights of the act model are damaged; install Detente again", e);
    }
  }

  /** Log-odds of the acts by their ordinals. */
  double[] scores(Set<String> features) {
    int[] sums = new int[acts.size()];
    for (String feature : features) {
      Row row = weights.get(feature);
      if (row != null) {
        for (int i = 0; i < sums.length; i++) {
          sums[i] += row.of[i];
        }
      }
    }
    double[] scores = new double[Act.values().length];
    for (int i = 0; i < sums.length; i++) {
      scores[acts.get(i).ordinal()] = sums[i] / SCALE;
    }
    return scores;
  }

  /**
   * The features that spoke most for an act against the mean of the acts, strongest first; equals
   * in the order of the alphabet.
   */
  List<String> spokeFor(Act act, Set<String> features, int most) {
    int column = acts.indexOf(act);
    Map<String, Double> spoken = new HashMap<>();
    for (String feature : features) {
      Row row = weights.get(feature);
      if (row != null && row.of[column] > row.mean) {
        spoken.put(feature, row.of[column] - row.mean);
      }
    }
    return spoken.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
