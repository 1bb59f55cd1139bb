package dev.detente.codebook.world;

import dev.detente.codebook.Codebook;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * From which country a person's name is, by pieces of its words: a log-linear model that {@code
 * training/world/fit_names.py} learns. It tells countries that an article is about anyhow from each
 * other; of a name alone it knows little. Immutable and thread-safe.
 */
public final class NameOrigins {
  private static final int LONGEST = 4;
  private static final double SCALE = 64;

  /** Piece of a word to its weights, as they stand in the table: read when asked for. */
  private final Map<String, String> weights = new HashMap<>();

  NameOrigins(Codebook codebook) {
    Rows.read(codebook, "world/name-origins.tsv", 2, cells -> weights.put(cells[0], cells[1]));
  }

  /**
   * How well a name fits each of some countries: differences are differences of the logarithms of
   * probabilities.
   *
   * @param name given name and surname, or one of them
   * @param countries ISO 3166-1 alpha-3
   * @return a score for each of the countries; 0 where nothing is known
   */
  public Map<String, Double> scores(String name, Collection<String> countries) {
    Map<String, Double> scores = new TreeMap<>();
    for (String country : countries) {
      scores.put(country, 0.0);
    }
    int known = 0;
    for (String piece : pieces(name)) {
      String row = weights.get(piece);
      if (row != null) {
        known++;
        add(row, scores);
      }
    }
    double scale = SCALE * Math.sqrt(Math.max(1, known));
    scores.replaceAll((country, sum) -> sum / scale);
    return scores;
  }

  private static void add(String row, Map<String, Double> scores) {
    for (String cell : Rows.split(row, ' ')) {
      int colon = cell.indexOf(':');
      scores.computeIfPresent(
          cell.substring(0, colon),
          (country, sum) -> sum + Integer.parseInt(cell, colon + 1, cell.length(), 10));
    }
  }

  private static Set<String> pieces(String name) {
    Set<String> pieces = new HashSet<>();
    for (String word : name.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      pieces.add("=" + word);
      String bound = "^" + word + "$";
      for (int start = 0; start < bound.length(); start++) {
        int last = Math.min(bound.length(), start + LONGEST);
        for (int end = start + 2; end <= last; end++) {
          pieces.add(bound.substring(start, end));
        }
      }
    }
    return pieces;
  }
}
