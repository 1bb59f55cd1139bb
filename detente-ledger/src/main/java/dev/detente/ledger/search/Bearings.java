package dev.detente.ledger.search;

import dev.detente.source.duplicate.Days;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what an article is found and compared. Not to be changed.
 *
 * @param keys under which articles that may have links find each other
 * @param copyKeys under which copies do
 * @param meanings hashes, ascending: of those found, who shares most of them is most alike
 * @param sketch what is compared
 * @param published when; null when that is unknown
 */
@SuppressWarnings("ArrayRecordComponent")
public record Bearings(
    Set<String> keys, long[] copyKeys, int[] meanings, byte[] sketch, @Nullable Days published) {}
