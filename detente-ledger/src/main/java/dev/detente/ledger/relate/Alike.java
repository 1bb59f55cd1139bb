package dev.detente.ledger.relate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How much two stretches of text mean the same. What is rare in the two articles counts most.
 *
 * @param shared number of meanings that both have
 * @param weight of what both have: what is rare weighs up to 1
 * @param dice twice what both have, by the weight of all that the two have, 0 to 1
 * @param contained what both have, by the weight of the one that has less, 0 to 1
 * @param rarest weight of the rarest that both have
 * @param numbers 1 when they share a number, -1 when both have numbers and share none, else 0
 */
public record Alike(
    int shared, double weight, double dice, double contained, double rarest, int numbers) {

  /** How rare meanings are among the statements or events that are compared. Not thread-safe. */
  public static final class Rarity {
    /** Weights by how many have a meaning, for the first of them. */
    private static final int KEPT = 64;

    private final Map<String, Integer> counts;
    private final Map<String, Integer> others;
    private final double[] kept = new double[KEPT];
    private int all;

    public Rarity() {
      this(new HashMap<>(), Map.of(), 0);
    }

    private Rarity(Map<String, Integer> counts, Map<String, Integer> others, int all) {
      this.counts = counts;
      this.others = others;
      this.all = all;
    }

    /** How rare meanings are among what two articles have; counts nothing anew. */
    static Rarity of(Rarity one, Rarity other) {
      return new Rarity(one.counts, other.counts, one.all + other.all);
    }

    /** Counts what one statement or event means. */
    public void add(Set<String> meaning) {
      all++;
      Arrays.fill(kept, 0);
      meaning.forEach(one -> counts.merge(one, 1, Integer::sum));
    }

    /** From 0 when all have it to 1 when two have it: one in each article. */
    public double of(String meaning) {
      int having = counts.getOrDefault(meaning, 0) + others.getOrDefault(meaning, 0);
      double kind =
          switch (meaning.charAt(0)) {
            case '@' -> 0.5;
            case '!', '&' -> 0.8;
            default -> 1;
          };
      return rarity(Math.max(2, having)) * kind;
    }

    private double rarity(int having) {
      if (having < KEPT && kept[having] > 0) {
        return kept[having];
      }
      double top = Math.log(Math.max(3, all) / 2.0);
      double rarity = Math.max(0.05, Math.log((double) Math.max(3, all) / having) / top);
      if (having < KEPT) {
        kept[having] = rarity;
      }
      return rarity;
    }
  }

  /** Compares two stretches. */
  public static Alike of(Set<String> one, Set<String> other, Rarity rarity) {
    double first = 0;
    double second = 0;
    double both = 0;
    double rarest = 0;
    int shared = 0;
    boolean numbers = false;
    boolean sharedNumber = false;
    for (String meaning : one) {
      double weight = rarity.of(meaning);
      first += weight;
      numbers |= meaning.charAt(0) == '#';
      if (other.contains(meaning)) {
        both += weight;
        rarest = Math.max(rarest, weight);
        shared++;
        sharedNumber |= meaning.charAt(0) == '#';
      }
    }
    boolean otherNumbers = false;
    for (String meaning : other) {
      second += rarity.of(meaning);
      otherNumbers |= meaning.charAt(0) == '#';
    }
    double less = Math.min(first, second);
    return new Alike(
        shared,
        both,
        first + second == 0 ? 0 : 2 * both / (first + second),
        less == 0 ? 0 : both / less,
        rarest,
        sharedNumber ? 1 : numbers && otherNumbers ? -1 : 0);
  }
}
