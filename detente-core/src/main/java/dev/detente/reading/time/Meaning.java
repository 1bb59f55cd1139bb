package dev.detente.reading.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a match against the publication date and what was read before it: the operations that
 * rules of a calendar name in {@code value}.
 *
 * <p>Used by one article at a time; holds the day last spoken of.
 */
final class Meaning {
  /** Which way an expression without a year or week is to be read. */
  enum Direction {
    PAST,
    FUTURE,
    /** As the clause tells. */
    OPEN
  }

  /** Tells whether the clause around a token speaks of what is to come. */
  interface Tense {
    /**
     * @param explicit whether a plain present tense does not count
     */
    boolean future(int token, boolean explicit);
  }

  private static final Set<String> OPERATIONS =
      Set.of(
          "day",
          "weekday",
          "weekdays",
          "date",
          "dates",
          "month",
          "months",
          "year",
          "years",
          "decade",
          "decades",
          "season",
          "week",
          "weeknumber",
          "weekend",
          "thismonth",
          "third",
          "ago",
          "ahead",
          "after",
          "before",
          "same",
          "about",
          "stretch",
          "clock",
          "holiday",
          "since",
          "from",
          "by",
          "point",
          "within",
          "span",
          "either",
          "toyear",
          "sofar",
          "newyearmonth",
          "yearend");

  private final Calendar calendar;
  private final List<Token> tokens;
  private final Anchor anchor;
  private final Tense tense;

  /** The day last spoken of; the day of publication at first. */
  private @Nullable Moment reference;

  private @Nullable Integer referenceYear;

  Meaning(Calendar calendar, List<Token> tokens, Anchor anchor, Tense tense) {
    this.calendar = calendar;
    this.tokens = tokens;
    this.anchor = anchor;
    this.tense = tense;
    this.reference = anchor.day(0);
    this.referenceYear = anchor.year();
  }

  static boolean knows(String meaning) {
    return OPERATIONS.contains(meaning.split(" ")[0]);
  }

  /** The value of an expression; null when it cannot be placed on the calendar. */
  @Nullable Moment read(Match match) {
    try {
      return read(match, Direction.OPEN);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Tells that this expression is part of the record, so that "the same day" can refer to it. */
  void spoken(Moment moment) {
    if (moment.day() != null) {
      reference = Moment.day(moment.day());
    } else if (moment.unknownDay()) {
      reference = moment;
    }
    if (moment.day() != null) {
      referenceYear = moment.day().getYear();
    } else if (moment.value().matches("\\d{4}.*") && !moment.interval()) {
      referenceYear = Integer.parseInt(moment.value(), 0, 4, 10);
    }
  }

  private @Nullable Moment read(Match match, Direction asked) {
    List<String> meaning = match.rule().meaning();
    String argument = meaning.size() > 1 ? meaning.get(1) : "";
    Direction direction = asked;
    if (argument.equals("past")) {
      direction = Direction.PAST;
    } else if (argument.equals("future")) {
      direction = Direction.FUTURE;
    }
    return switch (meaning.get(0)) {
      case "day" -> anchor.day(number(argument, 0));
      case "weekday" -> weekday(match, meaning, direction);
      case "weekdays" -> weekdays(match, direction);
      case "date" -> date(match, 0, argument, direction);
      case "dates" -> dates(match, argument, direction);
      case "month" -> month(match, 0, argument, direction);
      case "months" -> months(match, direction);
      case "year" -> year(match, argument);
      case "years" -> years(match);
      case "decade" -> decade(match);
      case "decades" -> decades(match);
      case "season" -> season(match, argument, direction);
      case "week" -> week(number(argument, 0));
      case "weeknumber" -> weekNumber(match);
      case "weekend" -> weekend(match, argument, direction);
      case "thismonth" ->
          anchor.month() == null
              ? null
              : Moment.month(anchor.month().plusMonths(number(argument, 0)));
      case "third" -> third(match, meaning, direction);
      case "ago" -> shifted(match, -1, argument);
      case "ahead" -> shifted(match, 1, argument);
      case "after" -> referred(match, 1, meaning);
      case "before" -> referred(match, -1, meaning);
      case "same" -> reference;
      case "about" -> anchor.about();
      case "stretch" -> stretch(match, argument);
      case "clock" -> clock(match, direction);
      case "holiday" -> holiday(match, argument, direction);
      case "since" -> since(match);
      case "from" -> from(match, direction);
      case "by" -> by(match);
      case "point" -> inner(match, 0, direction);
      case "within" -> within(match);
      case "span" -> span(match, direction);
      case "either" -> span(match, direction);
      case "toyear" -> toYear(match);
      case "sofar" -> soFar();
      case "newyearmonth" -> newYearMonth(argument);
      case "yearend" -> yearEnd(match, argument);
      default -> null;
    };
  }

  // Days

  private @Nullable Moment weekday(Match match, List<String> meaning, Direction direction) {
    Integer number = captured(match, "weekday", 0);
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
        int weeks = number(meaning.size() > 2 ? meaning.get(2) : "", 0);
        yield Moment.day(
            today
                .plusWeeks(weeks)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusDays(number - 1L));
      }
      default -> Moment.day(nearest(weekday, today, future(match, direction)));
    };
  }

