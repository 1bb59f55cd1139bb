package dev.detente.reading.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Days, weekdays, weeks, weekends and holidays. */
final class Days {
  /** Classes whose values are days of the week, 1 for Monday. */
  private static final List<String> DAY_CLASSES = List.of("weekday", "theday", "lastday");

  private final Captures captures;
  private final Anchor anchor;
  private final Direction.Tense tense;

  Days(Captures captures, Anchor anchor, Direction.Tense tense) {
    this.captures = captures;
    this.anchor = anchor;
    this.tense = tense;
  }

  @Nullable Moment weekday(Match match, List<String> meaning, Direction direction) {
    Integer number = null;
    for (String name : DAY_CLASSES) {
      number = number == null ? captures.number(match, name, 0) : number;
    }
    if (number == null) {
      return null;
    }
    if (anchor.day() == null) {
      return anchor.unknownDay();
    }
    DayOfWeek weekday = DayOfWeek.of(number);
    LocalDate today = anchor.day();
    String mode = meaning.size() > 1 ? meaning.get(1) : "";
    return switch (mode) {
      case "last" -> Moment.day(today.with(TemporalAdjusters.previous(weekday)));
      case "next" -> Moment.day(today.with(TemporalAdjusters.next(weekday)));
      case "week" -> {
        int weeks = Captures.number(meaning.size() > 2 ? meaning.get(2) : "", 0);
        yield Moment.day(
            today
                .plusWeeks(weeks)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusDays(number - 1L));
      }
      default -> Moment.day(nearest(weekday, today, tense.future(match, direction)));
    };
  }

  static LocalDate nearest(DayOfWeek weekday, LocalDate today, boolean future) {
    return today.with(
        future ? TemporalAdjusters.nextOrSame(weekday) : TemporalAdjusters.previousOrSame(weekday));
  }

  @Nullable Moment weekdays(Match match, Direction direction) {
    Integer first = captures.number(match, "weekday", 0);
    Integer second = captures.number(match, "weekday", 1);
    if (first == null || second == null) {
      return null;
    }
    if (anchor.day() == null) {
      return anchor.unknownDay();
    }
    boolean future = tense.future(match, direction);
    if (future) {
      LocalDate from = nearest(DayOfWeek.of(first), anchor.day(), true);
      return Moment.days(from, from.with(TemporalAdjusters.next(DayOfWeek.of(second))));
    }
    LocalDate to = nearest(DayOfWeek.of(second), anchor.day(), false);
    return Moment.days(to.with(TemporalAdjusters.previous(DayOfWeek.of(first))), to);
  }

  @Nullable Moment date(Match match, int index, String argument, Direction direction) {
    Integer day = captures.number(match, "day", index);
    Integer month = captures.month(match, index);
    if (month == null && index > 0) {
      month = captures.month(match, 0);
    }
    if (day == null || month == null) {
      return null;
    }
    Integer year = captures.year(match);
    if (year != null) {
      return Moment.day(LocalDate.of(year, month, day));
    }
    if (anchor.year() == null) {
      return null;
    }
    if (Captures.isNumber(argument)) {
      return Moment.day(LocalDate.of(anchor.year() + Integer.parseInt(argument), month, day));
    }
    return Moment.day(yearless(month, day, direction));
  }

  /**
   * A day told by its number alone ("the 15th"): of the month of publication when no more is known,
   * else the last such day up to publication or, in a clause of what is to come, the next one.
   */
  @Nullable Moment dayOfMonth(Match match, Direction direction) {
    Integer day = captures.number(match, "day", 0);
    if (day == null || anchor.month() == null) {
      return null;
    }
    if (anchor.day() == null) {
      return Moment.day(anchor.month().atDay(day));
    }
    LocalDate today = anchor.day();
    boolean future = tense.future(match, direction);
    YearMonth month = anchor.month();
    if (future && day < today.getDayOfMonth()) {
      month = month.plusMonths(1);
    } else if (!future && day > today.getDayOfMonth()) {
      month = month.minusMonths(1);
    }
    return Moment.day(month.atDay(day));
  }

