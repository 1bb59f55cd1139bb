package dev.detente.reading.event;

import java.util.Collections;
import java.util.List;

/** What stands before a draft, and who is in it too. */
final class DraftOrder {
  private DraftOrder() {}

  /** How many of some drafts, in the order of the text, begin before another one. */
  static int before(List<Draft> drafts, Draft draft) {
    int low = 0;
    int high = drafts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (drafts.get(middle).anchor().start() < draft.anchor().start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether two lists of parties have one in common; an empty one may hold anybody. */
  static boolean share(List<String> one, List<String> other) {
    return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
  }
}
