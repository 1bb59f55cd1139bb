package dev.detente.reading.link;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Weights of named features, a row each, found by the pieces of a name: the hash code of a string
 * follows from those of the strings it is joined of, so that no name has to be made of its pieces
 * only to be looked up. Immutable and thread-safe.
 */
final class LinkWeights {
  /** What one letter more multiplies a string's hash code by. */
  private static final int LETTER = 31;

  /** Open addressing, at most half full; null where a place is free. */
  private final @Nullable String[] names;

  private final double[][] rows;

  /** By a length what so many letters multiply a hash code by; as far as there are names. */
  private final int[] powers;

  LinkWeights(Map<String, double[]> weights) {
    int size = 4 * Integer.highestOneBit(Math.max(1, weights.size()));
    names = new String[size];
    rows = new double[size][];
    powers = new int[1 + weights.keySet().stream().mapToInt(String::length).max().orElse(0)];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * LETTER;
    }
    weights.forEach(
        (name, row) -> {
          int place = place(name.hashCode());
          while (names[place] != null) {
            place = next(place);
          }
          names[place] = name;
          rows[place] = row;
        });
  }

  /**
   * The row of the name that the pieces make, some of which may be empty; null when it has none.
   */
  double @Nullable [] row(String first, String second, String third, String fourth) {
    int hash = then(then(then(first.hashCode(), second), third), fourth);
    for (int place = place(hash); ; place = next(place)) {
      String name = names[place];
      if (name == null) {
        return null;
      }
      if (name.hashCode() == hash && joins(name, first, second, third, fourth)) {
        return rows[place];
      }
    }
  }

  private int place(int hash) {
    return (hash ^ hash >>> 16) & names.length - 1;
  }

  private int next(int place) {
    return place + 1 & names.length - 1;
  }

  /** The hash code of a string that a piece follows; of no name when the piece is too long. */
  private int then(int hash, String piece) {
    return piece.length() < powers.length ? hash * powers[piece.length()] + piece.hashCode() : 0;
  }

  private static boolean joins(
      String name, String first, String second, String third, String fourth) {
    int at = first.length();
    int beyond = at + second.length();
    int last = beyond + third.length();
    return name.length() == last + fourth.length()
        && name.startsWith(first)
        && name.startsWith(second, at)
        && name.startsWith(third, beyond)
        && name.startsWith(fourth, last);
  }
}
