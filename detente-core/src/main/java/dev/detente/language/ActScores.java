package dev.detente.language;

import dev.detente.record.Act;
import java.util.Arrays;

/**
 * What a word says for each act of a statement: log-odds below the best act of this word, in steps
 * of an eighth. Immutable and thread-safe.
 */
public final class ActScores {
  /** Nothing is known of the word. */
  public static final ActScores NONE = new ActScores(new byte[0]);

  /** Steps to one unit of log-odds. */
  private static final double STEPS = 8;

  private static final int LOWEST = 63;
  private static final int ACTS = Act.values().length;

  /** A letter for each number of steps. */
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private final byte[] below;

  private ActScores(byte[] below) {
    this.below = below;
  }

  /**
   * Rounds scores of a network.
   *
   * @param scores log-odds, one for each act in the order of {@link Act}
   */
  public static ActScores of(float[] scores) {
    if (scores.length != ACTS) {
      throw new IllegalArgumentException(scores.length + " scores for " + ACTS + " acts");
    }
    float best = scores[0];
    for (float score : scores) {
      best = Math.max(best, score);
    }
    byte[] below = new byte[ACTS];
    for (int i = 0; i < ACTS; i++) {
      below[i] = (byte) Math.min(LOWEST, Math.round((best - scores[i]) * STEPS));
    }
    return new ActScores(below);
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static ActScores parse(String written) {
    if (written.length() != ACTS) {
      throw new IllegalArgumentException("not " + ACTS + " letters: " + written);
    }
    byte[] below = new byte[ACTS];
    for (int i = 0; i < ACTS; i++) {
      int steps = LETTERS.indexOf(written.charAt(i));
      if (steps < 0) {
        throw new IllegalArgumentException("no score: " + written.charAt(i));
      }
      below[i] = (byte) steps;
    }
    return new ActScores(below);
  }

  public boolean isEmpty() {
    return below.length == 0;
  }

  /** Log-odds of an act below this word's best one: 0 for the best; 0 where nothing is known. */
  public double of(Act act) {
    return isEmpty() ? 0 : -below[act.ordinal()] / STEPS;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ActScores scores && Arrays.equals(below, scores.below);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(below);
  }

  /** A letter for each act in the order of {@link Act}, {@code A} for the best. */
  @Override
  public String toString() {
    StringBuilder written = new StringBuilder(below.length);
    for (byte steps : below) {
      written.append(LETTERS.charAt(steps));
    }
    return written.toString();
  }
}
