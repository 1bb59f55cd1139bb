package dev.detente.reading.link;

import dev.detente.article.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Things that stand somewhere in a text, found by where they stand without looking at all of them.
 * Immutable after the last {@link #add}; one thread builds it.
 */
final class Located<T> {
  /** A thing and where it stands. */
  private record Entry<T>(Span span, T thing) {}

  private final List<Entry<T>> entries = new ArrayList<>();
  private boolean sorted = true;

  void add(Span span, T thing) {
    entries.add(new Entry<>(span, thing));
    sorted = false;
  }

  /** Those that lie inside the stretch, in the order of the text. */
  List<T> inside(Span stretch) {
    if (!sorted) {
      entries.sort(Comparator.comparing(Entry::span));
      sorted = true;
    }
    List<T> found = new ArrayList<>();
    for (int i = first(stretch.start()); i < entries.size(); i++) {
      Entry<T> entry = entries.get(i);
      if (entry.span().start() >= stretch.end()) {
        break;
      }
      if (stretch.contains(entry.span())) {
        found.add(entry.thing());
      }
    }
    return found;
  }

  /** Index of the first that begins here or later. */
  private int first(int position) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).span().start() < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
