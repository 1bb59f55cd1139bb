package dev.detente.ledger.relate;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.record.json.RecordReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Prints the features of every pair of statements and events of different articles that may be one,
 * for {@code training/same.py}: {@code kind, article, id, article, id, probability, features}.
 */
final class SameFeatureDump {
  private SameFeatureDump() {}

  public static void main(String[] args) throws IOException {
    Codebook codebook = Codebook.bundled();
    Sketcher sketcher = new Sketcher(codebook, World.load(codebook));
    SameFinder finder = new SameFinder(new SameWeights(codebook));
    CandidateIndex index = new CandidateIndex();
    for (String line : Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8)) {
      index.add(sketcher.sketch(RecordReader.read(line)));
    }
    StringBuilder out = new StringBuilder();
    for (ArticleSketch one : index.all()) {
      for (ArticleSketch other : index.candidates(one)) {
        if (one.id().compareTo(other.id()) < 0) {
          var statements = finder.statements(one, other);
          for (StatementPair pair : statements) {
            row(out, "statement", one, pair.one.id(), other, pair.other.id(), pair.probability);
            features(out, pair.features());
          }
          for (EventPair pair : finder.events(one, other, statements)) {
            row(out, "event", one, pair.one.id(), other, pair.other.id(), pair.probability);
            features(out, pair.features());
          }
        }
      }
      System.out.print(out);
      out.setLength(0);
    }
  }

  private static void row(
      StringBuilder out,
      String kind,
      ArticleSketch one,
      String id,
      ArticleSketch other,
      String otherId,
      double probability) {
    out.append(kind).append('\t').append(one.id()).append('\t').append(id).append('\t');
    out.append(other.id()).append('\t').append(otherId).append('\t');
    out.append(String.format(Locale.ROOT, "%.4f", probability)).append('\t');
  }

  private static void features(StringBuilder out, Map<String, Double> features) {
    StringJoiner joined = new StringJoiner(";");
    features.forEach(
        (name, value) -> joined.add(name + "=" + String.format(Locale.ROOT, "%.4f", value)));
    out.append(joined).append('\n');
  }
}
