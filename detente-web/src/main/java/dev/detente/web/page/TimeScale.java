package dev.detente.web.page;

import dev.detente.ledger.relate.DayRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Days from left to right in a picture. Immutable. */
final class TimeScale {
  private static final int MARKS = 9;

  /** Days of a stretch that is too vague to say where a picture begins. */
  private static final int LONGEST = 366;

  /** Days that a picture holds at least. */
  private static final int SHORTEST = 10;

  private final long first;
  private final long last;
  private final double left;
  private final double right;

  /**
   * @param first its day begins at the left edge
   * @param last its day ends at the right edge
   */
  TimeScale(LocalDate first, LocalDate last, double left, double right) {
    this.first = first.toEpochDay();
    this.last = Math.max(first.toEpochDay(), last.toEpochDay()) + 1;
    this.left = left;
    this.right = right;
  }

  /**
   * A scale that holds all stretches of a year or less, with room around them; null when there are
   * none.
   *
   * @param days null for what has no day
   * @param around days before the first and after the last
   */
  static @Nullable TimeScale around(
      Stream<@Nullable DayRange> days, int around, double left, double right) {
    List<DayRange> known =
        days.filter(range -> range != null && range.days() <= LONGEST)
            .map(Objects::requireNonNull)
            .toList();
    if (known.isEmpty()) {
      return null;
    }
    long first = known.stream().mapToLong(DayRange::first).min().orElseThrow();
    long last = known.stream().mapToLong(DayRange::last).max().orElseThrow();
    return new TimeScale(
        LocalDate.ofEpochDay(first - around),
        LocalDate.ofEpochDay(Math.max(last, first + SHORTEST) + around),
        left,
        right);
  }

  /** Where a day begins. */
  double x(LocalDate day) {
    return x(day.toEpochDay());
  }

  /** Where a day begins, in days since 1970; days outside lie at the edge. */
  double x(long day) {
    long inside = Math.max(first, Math.min(last, day));
    return left + (right - left) * (inside - first) / (last - first);
  }

  /** The middle of a day. */
  double middle(long day) {
    return (x(day) + x(day + 1)) / 2;
  }

  /** Draws marks of time below a picture: days, months or years, by how much room there is. */
  void draw(Svg svg, double y, double top, Wording wording) {
    long days = last - first;
    Period step =
        days <= MARKS
            ? Period.ofDays(1)
            : days <= 7L * MARKS
                ? Period.ofDays(7)
                : days <= 31L * MARKS
                    ? Period.ofMonths(1)
                    : days <= 92L * MARKS
                        ? Period.ofMonths(3)
                        : Period.ofYears((int) (1 + days / (366L * MARKS)));
    double end = left - 40;
    for (LocalDate mark : marks(step)) {
      double x = x(mark);
      svg.line("tick", x, top, x, y - 12);
      if (x - end >= 46 && x < right - 24) {
        String text =
            step.getYears() > 0
                ? Integer.toString(mark.getYear())
                : step.getMonths() > 0 ? Dates.month(mark, wording) : Dates.shortDay(mark, wording);
        svg.text("mark", "start", x, y, text);
        end = x + 6.5 * text.length();
      }
    }
  }

  private List<LocalDate> marks(Period step) {
    LocalDate begin = LocalDate.ofEpochDay(first);
    LocalDate mark =
        step.getYears() > 0
            ? begin.withDayOfYear(1)
            : step.getMonths() > 0
                ? begin.withDayOfMonth(1)
                : step.getDays() == 7
                    ? begin.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    : begin;
    List<LocalDate> marks = new ArrayList<>();
    for (; mark.toEpochDay() < last && marks.size() < 400; mark = mark.plus(step)) {
      if (mark.toEpochDay() >= first) {
        marks.add(mark);
      }
    }
    return marks;
  }
}
