package dev.detente.ledger.search;

/**
 * An article that was found. Immutable.
 *
 * @param n its number
 * @param document where it stands in the index until that is asked for anything else
 */
public record Found(long n, int document) {}