  /** The day of this date nearest to publication, or before or after it. */
  private LocalDate yearless(int month, int day, Direction direction) {
    int base = Objects.requireNonNull(anchor.year());
    if (anchor.month() == null) {
      return LocalDate.of(base, month, day);
    }
    LocalDate today = anchor.day() != null ? anchor.day() : anchor.month().atDay(15);
    LocalDate best = null;
    long bestDistance = Long.MAX_VALUE;
    for (int year = base - 1; year <= base + 1; year++) {
      if (day > YearMonth.of(year, month).lengthOfMonth()) {
        continue;
      }
      LocalDate date = LocalDate.of(year, month, day);
      long ahead = ChronoUnit.DAYS.between(today, date);
      if (direction == Direction.PAST && ahead > 0 || direction == Direction.FUTURE && ahead < 0) {
        continue;
      }
      if (Math.abs(ahead) < bestDistance) {
        bestDistance = Math.abs(ahead);
        best = date;
      }
    }
    if (best == null) {
      throw new DateTimeException("no such day");
    }
    return best;
  }

  @Nullable Moment dates(Match match, String argument, Direction direction) {
    Integer first = captures.number(match, "day", 0);
    boolean twoMonths = match.capture("month", 1) != null;
    Moment to = date(match, 1, argument, direction);
    if (to == null || to.day() == null || first == null) {
      return null;
    }
    LocalDate from;
    if (twoMonths) {
      Integer month = captures.number(match, "month", 0);
      from = LocalDate.of(to.day().getYear(), Objects.requireNonNull(month), first);
      if (from.isAfter(to.day())) {
        from = from.minusYears(1);
      }
    } else {
      from = to.day().withDayOfMonth(first);
    }
    return from.isAfter(to.day()) ? null : Moment.days(from, to.day());
  }

  @Nullable Moment week(int shift) {
    if (anchor.day() == null) {
      return anchor.about();
    }
    LocalDate monday =
        anchor.day().plusWeeks(shift).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return Moment.days(monday, monday.plusDays(6));
  }

  @Nullable Moment weekNumber(Match match) {
    Integer week = captures.number(match, "week", 0);
    if (week == null || anchor.year() == null) {
      return null;
    }
    LocalDate monday =
        LocalDate.of(anchor.year(), 1, 4)
            .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
            .with(DayOfWeek.MONDAY);
    return Moment.days(monday, monday.plusDays(6));
  }

  @Nullable Moment weekend(Match match, String argument, Direction direction) {
    if (anchor.day() == null) {
      return anchor.unknownDay();
    }
    LocalDate today = anchor.day();
    LocalDate saturday;
    if (Captures.isNumber(argument)) {
      saturday =
          today
              .plusWeeks(Integer.parseInt(argument))
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
              .plusDays(5);
    } else if (today.getDayOfWeek() == DayOfWeek.SUNDAY) {
      saturday = today.minusDays(1);
    } else if (tense.future(match, direction)) {
      saturday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    } else {
      saturday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
    }
    return Moment.days(saturday, saturday.plusDays(1));
  }

  @Nullable Moment holiday(Match match, String argument, Direction direction) {
    String holiday = captures.text(match, "holiday");
    if (holiday == null) {
      holiday = captures.text(match, "feast");
    }
    if (holiday == null && argument.matches("\\d\\d-\\d\\d|easter")) {
      holiday = argument;
    }
    if (holiday == null || anchor.year() == null) {
      return null;
    }
    Integer year = captures.year(match);
    if (year == null && Captures.isNumber(argument)) {
      year = anchor.year() + Integer.parseInt(argument);
    }
    if (holiday.equals("easter")) {
      if (year != null) {
        return Moment.day(easter(year));
      }
      if (anchor.day() == null) {
        return Moment.month(YearMonth.from(easter(anchor.year()))).approximate();
      }
      LocalDate here = easter(anchor.year());
      boolean after = here.isAfter(anchor.day());
      if (direction == Direction.PAST && after) {
        here = easter(anchor.year() - 1);
      } else if (direction == Direction.FUTURE && !after) {
        here = easter(anchor.year() + 1);
      }
      return Moment.day(here);
    }
    int month = Integer.parseInt(holiday, 0, 2, 10);
    int day = Integer.parseInt(holiday, 3, 5, 10);
    return Moment.day(
        year != null ? LocalDate.of(year, month, day) : yearless(month, day, direction));
  }

  /** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int sum = h + l - 7 * m + 114;
    return LocalDate.of(year, sum / 31, sum % 31 + 1);
  }
}
