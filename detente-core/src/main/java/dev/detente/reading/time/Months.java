package dev.detente.reading.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Months and thirds of months. */
final class Months {
  private final Captures captures;
  private final Anchor anchor;
  private final Direction.Tense tense;
  private final Spoken spoken;

  Months(Captures captures, Anchor anchor, Direction.Tense tense, Spoken spoken) {
    this.captures = captures;
    this.anchor = anchor;
    this.tense = tense;
    this.spoken = spoken;
  }

  private @Nullable YearMonth monthValue(
      Match match, int index, String argument, Direction direction) {
    Integer month = captures.month(match, index);
    if (month == null) {
      return null;
    }
    Integer year = captures.year(match);
    if (year != null) {
      return YearMonth.of(year, month);
    }
    if (anchor.year() == null) {
      return null;
    }
    if (Captures.isNumber(argument)) {
      return YearMonth.of(anchor.year() + Integer.parseInt(argument), month);
    }
    if (argument.equals("after")) {
      return spoken.year() == null ? null : YearMonth.of(spoken.year() + 1, month);
    }
    if (anchor.month() == null) {
      return YearMonth.of(anchor.year(), month);
    }
    int now = anchor.month().getMonthValue();
    int ahead = Math.floorMod(month - now, 12);
    boolean future =
        switch (direction) {
          case PAST -> false;
          case FUTURE -> true;
          case OPEN -> ahead <= 4 || ahead <= 9 && tense.explicit(match);
        };
    if (ahead == 0) {
      return anchor.month();
    }
    return future ? anchor.month().plusMonths(ahead) : anchor.month().minusMonths(12L - ahead);
  }

  @Nullable Moment month(Match match, int index, String argument, Direction direction) {
    YearMonth month = monthValue(match, index, argument, direction);
    return month == null ? null : Moment.month(month);
  }

  @Nullable Moment months(Match match, Direction direction) {
    YearMonth to = monthValue(match, 1, "", direction);
    Integer first = captures.number(match, "month", 0);
    if (to == null || first == null) {
      return null;
    }
    YearMonth from = YearMonth.of(to.getYear(), first);
    if (from.isAfter(to)) {
      from = from.minusYears(1);
    }
    return Moment.of(from + "/" + to);
  }

  @Nullable Moment third(Match match, List<String> meaning, Direction direction) {
    Integer which = captures.third(match);
    String of = meaning.size() > 1 ? meaning.get(1) : "";
    int shift = meaning.size() > 2 ? Captures.number(meaning.get(2), 0) : 0;
    if (which == null) {
      return null;
    }
    if (of.equals("week")) {
      if (anchor.day() == null) {
        return anchor.about();
      }
      LocalDate monday = anchor.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      return switch (which) {
        case 1 -> Moment.days(monday, monday.plusDays(1));
        case 2 -> Moment.days(monday.plusDays(2), monday.plusDays(3));
        default -> Moment.days(monday.plusDays(3), monday.plusDays(4));
      };
    }
    if (of.equals("year")) {
      Integer year = captures.year(match);
      if (year == null && anchor.year() != null) {
        year = anchor.year() + shift;
      }
      if (year == null) {
        return null;
      }
      int month = which == 1 ? 1 : which == 2 ? 6 : 12;
      Moment value = Moment.month(YearMonth.of(year, month));
      return which == 3 ? value : value.approximate();
    }
    YearMonth month =
        !of.equals("this")
            ? monthValue(match, 0, of, direction)
            : anchor.month() == null ? null : anchor.month().plusMonths(shift);
    if (month == null) {
      return null;
    }
    return switch (which) {
      case 1 -> Moment.days(month.atDay(1), month.atDay(10));
      case 2 -> Moment.days(month.atDay(11), month.atDay(20));
      default -> Moment.days(month.atDay(21), month.atEndOfMonth());
    };
  }

  /**
   * The first, second, ... or last day, weekday or week of a month: weeks of seven days from the
   * first.
   */
  @Nullable Moment nth(Match match, String argument, Direction direction) {
    Integer which = captures.number(match, "nth", 0);
    YearMonth month =
        argument.equals("this") ? anchor.month() : monthValue(match, 0, argument, direction);
    if (which == null || month == null) {
      return null;
    }
    Integer weekday = captures.number(match, "weekday", 0);
    if (weekday != null) {
      return Moment.day(
          month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(which, DayOfWeek.of(weekday))));
    }
    LocalDate last = month.atEndOfMonth();
    if ("week".equals(captures.unit(match))) {
      LocalDate from = which < 0 ? last.minusDays(6) : month.atDay(7 * which - 6);
      return Moment.days(from, from.plusDays(6));
    }
    return Moment.day(which < 0 ? last : month.atDay(which));
  }

  /** The January after the turn of the year nearest to publication, or the December before it. */
  @Nullable Moment newYearMonth(String argument) {
    if (anchor.month() == null) {
      return null;
    }
    int year =
        anchor.month().getMonthValue() > 4
            ? anchor.month().getYear() + 1
            : anchor.month().getYear();
    YearMonth january = YearMonth.of(year, 1);
    return Moment.month(argument.equals("december") ? january.minusMonths(1) : january);
  }
}
