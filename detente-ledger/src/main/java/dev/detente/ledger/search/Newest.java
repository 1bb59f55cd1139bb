package dev.detente.ledger.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Keeps the newest items: those of no day last, of one day those added last first. */
final class Newest {
  private record Hit(int day, long item) {}

  /** The last first. */
  private static final Comparator<Hit> ORDER =
      Comparator.comparingInt(Hit::day)
          .thenComparingLong(hit -> hit.item() >> 20)
          .thenComparing(Comparator.comparingLong(Hit::item).reversed());

  private final int most;
  private final @Nullable Hit after;
  private final PriorityQueue<Hit> kept = new PriorityQueue<>(ORDER);
  private final List<Hit> all = new ArrayList<>();

  /**
   * @param most how many are kept; 0 for all
   * @param after where they begin; null for the newest of all
   */
  Newest(int most, @Nullable Place after) {
    this.most = most;
    LocalDate day = after == null ? null : after.day();
    this.after =
        after == null
            ? null
            : new Hit(
                day == null ? Integer.MIN_VALUE : Math.toIntExact(day.toEpochDay()), after.item());
  }

  /**
   * Offers an item.
   *
   * @param day since 1970; {@link Integer#MIN_VALUE} for none
   */
  void add(int day, long item) {
    if (after != null && ORDER.compare(new Hit(day, item), after) >= 0) {
      return;
    }
    if (most == 0) {
      all.add(new Hit(day, item));
      return;
    }
    Hit last = kept.size() < most ? null : kept.peek();
    if (last == null) {
      kept.add(new Hit(day, item));
    } else if (day >= last.day()) {
      Hit hit = new Hit(day, item);
      if (ORDER.compare(hit, last) > 0) {
        kept.poll();
        kept.add(hit);
      }
    }
  }

  /** Whether there are as many as are kept. */
  boolean isFull() {
    return most > 0 && kept.size() >= most;
  }

  /** The items, newest first. */
  long[] items() {
    List<Hit> hits = most == 0 ? all : new ArrayList<>(kept);
    hits.sort(ORDER.reversed());
    return hits.stream().mapToLong(Hit::item).toArray();
  }
}
