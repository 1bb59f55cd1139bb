package dev.detente.ledger;

import dev.detente.ledger.relate.End;
import dev.detente.ledger.store.ItemNumber;
import dev.detente.ledger.store.LedgerDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which claims somebody denies, rejects or confirms, in the order of their sheets and by the
 * numbers of what they are told by alone, so that those of a large ledger can be held; {@link
 * AcrossArticles#sheets} has what is known of some of them. Immutable and thread-safe.
 */
public final class ClaimList {
  /** A claim: the statements that make it, the first of which names it. */
  record Claim(long first, long[] members) {}

  private final List<Claim> claims;

  private ClaimList(List<Claim> claims) {
    this.claims = List.copyOf(claims);
  }

  /** How many there are. */
  public int size() {
    return claims.size();
  }

  List<Claim> part(int from, int to) {
    return claims.subList(from, to);
  }

  /** Those that one of these statements makes. */
  ClaimList of(Set<Long> items) {
    return new ClaimList(
        claims.stream()
            .filter(claim -> Arrays.stream(claim.members()).anyMatch(items::contains))
            .toList());
  }

  /** The claims of a ledger. */
  static ClaimList of(LedgerDatabase database) {
    Sides sides = new Sides();
    database.visit(
        "SELECT from_item, to_item, CASE relation WHEN 'confirms' THEN 2 WHEN 'denies' THEN 1 WHEN"
            + " 'rejects' THEN 1 ELSE 0 END FROM link WHERE from_item % 2 = 0 AND relation IN"
            + " ('same', 'denies', 'rejects', 'confirms') UNION ALL SELECT from_item, to_item, CASE"
            + " relation WHEN 'confirms' THEN 2 WHEN 'repeats' THEN 0 ELSE 1 END FROM own_link WHERE"
            + " relation IN ('repeats', 'denies', 'rejects', 'confirms')",
        row -> {
          sides.add(row.getLong(1), row.getLong(2), row.getInt(3));
          return true;
        });
    return sides.claims(database);
  }

  /** Links between statements, by the numbers of these. */
  private static final class Sides {
    private static final int SAME = 0;
    private static final int DENIES = 1;

    private long[] ends = new long[2048];
    private byte[] kinds = new byte[1024];
    private int size;

    void add(long from, long to, int kind) {
      if (size == kinds.length) {
        kinds = Arrays.copyOf(kinds, size * 2);
        ends = Arrays.copyOf(ends, size * 4);
      }
      ends[2 * size] = from;
      ends[2 * size + 1] = to;
      kinds[size++] = (byte) kind;
    }

    ClaimList claims(LedgerDatabase database) {
      long[] items = Arrays.stream(ends, 0, 2 * size).sorted().distinct().toArray();
      int[] parents = new int[items.length];
      Arrays.setAll(parents, i -> i);
      int[] places = new int[2 * size];
      for (int i = 0; i < places.length; i++) {
        places[i] = Arrays.binarySearch(items, ends[i]);
      }
      for (int i = 0; i < size; i++) {
        if (kinds[i] == SAME) {
          int one = root(parents, places[2 * i]);
          int other = root(parents, places[2 * i + 1]);
          parents[Math.max(one, other)] = Math.min(one, other);
        }
      }
      // Which told thing takes which side on which.
      Map<Integer, Set<Integer>> denials = new HashMap<>();
      for (int i = 0; i < size; i++) {
        int answer = root(parents, places[2 * i]);
        int claim = root(parents, places[2 * i + 1]);
        if (kinds[i] != SAME && answer != claim) {
          Set<Integer> denying = denials.computeIfAbsent(claim, key -> new HashSet<>(2));
          if (kinds[i] == DENIES) {
            denying.add(answer);
          }
        }
      }
      Map<Integer, List<Long>> members = new HashMap<>();
      Set<Integer> needed = new HashSet<>(denials.keySet());
      denials.values().forEach(needed::addAll);
      for (int i = 0; i < items.length; i++) {
        int root = root(parents, i);
        if (needed.contains(root)) {
          members.computeIfAbsent(root, key -> new ArrayList<>(2)).add(items[i]);
        }
      }
      return ordered(denials, members, database);
    }

    private static int root(int[] parents, int one) {
      int at = one;
      while (parents[at] != at) {
        parents[at] = parents[parents[at]];
        at = parents[at];
      }
      return at;
    }

    private record Ranked(int voices, End end, Claim claim) {}

    private static ClaimList ordered(
        Map<Integer, Set<Integer>> denials,
        Map<Integer, List<Long>> members,
        LedgerDatabase database) {
      Set<Long> articles = new HashSet<>();
      denials
          .keySet()
          .forEach(
              claim ->
                  members
                      .getOrDefault(claim, List.of())
                      .forEach(item -> articles.add(ItemNumber.article(item))));
      Map<Long, String> ids = new HashMap<>();
      database.visit(
          "SELECT n, id FROM article",
          row -> {
            if (articles.contains(row.getLong(1))) {
              ids.put(row.getLong(1), row.getString(2));
            }
            return true;
          });
      List<Ranked> ranked = new ArrayList<>();
      denials.forEach(
          (claim, denying) -> {
            List<Long> own = members.getOrDefault(claim, List.of());
            long first = -1;
            End end = null;
            for (long item : own) {
              String article = ids.get(ItemNumber.article(item));
              End other = article == null ? null : new End(article, ItemNumber.id(item));
              if (other != null && (end == null || other.compareTo(end) < 0)) {
                end = other;
                first = item;
              }
            }
            if (end == null) {
              // Taken out while this was read.
              return;
            }
            int voices = own.size();
            for (int one : denying) {
              voices += members.getOrDefault(one, List.of()).size();
            }
            ranked.add(
                new Ranked(
                    voices,
                    end,
                    new Claim(first, own.stream().mapToLong(Long::longValue).toArray())));
          });
      ranked.sort(
          Comparator.comparingInt((Ranked one) -> -one.voices())
              .thenComparing(one -> one.end().toString()));
      return new ClaimList(ranked.stream().map(Ranked::claim).toList());
    }
  }
}
