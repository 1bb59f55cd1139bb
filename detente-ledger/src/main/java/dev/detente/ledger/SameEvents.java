package dev.detente.ledger;

import dev.detente.ledger.store.ItemNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events of several articles are one, by the links between them: all by their numbers, and
 * nothing of events that stand alone. One thread.
 */
final class SameEvents {
  private final Map<Long, Long> parents = new HashMap<>();
  private final Map<Long, List<Long>> members = new HashMap<>();
  private final Map<Long, String> outlets = new HashMap<>();
  private final Map<Long, Long> numbers = new HashMap<>();

  /**
   * An event with its reports.
   *
   * @param number the same for all of them
   * @param first whether it is met for the first time
   * @param reports how many
   */
  record Group(long number, boolean first, int reports, int outlets, int articles) {}

  SameEvents(Ledger ledger) {
    ledger
        .database()
        .visit(
            "SELECT from_item, to_item FROM link WHERE relation = 'same' AND from_item % 2 = 1",
            row -> {
              parents.put(root(row.getLong(1)), root(row.getLong(2)));
              return true;
            });
    for (long one : new ArrayList<>(parents.keySet())) {
      members.computeIfAbsent(root(one), key -> new ArrayList<>(2)).add(one);
    }
    ledger
        .database()
        .visit(
            "SELECT n, outlet FROM article WHERE outlet IS NOT NULL AND n IN (SELECT"
                + " unnest([from_item >> 20, to_item >> 20]) FROM link WHERE relation = 'same' AND"
                + " from_item % 2 = 1)",
            row -> {
              outlets.put(row.getLong(1), row.getString(2).intern());
              return true;
            });
  }

  private long root(long one) {
    parents.putIfAbsent(one, one);
    long at = one;
    for (long above = above(at); above != at; above = above(at)) {
      parents.put(at, above(above));
      at = above;
    }
    return at;
  }

  private long above(long one) {
    return parents.getOrDefault(one, one);
  }

  /**
   * The event that this one is.
   *
   * @param item its number in the ledger
   * @param own number of this event alone, for others
   */
  Group group(long item, long own) {
    if (!parents.containsKey(item)) {
      return new Group(own, true, 1, 1, 1);
    }
    long root = root(item);
    @Nullable Long before = numbers.putIfAbsent(root, own);
    List<Long> all = members.getOrDefault(root, List.of(item));
    Set<Long> articles = new HashSet<>();
    Set<Object> papers = new HashSet<>();
    for (long one : all) {
      long article = ItemNumber.article(one);
      String outlet = outlets.get(article);
      articles.add(article);
      papers.add(outlet == null ? article : outlet);
    }
    return new Group(
        before == null ? own : before, before == null, all.size(), papers.size(), articles.size());
  }
}
