package dev.detente.reading.link;

import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import dev.detente.record.Relation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How probable it is that a statement denies, rejects, confirms, repeats or answers another: a
 * multinomial logistic model over {@link LinkFeatures}, in which all candidates for one statement
 * compete with each other and with no link, for repeating apart from taking up. A person can read
 * its weights in {@code world/links.tsv} of the codebook. Trained by {@code training/link}.
 * Immutable and thread-safe.
 */
public final class LinkScore {
  static final String FILE = "world/links.tsv";

  private static final Relation[] RELATIONS = Relation.values();

  /**
   * Relations of which a statement has one at most: it may repeat one statement and deny another,
   * as a quote does with its paraphrase and with the claim, but neither repeat nor take up two.
   */
  static final List<Set<Relation>> CONTESTS =
      List.of(EnumSet.of(Relation.REPEATS), EnumSet.complementOf(EnumSet.of(Relation.REPEATS)));

  /** Days after which a statement may still be printed somewhere. */
  private static final int LATE = 2;

  /** Rows that are no features: one value per relation. */
  private static final String THRESHOLD = "threshold";

  private static final String SLOPE = "calibration slope";
  private static final String OFFSET = "calibration offset";

  /** Feature to one weight per relation, in the order of {@link Relation}; "no link" is 0. */
  private final LinkWeights weights;

  private final double[] thresholds;
  private final double[] slopes;
  private final double[] offsets;

  private LinkScore(Map<String, double[]> weights, double[][] calibration) {
    this.weights = new LinkWeights(weights);
    this.thresholds = calibration[0];
    this.slopes = calibration[1];
    this.offsets = calibration[2];
  }

  /** A statement that another may link to, and where it stands. */
  public record Candidate(LinkStatement to, Standing standing) {}

  /**
   * Loads the weights of a codebook.
   *
   * @throws DetenteException DET-0341 when the file is missing or broken
   */
  public static LinkScore load(Codebook codebook) {
    Map<String, double[]> weights = new HashMap<>();
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
        weights.put(cells[0], row);
      }
    } catch (NumberFormatException e) {
      throw broken(number, "not a number");
    } catch (IOException e) {
      throw new DetenteException(
          "DET-0341", "codebook file " + FILE + " cannot be read: " + e.getMessage(), e);
    }
    String[] names = {THRESHOLD, SLOPE, OFFSET};
    double[][] calibration = new double[names.length][];
    for (int i = 0; i < names.length; i++) {
      double[] row = weights.remove(names[i]);
      if (row == null) {
        throw broken(number, "no row " + names[i]);
      }
      calibration[i] = row;
    }
    return new LinkScore(weights, calibration);
  }

  private static DetenteException broken(int line, String what) {
    return new DetenteException(
        "DET-0341",
        "codebook file " + FILE + ", line " + line + ": " + what + "; restore the file");
  }

  /**
   * The probability of each relation from a statement to each candidate, in the same order. The
   * candidates compete for each of {@link #CONTESTS}: all chances of one contest together stay
   * below 1; what is missing is the probability that there is no such link.
   */
  public List<Map<Relation, Double>> probabilities(LinkStatement from, List<Candidate> candidates) {
    List<double[]> sums = new ArrayList<>(candidates.size());
    List<Map<Relation, Double>> probabilities = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      sums.add(sums(from, candidate));
      probabilities.add(new EnumMap<>(Relation.class));
    }
    for (Set<Relation> contest : CONTESTS) {
      double largest = 0;
      for (double[] sum : sums) {
        for (Relation relation : contest) {
          largest = Math.max(largest, sum[relation.ordinal()]);
        }
      }
      double total = Math.exp(-largest);
      for (double[] sum : sums) {
        for (Relation relation : contest) {
          total += Math.exp(sum[relation.ordinal()] - largest);
        }
      }
      for (int i = 0; i < sums.size(); i++) {
        for (Relation relation : contest) {
          double power = Math.exp(sums.get(i)[relation.ordinal()] - largest);
          probabilities.get(i).put(relation, power / total);
        }
      }
    }
    return probabilities;
  }

  private double[] sums(LinkStatement from, Candidate candidate) {
    double[] sums = new double[RELATIONS.length];
    LinkFeatures.tell(
        from,
        candidate.to(),
        candidate.standing(),
        (value, first, second, third, fourth) -> {
          double[] row = weights.row(first, second, third, fourth);
          if (row != null) {
            for (int i = 0; i < sums.length; i++) {
              sums[i] += row[i] * value;
            }
          }
        });
    return sums;
  }

  /** The features that speak most for a relation, strongest first: at most three. */
  List<String> reasons(LinkStatement from, Candidate candidate, Relation relation) {
    Map<String, Double> spoken = new HashMap<>();
    LinkFeatures.tell(
        from,
        candidate.to(),
        candidate.standing(),
        (value, first, second, third, fourth) -> {
          double[] row = weights.row(first, second, third, fourth);
          if (row != null && row[relation.ordinal()] * value > 0) {
            spoken.put(first + second + third + fourth, row[relation.ordinal()] * value);
          }
        });
    return spoken.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(3)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * How sure each relation from a statement to one of another article is, from 0 to 1. The pair is
   * looked at by itself: a denial may deny the same claim in many articles. Nothing takes up what
   * was published more than two days after it; so late some print the words of a day.
   *
   * @param from the statement that may deny, reject, confirm, repeat or answer
   * @param to the statement that it may do so to, described with the same keys of actors
   */
  public Map<Relation, Double> across(LinkStatement from, LinkStatement to, Apart apart) {
    Map<Relation, Double> confidences = new EnumMap<>(Relation.class);
    if (apart.days() != null && apart.days() < -LATE) {
      for (Relation relation : RELATIONS) {
        confidences.put(relation, 0.0);
      }
      return confidences;
    }
    probabilities(from, List.of(new Candidate(to, apart)))
        .get(0)
        .forEach(
            (relation, probability) ->
                confidences.put(relation, confidence(relation, probability)));
    return confidences;
  }

  /** The probability from which a relation is worth recording. */
  public double threshold(Relation relation) {
    return thresholds[relation.ordinal()];
  }

  /**
   * How often links of this probability were right on statements that Detente read itself, both
   * ends included: from 0 to 1.
   */
  public double confidence(Relation relation, double probability) {
    double bounded = Math.max(1e-6, Math.min(1 - 1e-6, probability));
    double odds = Math.log(bounded / (1 - bounded));
    int of = relation.ordinal();
    return 1 / (1 + Math.exp(-(slopes[of] * odds + offsets[of])));
  }
}
