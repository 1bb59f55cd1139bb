package dev.detente.ledger.relate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    List<StatementSketch> firsts = one.statements();
    List<StatementSketch> seconds = other.statements();
    Alike.Rarity rarity = Alike.Rarity.of(one.said(), other.said());
    List<StatementPair> pairs = new ArrayList<>();
    double[] bestOfOne = new double[firsts.size()];
    double[] bestOfOther = new double[seconds.size()];
    for (int i = 0; i < firsts.size(); i++) {
      StatementSketch first = firsts.get(i);
      for (int j = 0; j < seconds.size(); j++) {
        StatementSketch second = seconds.get(j);
        if (pairs.size() < MOST
            && StatementPair.near(first.days(), second.days())
            && StatementPair.speakers(first, second) != null) {
          StatementPair pair =
              new StatementPair(first, second, Alike.of(first.meaning(), second.meaning(), rarity));
          pairs.add(pair);
          bestOfOne[i] = Math.max(bestOfOne[i], pair.rank());
          bestOfOther[j] = Math.max(bestOfOther[j], pair.rank());
          pair.first = i;
          pair.second = j;
        }
      }
    }
    for (StatementPair pair : pairs) {
      pair.bestOfOne = reached(pair.rank(), bestOfOne[pair.first]);
      pair.bestOfOther = reached(pair.rank(), bestOfOther[pair.second]);
      pair.probability = weights.statement(pair.features());
    }
    answering(one, other, pairs);
    return pairs;
  }

  /** Two who deny the same may be one: what they answer tells where "the claim" does not. */
  private void answering(ArticleSketch one, ArticleSketch other, List<StatementPair> pairs) {
    if (one.answers().isEmpty() || other.answers().isEmpty()) {
      return;
    }
    Said alone = new Said(other, pairs);
    for (StatementPair pair : pairs) {
      List<Integer> theirs = other.answers().getOrDefault(pair.second, List.of());
      if (!theirs.isEmpty()) {
        for (int first : one.answers().getOrDefault(pair.first, List.of())) {
          for (int second : theirs) {
            pair.bothAnswer = true;
            pair.answered = Math.max(pair.answered, alone.of(first, second));
          }
        }
      }
    }
    for (StatementPair pair : pairs) {
      if (pair.bothAnswer) {
        pair.probability = weights.statement(pair.features());
      }
    }
  }

  private static boolean reached(double rank, double best) {
    return rank >= best - 1e-9;
  }

  /** The pairs of events that may be one, with their probabilities. */
  List<EventPair> events(ArticleSketch one, ArticleSketch other, List<StatementPair> statements) {
    List<EventSketch> firsts = one.events();
    List<EventSketch> seconds = other.events();
    Said said = null;
    Alike.Rarity rarity = Alike.Rarity.of(one.told(), other.told());
    List<EventPair> pairs = new ArrayList<>();
    double[] bestOfOne = new double[firsts.size()];
    double[] bestOfOther = new double[seconds.size()];
    for (int i = 0; i < firsts.size(); i++) {
      EventSketch first = firsts.get(i);
      for (int j = 0; j < seconds.size(); j++) {
        EventSketch second = seconds.get(j);
        if (pairs.size() < MOST
            && EventPair.possible(first, second, one.published(), other.published())) {
          EventPair pair =
              new EventPair(
                  first,
                  second,
                  one.published(),
                  other.published(),
                  Alike.of(first.meaning(), second.meaning(), rarity));
          if (said == null) {
            said = new Said(other, statements);
          }
          for (String statement : first.statements()) {
            for (String theirs : second.statements()) {
              pair.bothSaid = true;
              pair.statements =
                  Math.max(pair.statements, said.of(one.place(statement), other.place(theirs)));
            }
          }
          pairs.add(pair);
          bestOfOne[i] = Math.max(bestOfOne[i], pair.rank());
          bestOfOther[j] = Math.max(bestOfOther[j], pair.rank());
          pair.first = i;
          pair.second = j;
        }
      }
    }
    for (EventPair pair : pairs) {
      pair.bestOfOne = reached(pair.rank(), bestOfOne[pair.first]);
      pair.bestOfOther = reached(pair.rank(), bestOfOther[pair.second]);
      pair.probability = weights.event(pair.features());
    }
    return pairs;
  }

  /** How probable it is that statements of two articles are one, by their places in them. */
  private static final class Said {
    private final int width;
    private final Map<Integer, Double> probabilities;

    Said(ArticleSketch other, List<StatementPair> pairs) {
      this.width = other.statements().size();
      this.probabilities = new HashMap<>(2 * pairs.size());
      for (StatementPair pair : pairs) {
        probabilities.put(pair.first * width + pair.second, pair.probability);
      }
    }

    double of(int first, int second) {
      return first < 0 || second < 0 ? 0 : probabilities.getOrDefault(first * width + second, 0.0);
    }
  }
}
