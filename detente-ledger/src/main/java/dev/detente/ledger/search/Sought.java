package dev.detente.ledger.search;

/**
 * An article for which others are sought. Immutable.
 *
 * @param n its number; only articles with a lower one are found
 */
public record Sought(long n, Bearings bearings) {}
