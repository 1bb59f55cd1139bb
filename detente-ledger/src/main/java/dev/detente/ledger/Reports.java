package dev.detente.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which articles print one report, while a few of them are put together anew. Not thread-safe. */
final class Reports {
  /** Each group, the one that printed it first before the others, by all that are in it. */
  private final Map<Long, List<Long>> groups = new HashMap<>();

  private final Set<Long> touched = new TreeSet<>();

  /**
   * @param groups as they are so far
   */
  Reports(Collection<List<Long>> groups) {
    groups.forEach(this::put);
  }

  private void put(List<Long> group) {
    group.forEach(n -> groups.put(n, group));
  }

  /** The articles that print the report that this one does; empty when it has none but its own. */
  List<Long> with(long n) {
    return groups.getOrDefault(n, List.of());
  }

  /** Says anew which of some articles print one report. */
  void put(Collection<Long> articles, List<List<Long>> reports) {
    groups.keySet().removeAll(articles);
    reports.forEach(this::put);
    touched.addAll(articles);
  }

  /** The articles of which something was said anew. */
  List<Long> touched() {
    return List.copyOf(touched);
  }

  /** The groups that these are in. */
  List<List<Long>> groups() {
    List<List<Long>> found = new ArrayList<>();
    for (long n : touched) {
      List<Long> group = with(n);
      if (!group.isEmpty() && group.get(0) == n) {
        found.add(group);
      }
    }
    return found;
  }
}
