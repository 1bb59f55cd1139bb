package dev.detente.reading.event;

import dev.detente.article.DetenteException;
import dev.detente.record.EventType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

  /** Whether there is an event and who takes part in what way; then where and when. */
  private static final List<String> FILES = List.of("choices.tsv", "occasions.tsv");

  private static final EventType[] TYPES = EventType.values();

  /**
   * By question and feature: the feature's weight, then, when there are any, those that it has
   * beside for events of each type.
   */
  private final Map<String, Map<String, double[]>> weights;

  private ChoiceModel(Map<String, Map<String, double[]>> weights) {
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
    Map<String, Map<String, double[]>> weights = new HashMap<>();
    FILES.forEach(file -> load(file, weights));
    return new ChoiceModel(weights);
  }

  private static void load(String file, Map<String, Map<String, double[]>> weights) {
    try (InputStream stream = ChoiceModel.class.getResourceAsStream(file)) {
      if (stream == null) {
        return;
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split("\t", -1);
        put(
            weights.computeIfAbsent(cells[0], question -> new HashMap<>()),
            cells[1],
            Double.parseDouble(cells[2]));
      }
    } catch (IOException | RuntimeException e) {
      throw new DetenteException(
          "DET-0320", "the weights " + file + " cannot be read; install Detente anew", e);
    }
  }

  /** Files a weight under its feature; {@code TYPE|feature} is the feature's for that type. */
  private static void put(Map<String, double[]> known, String name, double weight) {
    int bar = name.indexOf('|');
    int type = bar < 0 ? -1 : typeOf(name.substring(0, bar));
    String feature = type < 0 ? name : name.substring(bar + 1);
    double[] row = known.computeIfAbsent(feature, key -> new double[1]);
    if (type >= 0 && row.length == 1) {
      row = Arrays.copyOf(row, 1 + TYPES.length);
      known.put(feature, row);
    }
    row[1 + type] = weight;
  }

  private static int typeOf(String name) {
    for (EventType type : TYPES) {
      if (type.name().equals(name)) {
        return type.ordinal();
      }
    }
    return -1;
  }

  /** Whether there are weights for a question. */
  boolean answers(String question) {
    return weights.containsKey(question);
  }

  /**
   * The best candidate.
   *
   * @param index into the candidates; -1 for none
   */
  record Choice(int index) {}

  /**
   * Chooses among candidates, each given by its features, and none; null when the question has no
   * weights.
   *
   * @param type event type that features are also looked up with; null for none
   */
  @Nullable Choice choose(
      String question, @Nullable EventType type, List<List<String>> candidates) {
    return choose(question, type, candidates, 1);
  }

  /**
   * Chooses among candidates and none as {@link #choose(String, EventType, List)} does.
   *
   * @param somebody as how many times as likely as it is a candidate counts against none of them
   */
  @Nullable Choice choose(
      String question, @Nullable EventType type, List<List<String>> candidates, double somebody) {
    Map<String, double[]> known = weights.get(question);
    if (known == null) {
      return null;
    }
    double best = score(known, type, List.of(NOBODY)) - Math.log(somebody);
    int chosen = -1;
    for (int i = 0; i < candidates.size(); i++) {
      double score = score(known, type, candidates.get(i));
      if (score > best) {
        best = score;
        chosen = i;
      }
    }
    return new Choice(chosen);
  }

  /**
   * The probability that the only candidate is right; {@code otherwise} when the question has no
   * weights.
   */
  double probability(
      String question, @Nullable EventType type, List<String> features, double otherwise) {
    Map<String, double[]> known = weights.get(question);
    if (known == null) {
      return otherwise;
    }
    double margin = score(known, type, features) - score(known, type, List.of(NOBODY));
    return 1 / (1 + Math.exp(-margin));
  }

  private static double score(
      Map<String, double[]> known, @Nullable EventType type, List<String> features) {
    double score = 0;
    for (String feature : features) {
      double[] row = known.get(feature);
      if (row != null) {
        score += row[0];
        if (type != null && row.length > 1) {
          score += row[1 + type.ordinal()];
        }
      }
    }
    return score;
  }
}
