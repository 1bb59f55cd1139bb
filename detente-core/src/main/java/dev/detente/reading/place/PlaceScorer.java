package dev.detente.reading.place;

import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weighs the features of a mention: a logistic model whose weights are a table, fitted on annotated
 * articles by {@code training/world/fit_places.py}. Immutable and thread-safe.
 */
final class PlaceScorer {
  private final Map<String, Double> weights = new HashMap<>();

  PlaceScorer(Codebook codebook) {
    String path = "world/place-weights.tsv";
    try (InputStream stream = codebook.open(path)) {
      if (stream == null) {
        throw new DetenteException(
            "DET-0314", "codebook table " + path + " is missing; restore it");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0 && line.charAt(0) != '#') {
          weights.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
        }
      }
    } catch (NumberFormatException e) {
      throw new DetenteException(
          "DET-0312",
          "codebook table " + path + ": a weight is no number (" + e.getMessage() + "); correct it",
          e);
    } catch (IOException e) {
      throw new DetenteException(
          "DET-0302", "codebook table " + path + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Above 0: more likely a location than not. */
  double score(List<String> features) {
    double sum = 0;
    for (String feature : features) {
      sum += weights.getOrDefault(feature, 0.0);
    }
    return sum;
  }
}