  private static LocalDate nearest(DayOfWeek weekday, LocalDate today, boolean future) {
    return today.with(
        future ? TemporalAdjusters.nextOrSame(weekday) : TemporalAdjusters.previousOrSame(weekday));
  }

  private @Nullable Moment weekdays(Match match, Direction direction) {
    Integer first = captured(match, "weekday", 0);
    Integer second = captured(match, "weekday", 1);
    if (first == null || second == null) {
      return null;
    }
    if (anchor.day() == null) {
      return anchor.unknownDay();
    }
    boolean future = future(match, direction);
    if (future) {
      LocalDate from = nearest(DayOfWeek.of(first), anchor.day(), true);
      return Moment.days(from, from.with(TemporalAdjusters.next(DayOfWeek.of(second))));
    }
    LocalDate to = nearest(DayOfWeek.of(second), anchor.day(), false);
    return Moment.days(to.with(TemporalAdjusters.previous(DayOfWeek.of(first))), to);
  }

  private @Nullable Moment date(Match match, int index, String argument, Direction direction) {
    Integer day = captured(match, "day", index);
    Integer month = monthOf(match, index);
    if (month == null && index > 0) {
      month = monthOf(match, 0);
    }
    if (day == null || month == null) {
      return null;
    }
    Integer year = yearOf(match);
    if (year != null) {
      return Moment.day(LocalDate.of(year, month, day));
    }
    if (anchor.year() == null) {
      return null;
    }
    if (isNumber(argument)) {
      return Moment.day(LocalDate.of(anchor.year() + Integer.parseInt(argument), month, day));
    }
    return Moment.day(yearless(month, day, direction));
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

  private @Nullable Moment dates(Match match, String argument, Direction direction) {
    Integer first = captured(match, "day", 0);
    boolean twoMonths = match.capture("month", 1) != null;
    Moment to = date(match, 1, argument, direction);
    if (to == null || to.day() == null || first == null) {
      return null;
    }
    LocalDate from;
    if (twoMonths) {
      Integer month = captured(match, "month", 0);
      from = LocalDate.of(to.day().getYear(), Objects.requireNonNull(month), first);
      if (from.isAfter(to.day())) {
        from = from.minusYears(1);
      }
    } else {
      from = to.day().withDayOfMonth(first);
    }
    return from.isAfter(to.day()) ? null : Moment.days(from, to.day());
  }

  // Months and thirds

  private @Nullable YearMonth monthValue(
      Match match, int index, String argument, Direction direction) {
    Integer month = captured(match, "month", index);
    if (month == null) {
      return null;
    }
    Integer year = yearOf(match);
    if (year != null) {
      return YearMonth.of(year, month);
    }
    if (anchor.year() == null) {
      return null;
    }
    if (isNumber(argument)) {
      return YearMonth.of(anchor.year() + Integer.parseInt(argument), month);
    }
    if (argument.equals("after")) {
      return referenceYear == null ? null : YearMonth.of(referenceYear + 1, month);
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
          case OPEN -> ahead <= 4 || ahead <= 9 && tense.future(match.spanStart(), true);
        };
    if (ahead == 0) {
      return anchor.month();
    }
    return future ? anchor.month().plusMonths(ahead) : anchor.month().minusMonths(12L - ahead);
  }

  private @Nullable Moment month(Match match, int index, String argument, Direction direction) {
    YearMonth month = monthValue(match, index, argument, direction);
    return month == null ? null : Moment.month(month);
  }

  private @Nullable Moment months(Match match, Direction direction) {
    YearMonth to = monthValue(match, 1, "", direction);
    Integer first = captured(match, "month", 0);
    if (to == null || first == null) {
      return null;
    }
    YearMonth from = YearMonth.of(to.getYear(), first);
    if (from.isAfter(to)) {
      from = from.minusYears(1);
    }
    return Moment.of(from + "/" + to);
  }

  private @Nullable Moment third(Match match, List<String> meaning, Direction direction) {
    Integer which = captured(match, "third", 0);
    String of = meaning.size() > 1 ? meaning.get(1) : "";
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
      Integer year = yearOf(match);
      if (year == null) {
        year = anchor.year();
      }
      if (year == null) {
        return null;
      }
      int month = which == 1 ? 1 : which == 2 ? 6 : 12;
      Moment value = Moment.month(YearMonth.of(year, month));
      return which == 3 ? value : value.approximate();
    }
    YearMonth month = of.equals("this") ? anchor.month() : monthValue(match, 0, of, direction);
    if (month == null) {
      return null;
    }
    return switch (which) {
      case 1 -> Moment.days(month.atDay(1), month.atDay(10));
      case 2 -> Moment.days(month.atDay(11), month.atDay(20));
      default -> Moment.days(month.atDay(21), month.atEndOfMonth());
    };
  }

