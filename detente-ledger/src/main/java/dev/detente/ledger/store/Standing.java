package dev.detente.ledger.store;

/** How an article stands to what a ledger holds. */
public enum Standing {
  /** Not there yet. */
  NEW,
  /** There, word for word. */
  UNCHANGED,
  /** There in another version. */
  CHANGED,
  /** Taken out before, by {@code remove}. */
  REMOVED
}
