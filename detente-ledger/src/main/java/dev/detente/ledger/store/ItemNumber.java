package dev.detente.ledger.store;

/**
 * The number of a statement, event or article within a ledger: the article's number {@code n}, then
 * twenty bits for the place in it, so that all of an article lie together. {@code 0} is the article
 * itself, {@code 2k} its statement {@code sk} and {@code 2k+1} its event {@code ek}.
 */
public final class ItemNumber {
  private static final int BITS = 20;

  private ItemNumber() {}

  /** The item of an article with this number and an id of its record; -1 when there is no room. */
  public static long of(long n, String id) {
    int k = Integer.parseInt(id.substring(1));
    int slot = 2 * k + (id.charAt(0) == 'e' ? 1 : 0);
    return slot >= 1 << BITS ? -1 : (n << BITS) + slot;
  }

  /** The article itself. */
  public static long ofArticle(long n) {
    return n << BITS;
  }

  /** The number of the article that an item belongs to. */
  public static long article(long item) {
    return item >> BITS;
  }

  /** The id in the record: {@code s3}; empty for the article itself. */
  public static String id(long item) {
    long slot = item & ((1L << BITS) - 1);
    return slot == 0 ? "" : (slot % 2 == 1 ? "e" : "s") + slot / 2;
  }

  /** Whether it is an event. */
  public static boolean isEvent(long item) {
    return item % 2 == 1;
  }
}
