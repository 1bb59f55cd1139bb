package dev.detente.ledger.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which articles a ledger holds, by the hashes of {@link Identity}: some forty bytes an article, so
 * that a run need not ask the file for each. Thread-safe.
 */
final class KnownArticles {
  /** A current version. */
  record Known(long n, long id, long address, long content) {}

  private static final long GONE = -1;

  private long[] n = new long[1024];
  private long[] id = new long[1024];
  private long[] address = new long[1024];
  private long[] content = new long[1024];
  private int size;
  private int[] byId = new int[4096];
  private int[] byAddress = new int[4096];

  /** Notes a current version, in the place of that of which it is another version. */
  synchronized void put(Known known, @Nullable Known before) {
    // One that was taken out and comes again takes its old slot.
    int slot = find(byId, id, before == null ? known.id() : before.id());
    if (slot >= 0) {
      set(slot, known);
      if (known.address() != 0 && find(byAddress, address, known.address()) < 0) {
        insert(byAddress, known.address(), slot);
      }
      return;
    }
    if (size == n.length) {
      n = Arrays.copyOf(n, size * 2);
      id = Arrays.copyOf(id, size * 2);
      address = Arrays.copyOf(address, size * 2);
      content = Arrays.copyOf(content, size * 2);
    }
    set(size++, known);
    if (size * 3 > byId.length) {
      rehash(byId.length * 2);
    } else {
      index(size - 1);
    }
  }

  private void set(int slot, Known known) {
    n[slot] = known.n();
    id[slot] = known.id();
    address[slot] = known.address();
    content[slot] = known.content();
  }

  /** Forgets the article with this id. */
  synchronized void forget(long hash) {
    int slot = find(byId, id, hash);
    if (slot >= 0) {
      n[slot] = GONE;
    }
  }

  private void rehash(int capacity) {
    byId = new int[capacity];
    byAddress = new int[capacity];
    for (int slot = 0; slot < size; slot++) {
      index(slot);
    }
  }

  private void index(int slot) {
    insert(byId, id[slot], slot);
    if (address[slot] != 0) {
      insert(byAddress, address[slot], slot);
    }
  }

  private static void insert(int[] table, long hash, int slot) {
    int at = (int) hash & table.length - 1;
    while (table[at] != 0) {
      at = at + 1 & table.length - 1;
    }
    table[at] = slot + 1;
  }

  private static int find(int[] table, long[] hashes, long hash) {
    int at = (int) hash & table.length - 1;
    while (table[at] != 0) {
      if (hashes[table[at] - 1] == hash) {
        return table[at] - 1;
      }
      at = at + 1 & table.length - 1;
    }
    return -1;
  }

  /** The current version with this id; null when there is none. */
  synchronized @Nullable Known withId(long hash) {
    int slot = find(byId, id, hash);
    return known(slot);
  }

  /** The current version with this address; null when there is none. */
  synchronized @Nullable Known withAddress(long hash) {
    int slot = hash == 0 ? -1 : find(byAddress, address, hash);
    return known(slot);
  }

  private @Nullable Known known(int slot) {
    return slot < 0 || n[slot] == GONE
        ? null
        : new Known(n[slot], id[slot], address[slot], content[slot]);
  }
}
