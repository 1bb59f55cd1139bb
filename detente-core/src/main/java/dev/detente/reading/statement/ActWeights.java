package dev.detente.reading.statement;

import dev.detente.article.DetenteException;
import dev.detente.record.Act;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What the parts of the choice of acts count for, fitted by {@code training/acts/fit.py}, and which
 * act follows which: how many times as likely the first makes the second. Immutable and
 * thread-safe.
 *
 * @param words of the word model's scores
 * @param cue of the network's marks on the cue
 * @param content of the network's marks on the content
 * @param goesOn first and second act of a speaker's two statements, the second not all quoted
 * @param quotes the same where the second is a quote
 * @param answers first and second act of two speakers' statements
 */
record ActWeights(
    double words,
    double cue,
    double content,
    double[][] goesOn,
    double[][] quotes,
    double[][] answers) {
  private static final String RESOURCE = "act-weights.tsv";
  private static final int ACTS = Act.values().length;

  /**
   * Loads the weights beside this class.
   *
   * @throws DetenteException DET-0322 when they are missing or damaged
   */
  static ActWeights load() {
    try (InputStream stream = ActWeights.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IOException(RESOURCE + " is missing");
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      Map<String, Double> weights = new HashMap<>();
      double[][] same = new double[ACTS][];
      double[][] other = new double[ACTS][];
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] columns = line.split("\t");
        if (columns.length == 2) {
          weights.put(columns[0], Double.parseDouble(columns[1]));
        } else {
          double[] row = new double[ACTS];
          for (int i = 0; i < ACTS; i++) {
            row[i] = Double.parseDouble(columns[i + 2]);
          }
          (columns[0].equals("same") ? same : other)[Act.of(columns[1]).ordinal()] = row;
        }
      }
      return new ActWeights(
          weight(weights, "words"),
          weight(weights, "cue"),
          weight(weights, "content"),
          times(same, weight(weights, "goes-on")),
          times(same, weight(weights, "quotes")),
          times(other, weight(weights, "answers")));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new DetenteException(
          "DET-0322", "the weights of the act model are damaged; install Detente again", e);
    }
  }

  private static double weight(Map<String, Double> weights, String name) throws IOException {
    Double weight = weights.get(name);
    if (weight == null) {
      throw new IOException(RESOURCE + " lacks " + name);
    }
    return weight;
  }

  /** How many times as likely one act makes each other. */
  private static double[][] times(double[][] rows, double weight) throws IOException {
    double[][] factors = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] == null) {
        throw new IOException(RESOURCE + " lacks what follows " + Act.values()[i].label());
      }
      factors[i] = new double[rows[i].length];
      for (int j = 0; j < factors[i].length; j++) {
        factors[i][j] = StrictMath.exp(weight * rows[i][j]);
      }
    }
    return factors;
  }
}
