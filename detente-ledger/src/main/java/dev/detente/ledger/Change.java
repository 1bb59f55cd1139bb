package dev.detente.ledger;

import dev.detente.ledger.search.SearchIndex;

/** A change of a ledger's file and of its index. */
@FunctionalInterface
interface Change {
  /**
   * Makes it, within a transaction.
   *
   * @param generation the number of the ledger's state after it
   */
  void make(long generation, SearchIndex index);
}
