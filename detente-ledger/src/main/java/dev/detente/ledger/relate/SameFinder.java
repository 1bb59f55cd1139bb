package dev.detente.ledger.relate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which statements and events of two articles are the same. Immutable and thread-safe. */
final class SameFinder {
  /** Pairs of two articles that are compared: keeps the time of long articles bounded. */
  private static final int MOST = 20_000;

  private final SameWeights weights;

  SameFinder(SameWeights weights) {
    this.weights = weights;
  }

  /** The pairs of statements that may be one, with their probabilities. */
  List<StatementPair> statements(ArticleSketch one, ArticleSketch other) {
    Alike.Rarity rarity = new Alike.Rarity();
    one.statements().forEach(statement -> rarity.add(statement.meaning()));
    other.statements().forEach(statement -> rarity.add(statement.meaning()));
    List<StatementPair> pairs = new ArrayList<>();
    Map<String, Double> best = new HashMap<>();
    for (StatementSketch first : one.statements()) {
      for (StatementSketch second : other.statements()) {
        if (pairs.size() < MOST
            && StatementPair.speakers(first, second) != null
            && StatementPair.near(first.days(), second.days())) {
          StatementPair pair =
              new StatementPair(first, second, Alike.of(first.meaning(), second.meaning(), rarity));
          pairs.add(pair);
          best.merge("1" + first.id(), pair.rank(), Math::max);
          best.merge("2" + second.id(), pair.rank(), Math::max);
        }
      }
    }
    for (StatementPair pair : pairs) {
      pair.bestOfOne = reached(pair.rank(), best.get("1" + pair.one.id()));
      pair.bestOfOther = reached(pair.rank(), best.get("2" + pair.other.id()));
      pair.probability = weights.statement(pair.features());
    }
    return pairs;
  }

  private static boolean reached(double rank, @Nullable Double best) {
    return best != null && rank >= best - 1e-9;
  }

  /** The pairs of events that may be one, with their probabilities. */
  List<EventPair> events(ArticleSketch one, ArticleSketch other, List<StatementPair> statements) {
    Map<String, Double> said = new HashMap<>();
    for (StatementPair pair : statements) {
      said.merge(pair.one.id() + "/" + pair.other.id(), pair.probability, Math::max);
    }
    Alike.Rarity rarity = new Alike.Rarity();
    one.events().forEach(event -> rarity.add(event.meaning()));
    other.events().forEach(event -> rarity.add(event.meaning()));
    List<EventPair> pairs = new ArrayList<>();
    Map<String, Double> best = new HashMap<>();
    for (EventSketch first : one.events()) {
      for (EventSketch second : other.events()) {
        if (pairs.size() < MOST
            && EventPair.possible(first, second, one.published(), other.published())) {
          EventPair pair =
              new EventPair(first, second, Alike.of(first.meaning(), second.meaning(), rarity));
          for (String statement : first.statements()) {
            for (String theirs : second.statements()) {
              pair.bothSaid = true;
              pair.statements =
                  Math.max(pair.statements, said.getOrDefault(statement + "/" + theirs, 0.0));
            }
          }
          pairs.add(pair);
          best.merge("1" + first.id(), pair.rank(), Math::max);
          best.merge("2" + second.id(), pair.rank(), Math::max);
        }
      }
    }
    for (EventPair pair : pairs) {
      pair.bestOfOne = reached(pair.rank(), best.get("1" + pair.one.id()));
      pair.bestOfOther = reached(pair.rank(), best.get("2" + pair.other.id()));
      pair.probability = weights.event(pair.features());
    }
    return pairs;
  }
}
