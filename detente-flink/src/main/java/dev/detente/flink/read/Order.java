package dev.detente.flink.read;

/**
 * The place of an article among all of a job's: that of its input, then its own within it. A number
 * that sorts, since Flink sorts by it where order matters. Stateless.
 */
public final class Order {
  /** Of the number, for the place within an input. */
  private static final int BITS = 33;

  private Order() {}

  /**
   * The place of an article.
   *
   * @param input of its input, from 0, less than 2^30
   * @param ordinal within the input, from 1, less than 2^33
   */
  public static long of(int input, long ordinal) {
    return (long) input << BITS | ordinal;
  }
}