  // Years, decades, seasons

  private @Nullable Moment year(Match match, String argument) {
    Integer year = yearOf(match);
    if (year != null) {
      return Moment.year(year);
    }
    if (argument.equals("after") || argument.equals("before")) {
      return referenceYear == null
          ? null
          : Moment.year(referenceYear + (argument.equals("after") ? 1 : -1));
    }
    return anchor.year() == null ? null : Moment.year(anchor.year() + number(argument, 0));
  }

  private @Nullable Moment years(Match match) {
    Integer first = yearOf(match);
    Integer second = captured(match, "year", 1);
    if (second == null) {
      second = captured(match, "recent", first == null || match.has("year") ? 0 : 1);
    }
    if (first == null) {
      return null;
    }
    if (second == null) {
      Integer yy = captured(match, "yy", 0);
      if (yy == null) {
        return null;
      }
      second = first / 100 * 100 + yy;
    }
    return first >= second
        ? null
        : Moment.of(Moment.year(first).value() + "/" + Moment.year(second).value());
  }

  private @Nullable Integer decadeStart(Match match, int index) {
    Integer decade = captured(match, "decade", index);
    if (decade == null || decade >= 1000) {
      return decade;
    }
    // "the 90s" are those of the century that makes them past.
    int now = anchor.year() == null ? 2030 : anchor.year();
    int start = now / 100 * 100 + decade;
    return start > now ? start - 100 : start;
  }

  private @Nullable Moment decade(Match match) {
    Integer start = decadeStart(match, 0);
    return start == null ? null : Moment.of(String.format(Locale.ROOT, "%03dX", start / 10));
  }

