package dev.detente.web.page;

import dev.detente.ledger.tension.TensionPoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weeks that one page shows of tension: a year of them, however many there are. Immutable.
 *
 * @param points those with a value, in order
 * @param earlier the last week with a value before them; null when there is none
 * @param later a week up to which those after them can be asked for; null when there are none
 */
record YearOfWeeks(
    List<TensionPoint> points, @Nullable LocalDate earlier, @Nullable LocalDate later) {
  static final int WEEKS = 52;

  /**
   * The year that ends with the last week that begins no later than a day; when all begin later,
   * the first year.
   *
   * @param all week by week
   * @param until null for the last year
   */
  static YearOfWeeks of(List<TensionPoint> all, @Nullable LocalDate until) {
    List<TensionPoint> known = all.stream().filter(point -> point.value() != null).toList();
    if (known.isEmpty()) {
      return new YearOfWeeks(List.of(), null, null);
    }
    LocalDate last = null;
    for (TensionPoint point : known) {
      if (until == null || !point.from().isAfter(until)) {
        last = point.from();
      }
    }
    if (last == null) {
      last = known.get(0).from().plusWeeks(WEEKS - 1);
    }
    LocalDate first = last.minusWeeks(WEEKS - 1);
    LocalDate earlier = null;
    LocalDate later = null;
    List<TensionPoint> shown = new ArrayList<>();
    for (TensionPoint point : known) {
      if (point.from().isBefore(first)) {
        earlier = point.from();
      } else if (!point.from().isAfter(last)) {
        shown.add(point);
      } else if (later == null) {
        later = point.from().plusWeeks(WEEKS - 1);
      }
    }
    return new YearOfWeeks(List.copyOf(shown), earlier, later);
  }
}
