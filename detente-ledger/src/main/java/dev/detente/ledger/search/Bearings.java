package dev.detente.ledger.search;

import java.util.Set;

/**
 * By what an article is found and compared. Not to be changed.
 *
 * @param keys under which articles that may have links find each other
 * @param copyKeys under which copies do
 * @param meanings hashes, ascending: of those found, who shares most of them is most alike
 * @param sketch what is compared
 */
@SuppressWarnings("ArrayRecordComponent")
public record Bearings(Set<String> keys, long[] copyKeys, int[] meanings, byte[] sketch) {}