  private @Nullable Moment decades(Match match) {
    Integer first = decadeStart(match, 0);
    Integer second = decadeStart(match, 1);
    if (first == null || second == null) {
      return null;
    }
    Integer asWritten = captured(match, "decade", 1);
    if (asWritten != null && asWritten < 100) {
      second = first / 100 * 100 + asWritten;
    }
    return first >= second ? null : Moment.of(first + "/" + (second + 9));
  }

  private @Nullable Moment season(Match match, String argument, Direction direction) {
    Integer season = captured(match, "season", 0);
    if (season == null) {
      return null;
    }
    Integer year = yearOf(match);
    if (year != null) {
      return Moment.season(year, season);
    }
    if (anchor.year() == null) {
      return null;
    }
    int now = anchor.year();
    if (isNumber(argument)) {
      return Moment.season(now + Integer.parseInt(argument), season);
    }
    if (anchor.month() == null) {
      return Moment.season(now, season);
    }
    // The season's middle month: April, July, October, January.
    int middle = season == 24 ? 13 : 4 + 3 * (season - 21);
    int month = anchor.month().getMonthValue();
    int best = now;
    int bestDistance = Integer.MAX_VALUE;
    boolean future =
        direction == Direction.FUTURE
            || direction == Direction.OPEN && tense.future(match.spanStart(), true);
    for (int candidate = now - 1; candidate <= now + 1; candidate++) {
      int ahead = (candidate - now) * 12 + middle - month;
      int distance = Math.abs(ahead);
      if (direction == Direction.PAST && ahead > 1 || direction == Direction.FUTURE && ahead < 1) {
        continue;
      }
      if (future && ahead < -1) {
        distance += 6;
      }
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return Moment.season(best, season);
  }

  // Weeks

  private @Nullable Moment week(int shift) {
    if (anchor.day() == null) {
      return anchor.about();
    }
    LocalDate monday =
        anchor.day().plusWeeks(shift).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return Moment.days(monday, monday.plusDays(6));
  }

  private @Nullable Moment weekNumber(Match match) {
    Integer week = captured(match, "week", 0);
    if (week == null || anchor.year() == null) {
      return null;
    }
    LocalDate monday =
        LocalDate.of(anchor.year(), 1, 4)
            .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
            .with(DayOfWeek.MONDAY);
    return Moment.days(monday, monday.plusDays(6));
  }

  private @Nullable Moment weekend(Match match, String argument, Direction direction) {
    if (anchor.day() == null) {
      return anchor.unknownDay();
    }
    LocalDate today = anchor.day();
    LocalDate saturday;
    if (isNumber(argument)) {
      saturday =
          today
              .plusWeeks(Integer.parseInt(argument))
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
              .plusDays(5);
    } else if (today.getDayOfWeek() == DayOfWeek.SUNDAY) {
      saturday = today.minusDays(1);
    } else if (future(match, direction)) {
      saturday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    } else {
      saturday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
    }
    return Moment.days(saturday, saturday.plusDays(1));
  }

  // Distances

  private @Nullable Moment shifted(Match match, int sign, String exactness) {
    String unit = unit(match);
    Integer count = captured(match, "count", 0);
    if (unit == null) {
      return null;
    }
    if (count == null) {
      return match.has("few") ? few(unit) : null;
    }
    long by = (long) sign * count;
    boolean exact = exactness.equals("exact");
    switch (unit) {
      case "hour", "minute" -> {
        return anchor.day(0);
      }
      case "day" -> {
        Moment day = anchor.day(by);
        if (day == null || day.day() == null) {
          return anchor.about();
        }
        return exact || sign < 0 && count < 30 ? day : aboutDay(day, count);
      }
      case "week" -> {
        Moment day = anchor.day(7 * by);
        if (day == null || day.day() == null) {
          return anchor.about();
        }
        return exact ? day : day.approximate();
      }
      case "month" -> {
        return anchor.month() == null
            ? null
            : Moment.month(anchor.month().plusMonths(by)).approximate();
      }
      case "year" -> {
        return anchor.year() == null || anchor.year() + by < 0
            ? null
            : Moment.year((int) (anchor.year() + by)).approximate();
      }
      default -> {
        return null;
      }
    }
  }

  private static Moment aboutDay(Moment day, int count) {
    if (count >= 100 && day.day() != null) {
      return Moment.month(YearMonth.from(day.day())).approximate();
    }
    return day.approximate();
  }

  private @Nullable Moment few(String unit) {
    return switch (unit) {
      case "hour", "minute" -> anchor.day(0);
      case "day", "week" -> anchor.about();
      default -> null;
    };
  }

  /** So many units after or before the day last spoken of. */
  private @Nullable Moment referred(Match match, int sign, List<String> meaning) {
    Moment from = reference;
    Capture2 length = length(match, meaning);
    if (from == null || length == null) {
      return null;
    }
    LocalDate day = from.day();
    long by = (long) sign * length.count;
    switch (length.unit) {
      case "hour", "minute" -> {
        return length.count < 24 || day == null ? from : Moment.day(day.plusDays(by / 24));
      }
      case "day" -> {
        return day == null ? from : Moment.day(day.plusDays(by));
      }
      case "week" -> {
        return day == null ? anchor.about() : Moment.day(day.plusWeeks(by)).approximate();
      }
      case "month" -> {
        return day == null ? null : Moment.month(YearMonth.from(day).plusMonths(by)).approximate();
      }
      case "year" -> {
        return referenceYear == null ? null : Moment.year((int) (referenceYear + by));
      }
      default -> {
        return null;
      }
    }
  }

  private record Capture2(int count, String unit) {}

  private @Nullable Capture2 length(Match match, List<String> meaning) {
    if (meaning.size() > 2) {
      return new Capture2(number(meaning.get(1), 1), meaning.get(2));
    }
    String unit = unit(match);
    Integer count = captured(match, "count", 0);
    if (unit == null) {
      return null;
    }
    if (count != null) {
      return new Capture2(count, unit);
    }
    return match.has("few") && (unit.equals("hour") || unit.equals("minute"))
        ? new Capture2(1, unit)
        : null;
  }

  /** The last or next so many units, as an interval that ends or begins at publication. */
  private @Nullable Moment stretch(Match match, String way) {
    String unit = unit(match);
    Integer count = captured(match, "count", 0);
    if (unit == null) {
      return null;
    }
    if (count == null) {
      if (match.has("few") || match.has("units")) {
        return unit.equals("year") ? null : anchor.about();
      }
      count = 1;
    }
    boolean back = way.equals("back");
    int by = back ? -count : count;
    LocalDate today = anchor.day();
    switch (unit) {
      case "hour", "minute", "day", "week" -> {
        if (today == null) {
          return anchor.unknownDay();
        }
        long days =
            switch (unit) {
              case "week" -> 7L * by;
              case "day" -> by;
              case "hour" -> by / 24L;
              default -> 0L;
            };
        if (days == 0) {
          return anchor.day(0);
        }
        LocalDate other = today.plusDays(days);
        return back ? Moment.days(other, today) : Moment.days(today, other);
      }
      case "month" -> {
        if (anchor.month() == null) {
          return null;
        }
        YearMonth other = anchor.month().plusMonths(by);
        return Moment.of(back ? other + "/" + anchor.month() : anchor.month() + "/" + other);
      }
      case "year" -> {
        if (anchor.year() == null) {
          return null;
        }
        if (count == 1 && anchor.month() != null) {
          YearMonth other = anchor.month().plusYears(by);
          return Moment.of(back ? other + "/" + anchor.month() : anchor.month() + "/" + other);
        }
        int other = anchor.year() + by;
        return Moment.of(back ? other + "/" + anchor.year() : anchor.year() + "/" + other);
      }
      default -> {
        return null;
      }
    }
  }

  private @Nullable Moment within(Match match) {
    String unit = unit(match);
    Integer count = captured(match, "count", 0);
    if (unit == null) {
      return null;
    }
    if (count == null) {
      return match.has("few") ? few(unit) : null;
    }
    LocalDate today = reference == null ? null : reference.day();
    if (today == null || anchor.day() == null) {
      return anchor.about();
    }
    return switch (unit) {
      case "hour" -> count < 24 ? anchor.day(0) : Moment.days(today, today.plusDays(count / 24));
      case "day" -> Moment.days(today, today.plusDays(count));
      case "week" -> Moment.days(today, today.plusWeeks(count));
      case "month" -> Moment.days(today, today.plusMonths(count));
      case "year" -> Moment.days(today, today.plusYears(count));
      default -> null;
    };
  }

  // Clock and holidays

  private @Nullable Moment clock(Match match, Direction direction) {
    Integer hour = captured(match, "hour", 0);
    if (hour == null) {
      hour = captured(match, "hourword", 0);
    }
    if (hour == null && match.rule().meaning().size() > 1) {
      hour = number(match.rule().meaning().get(1), 0);
    }
    if (hour == null) {
      return null;
    }
    Integer minute = captured(match, "minute", 0);
    int minutes = minute == null ? 0 : minute;
    if (match.has("half")) {
      hour -= 1;
      minutes = 30;
    }
    Match.Capture slot = match.capture("time", 0);
    String part = partOfDay(match);
    if (part.isEmpty() && slot != null && slot.inner() != null) {
      part = partOfDay(slot.inner());
    }
    if ((part.equals("pm") && hour < 12) || (part.equals("am") && hour == 12)) {
      hour = (hour + 12) % 24;
    }
    if (hour > 24 || hour < 0) {
      return null;
    }
    Moment day = slot == null || slot.inner() == null ? reference : read(slot.inner(), direction);
    if (day == null) {
      return null;
    }
    if (hour == 24) {
      hour = 0;
      day = day.day() == null ? day : Moment.day(day.day().plusDays(1));
    }
    if (day.day() == null && !day.unknownDay()) {
      return null;
    }
    String date = day.day() != null ? day.day().toString() : day.value();
    String time = String.format(Locale.ROOT, "T%02d:%02d", hour, minutes);
    return new Moment(date + time, day.day());
  }

  /** {@code am}, {@code pm} or nothing. */
  private String partOfDay(Match match) {
    for (String name : List.of("daypart", "meridiem", "dotted", "part")) {
      Match.Capture capture = match.capture(name, 0);
      if (capture != null) {
        String part = calendar.value(tokens.get(capture.token()), name);
        return part == null ? "" : part;
      }
    }
    return "";
  }

  private @Nullable Moment holiday(Match match, String argument, Direction direction) {
    String holiday = null;
    for (String name : List.of("holiday", "feast")) {
      Match.Capture capture = match.capture(name, 0);
      if (capture != null) {
        holiday = calendar.value(tokens.get(capture.token()), name);
      }
    }
    if (holiday == null || anchor.year() == null) {
      return null;
    }
    Integer year = yearOf(match);
    if (year == null && isNumber(argument)) {
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

  // Intervals around an inner expression

  private @Nullable Moment inner(Match match, int index, Direction direction) {
    Match.Capture slot = match.capture("time", index);
    return slot == null || slot.inner() == null ? null : read(slot.inner(), direction);
  }

  private @Nullable Moment since(Match match) {
    Moment start = inner(match, 0, Direction.PAST);
    return start == null ? null : Moment.of(start.from() + "/..");
  }

  private @Nullable Moment from(Match match, Direction direction) {
    Match.Capture slot = match.capture("time", 0);
    boolean weekday =
        slot != null
            && slot.inner() != null
            && slot.inner().has("weekday")
            && !slot.inner().has("day");
    Moment start = inner(match, 0, weekday ? Direction.FUTURE : direction);
    if (start == null || start.value().indexOf('/') >= 0) {
      return start;
    }
    boolean future;
    if (start.unknownDay()) {
      future = weekday;
    } else if (start.day() != null && anchor.day() != null) {
      future = !start.day().isBefore(anchor.day());
    } else if (start.value().matches("\\d{4}") && anchor.year() != null) {
      future = Integer.parseInt(start.value()) > anchor.year();
    } else if (anchor.month() != null) {
      future = start.value().compareTo(anchor.month().toString()) > 0;
    } else {
      future = false;
    }
    return future ? Moment.of(start.value() + "/..") : start;
  }

  private @Nullable Moment by(Match match) {
    Moment end = inner(match, 0, Direction.FUTURE);
    if (end == null) {
      return null;
    }
    String last = end.to();
    if (match.rule().meaning().contains("before")) {
      if (end.day() != null && end.day().getDayOfYear() == 1) {
        last = end.day().minusDays(1).toString();
      } else if (last.matches("\\d{4}-(0[1-9]|1[0-2])")) {
        last = YearMonth.parse(last).minusMonths(1).toString();
      }
    }
    return Moment.of("../" + last);
  }

  private @Nullable Moment span(Match match, Direction direction) {
    Moment second = inner(match, 1, direction);
    Moment first = inner(match, 0, direction);
    if (first == null || second == null || first.interval() || second.interval()) {
      return null;
    }
    if (first.unknownDay() && second.unknownDay()) {
      return first;
    }
    if (first.value().compareTo(second.value()) >= 0) {
      return null;
    }
    return Moment.of(first.value() + "/" + second.value());
  }

  /** From the beginning of the year or month of an inner expression until publication. */
  private @Nullable Moment toYear(Match match) {
    Integer year = captured(match, "year", 0);
    return year == null || anchor.year() == null || year <= anchor.year()
        ? null
        : Moment.of(anchor.year() + "/" + year);
  }

  private @Nullable Moment soFar() {
    if (anchor.year() == null) {
      return null;
    }
    return anchor.day() == null
        ? Moment.year(anchor.year())
        : Moment.days(LocalDate.of(anchor.year(), 1, 1), anchor.day());
  }

  /** The January after the turn of the year nearest to publication, or the December before it. */
  private @Nullable Moment newYearMonth(String argument) {
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

  private @Nullable Moment yearEnd(Match match, String argument) {
    Integer year = yearOf(match);
    if (year == null) {
      year = anchor.year();
    }
    return year == null
        ? null
        : Moment.of((argument.equals("exact") ? "" : "../") + YearMonth.of(year, 12));
  }

  // Captures

  private boolean future(Match match, Direction direction) {
    return direction == Direction.FUTURE
        || direction == Direction.OPEN && tense.future(match.spanStart(), false);
  }

  private @Nullable Integer captured(Match match, String name, int index) {
    Match.Capture capture = match.capture(name, index);
    if (capture == null) {
      return null;
    }
    String value = calendar.value(tokens.get(capture.token()), name);
    return value == null || !isNumber(value) ? null : Integer.valueOf(value);
  }

  private @Nullable Integer yearOf(Match match) {
    Integer year = captured(match, "year", 0);
    return year != null ? year : captured(match, "recent", 0);
  }

  private @Nullable Integer monthOf(Match match, int index) {
    Integer month = captured(match, "month", index);
    return month != null ? month : captured(match, "monthnumber", index);
  }

  private @Nullable String unit(Match match) {
    Match.Capture capture = match.capture("unit", 0);
    if (capture != null) {
      return calendar.value(tokens.get(capture.token()), "unit");
    }
    for (String name : List.of("units", "theunit")) {
      capture = match.capture(name, 0);
      if (capture != null) {
        return calendar.value(tokens.get(capture.token()), name);
      }
    }
    return null;
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d{1,9}");
  }

  private static int number(String text, int otherwise) {
    return isNumber(text) ? Integer.parseInt(text) : otherwise;
  }
}
