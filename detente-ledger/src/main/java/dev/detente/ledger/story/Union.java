package dev.detente.ledger.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts what is joined into sets. Not thread-safe. */
final class Union<T extends Comparable<? super T>> {
  private final Map<T, T> parents = new HashMap<>();

  void add(T one) {
    parents.putIfAbsent(one, one);
  }

  void join(T one, T other) {
    T first = root(one);
    T second = root(other);
    if (!first.equals(second)) {
      if (first.compareTo(second) < 0) {
        parents.put(second, first);
      } else {
        parents.put(first, second);
      }
    }
  }

  /** The first of the set that holds it. */
  T root(T one) {
    T at = one;
    T parent = parents.getOrDefault(at, at);
    while (!parent.equals(at)) {
      T next = parents.getOrDefault(parent, parent);
      parents.put(at, next);
      at = parent;
      parent = next;
    }
    parents.putIfAbsent(at, at);
    return at;
  }

  /** The sets, each in order, by their first members. */
  List<List<T>> sets() {
    Map<T, List<T>> sets = new TreeMap<>();
    for (T one : new ArrayList<>(parents.keySet())) {
      sets.computeIfAbsent(root(one), key -> new ArrayList<>()).add(one);
    }
    List<List<T>> ordered = new ArrayList<>(sets.values());
    ordered.forEach(set -> set.sort(Comparator.naturalOrder()));
    return ordered;
  }
}
