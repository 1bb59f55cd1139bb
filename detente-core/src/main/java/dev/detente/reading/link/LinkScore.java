package dev.detente.reading.link;

import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import dev.detente.record.Relation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How probable it is that one statement denies, rejects, confirms, repeats or answers another: a
 * multinomial logistic model over {@link LinkFeatures}, whose weights a person can read in {@code
 * world/links.tsv} of the codebook. Trained by {@code training/link}. Immutable and thread-safe.
 */
public final class LinkScore {
  static final String FILE = "world/links.tsv";

  private static final Relation[] RELATIONS = Relation.values();

  /** Feature to one weight per relation, in the order of {@link Relation}; "no link" is 0. */
  private final Map<String, double[]> weights;

  private final Map<Relation, Double> thresholds;

  private LinkScore(Map<String, double[]> weights, Map<Relation, Double> thresholds) {
    this.weights = weights;
    this.thresholds = thresholds;
  }

  /**
   * Loads the weights of a codebook.
   *
   * @throws DetenteException DET-0341 when the file is missing or broken
   */
  public static LinkScore load(Codebook codebook) {
    Map<String, double[]> weights = new HashMap<>();
    Map<Relation, Double> thresholds = new EnumMap<>(Relation.class);
    int number = 0;
    try (InputStream stream = codebook.open(FILE)) {
      if (stream == null) {
        throw broken(0, "no such file");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.startsWith("#") || line.isBlank()) {
          continue;
        }
        String[] cells = line.split("\t", -1);
        if (cells.length != RELATIONS.length + 1) {
          throw broken(number, cells.length + " columns instead of " + (RELATIONS.length + 1));
        }
        double[] row = new double[RELATIONS.length];
        for (int i = 0; i < row.length; i++) {
          row[i] = Double.parseDouble(cells[i + 1]);
        }
        if (cells[0].equals("threshold")) {
          for (int i = 0; i < row.length; i++) {
            thresholds.put(RELATIONS[i], row[i]);
          }
        } else {
          weights.put(cells[0], row);
        }
      }
    } catch (NumberFormatException e) {
      throw broken(number, "not a number");
    } catch (IOException e) {
      throw new DetenteException(
          "DET-0341", "codebook file " + FILE + " cannot be read: " + e.getMessage(), e);
    }
    return new LinkScore(weights, thresholds);
  }

  private static DetenteException broken(int line, String what) {
    return new DetenteException(
        "DET-0341",
        "codebook file " + FILE + ", line " + line + ": " + what + "; restore the file");
  }

  /**
   * The probability of each relation from one statement to another; what is missing to 1 is the
   * probability that there is none.
   *
   * @param between where they stand; null when they are of different articles
   */
  public Map<Relation, Double> probabilities(
      LinkStatement from, LinkStatement to, @Nullable Between between) {
    double[] sums = new double[RELATIONS.length];
    LinkFeatures.of(from, to, between)
        .forEach(
            (name, value) -> {
              double[] row = weights.get(name);
              if (row != null) {
                for (int i = 0; i < sums.length; i++) {
                  sums[i] += row[i] * value;
                }
              }
            });
    double largest = 0;
    for (double sum : sums) {
      largest = Math.max(largest, sum);
    }
    double total = Math.exp(-largest);
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.exp(sums[i] - largest);
      total += sums[i];
    }
    Map<Relation, Double> probabilities = new EnumMap<>(Relation.class);
    for (int i = 0; i < sums.length; i++) {
      probabilities.put(RELATIONS[i], sums[i] / total);
    }
    return probabilities;
  }

  /** The probability from which a relation is worth recording. */
  public double threshold(Relation relation) {
    return thresholds.getOrDefault(relation, 0.5);
  }
}
