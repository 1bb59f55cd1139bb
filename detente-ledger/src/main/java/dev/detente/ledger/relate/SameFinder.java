package dev.detente.ledger.relate;

import dev.detente.record.Link;
import dev.detente.record.Relation;
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
    Map<String, List<String>> answered = answered(one);
    Map<String, List<String>> theirs = answered(other);
    if (answered.isEmpty() || theirs.isEmpty()) {
      return;
    }
    Map<String, Double> alone = probabilities(pairs);
    for (StatementPair pair : pairs) {
      for (String first : answered.getOrDefault(pair.one.id(), List.of())) {
        for (String second : theirs.getOrDefault(pair.other.id(), List.of())) {
          pair.bothAnswer = true;
          pair.answered = Math.max(pair.answered, alone.getOrDefault(first + "/" + second, 0.0));
        }
      }
      if (pair.bothAnswer) {
        pair.probability = weights.statement(pair.features());
      }
    }
  }

  /** What the statements of an article answer in it. */
  private static Map<String, List<String>> answered(ArticleSketch article) {
    Map<String, List<String>> answered = new HashMap<>();
    for (Link link : article.links()) {
      if (link.relation() != Relation.REPEATS) {
        answered.computeIfAbsent(link.from(), from -> new ArrayList<>()).add(link.to());
      }
    }
    return answered;
  }

  private static boolean reached(double rank, double best) {
    return rank >= best - 1e-9;
  }

  /** The pairs of events that may be one, with their probabilities. */
  List<EventPair> events(ArticleSketch one, ArticleSketch other, List<StatementPair> statements) {
    List<EventSketch> firsts = one.events();
    List<EventSketch> seconds = other.events();
    Map<String, Double> said = null;
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
            said = probabilities(statements);
          }
          for (String statement : first.statements()) {
            for (String theirs : second.statements()) {
              pair.bothSaid = true;
              pair.statements =
                  Math.max(pair.statements, said.getOrDefault(statement + "/" + theirs, 0.0));
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

  private static Map<String, Double> probabilities(List<StatementPair> statements) {
    Map<String, Double> said = new HashMap<>();
    for (StatementPair pair : statements) {
      said.merge(pair.one.id() + "/" + pair.other.id(), pair.probability, Math::max);
    }
    return said;
  }
}
