package dev.detente.reading.time;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a match against the publication date and what was read before it: the operations that
 * rules of a calendar name in {@code value}.
 *
 * <p>Used by one article at a time; holds the day last spoken of.
 */
final class Meaning {
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
          "dayofmonth",
          "nth",
          "holiday",
          "since",
          "from",
          "by",
          "point",
          "within",
          "span",
          "sofar",
          "newyearmonth",
          "yearend");

  private final Captures captures;
  private final Anchor anchor;
  private final Spoken spoken;
  private final Days days;
  private final Months months;
  private final Years years;
  private final Distances distances;
  private final Direction.Tense tense;

  Meaning(Calendar calendar, List<Token> tokens, Anchor anchor, Direction.Tense tense) {
    this.captures = new Captures(calendar, tokens);
    this.anchor = anchor;
    this.spoken = new Spoken(anchor);
    this.tense = tense;
    this.days = new Days(captures, anchor, tense);
    this.months = new Months(captures, anchor, tense, spoken);
    this.years = new Years(captures, anchor, tense, spoken);
    this.distances = new Distances(captures, anchor, spoken);
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
    spoken.note(moment);
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
      case "day" -> anchor.day(Captures.number(argument, 0));
      case "weekday" -> days.weekday(match, meaning, direction);
      case "weekdays" -> days.weekdays(match, direction);
      case "date" -> days.date(match, 0, argument, direction);
      case "dayofmonth" -> days.dayOfMonth(match, direction);
      case "nth" -> months.nth(match, argument, direction);
      case "dates" -> days.dates(match, argument, direction);
      case "month" -> months.month(match, 0, argument, direction);
      case "months" -> months.months(match, direction);
      case "year" -> years.year(match, argument);
      case "years" -> years.years(match);
      case "decade" -> years.decade(match);
      case "decades" -> years.decades(match);
      case "season" -> years.season(match, argument, direction);
      case "week" -> days.week(Captures.number(argument, 0));
      case "weeknumber" -> days.weekNumber(match);
      case "weekend" -> days.weekend(match, argument, direction);
      case "thismonth" ->
          anchor.month() == null
              ? null
              : Moment.month(anchor.month().plusMonths(Captures.number(argument, 0)));
      case "third" -> months.third(match, meaning, direction);
      case "ago" -> distances.shifted(match, -1, argument);
      case "ahead" ->
          argument.equals("told") && !tense.explicit(match)
              ? null
              : distances.shifted(match, 1, argument);
      case "after" -> distances.referred(match, 1, meaning);
      case "before" -> distances.referred(match, -1, meaning);
      case "same" -> spoken.day();
      case "about" -> anchor.about();
      case "stretch" -> distances.stretch(match, argument);
      case "clock" -> clock(match, direction);
      case "holiday" -> days.holiday(match, argument, direction);
      case "since" -> since(match);
      case "from" -> from(match, direction);
      case "by" -> by(match);
      case "point" -> inner(match, 0, direction);
      case "within" -> distances.within(match);
      case "span" -> span(match, direction);
      case "sofar" -> years.soFar();
      case "newyearmonth" -> months.newYearMonth(argument);
      case "yearend" -> years.yearEnd(match, argument);
      default -> null;
    };
  }

  private @Nullable Moment clock(Match match, Direction direction) {
    Integer hour = captures.number(match, "hour", 0);
    if (hour == null) {
      hour = captures.number(match, "hourword", 0);
    }
    List<String> meaning = match.rule().meaning();
    String argument = meaning.size() > 1 ? meaning.get(1) : "";
    if (hour == null && Captures.isNumber(argument)) {
      hour = Integer.valueOf(argument);
    }
    if (hour == null) {
      return null;
    }
    Integer minute = captures.number(match, "minute", 0);
    int minutes = minute == null ? 0 : minute;
    if (match.has("half")) {
      hour -= 1;
      minutes = 30;
    }
    Match.Capture slot = match.capture("time", 0);
    String part = captures.partOfDay(match);
    if (part.isEmpty() && slot != null && slot.inner() != null) {
      part = captures.partOfDay(slot.inner());
    }
    if (part.isEmpty() && minute == null && argument.equals("part")) {
      // "at eight on Sunday": which eight is not told.
      return null;
    }
    if ((part.equals("pm") && hour < 12) || (part.equals("am") && hour == 12)) {
      hour = (hour + 12) % 24;
    }
    if (hour > 24 || hour < 0) {
      return null;
    }
    Moment day;
    if (slot != null && slot.inner() != null) {
      day = read(slot.inner(), direction);
    } else {
      day = argument.equals("published") ? anchor.day(0) : spoken.day();
    }
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
    Match of = slot == null ? null : slot.inner();
    boolean weekday = of != null && of.has("weekday") && !of.has("day");
    boolean ahead = weekday || of != null && of.has("holiday");
    Moment start = inner(match, 0, ahead ? Direction.FUTURE : direction);
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
}
