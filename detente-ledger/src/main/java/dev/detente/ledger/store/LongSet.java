package dev.detente.ledger.store;

import java.util.Arrays;

/** A set of hashes, some twenty bytes each. Not thread-safe. */
final class LongSet {
  private long[] slots = new long[1024];
  private int size;

  /** Adds one; false when it was there. */
  boolean add(long hash) {
    // 0 marks a free slot.
    long value = hash == 0 ? 1 : hash;
    int at = find(value);
    if (slots[at] == value) {
      return false;
    }
    slots[at] = value;
    if (++size * 2 > slots.length) {
      long[] before = slots;
      slots = new long[before.length * 2];
      Arrays.stream(before).filter(one -> one != 0).forEach(one -> slots[find(one)] = one);
    }
    return true;
  }

  /** Whether it is there. */
  boolean contains(long hash) {
    long value = hash == 0 ? 1 : hash;
    return slots[find(value)] == value;
  }

  private int find(long value) {
    int at = (int) (value ^ value >>> 32) & slots.length - 1;
    while (slots[at] != 0 && slots[at] != value) {
      at = at + 1 & slots.length - 1;
    }
    return at;
  }
}
