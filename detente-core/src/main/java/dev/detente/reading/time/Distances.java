package dev.detente.reading.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Distances in time, from publication or from the day last spoken of. */
final class Distances {
  private final Captures captures;
  private final Anchor anchor;
  private final Spoken spoken;

  Distances(Captures captures, Anchor anchor, Spoken spoken) {
    this.captures = captures;
    this.anchor = anchor;
    this.spoken = spoken;
  }

  @Nullable Moment shifted(Match match, int sign, String exactness) {
    String unit = captures.unit(match);
    Integer count = captures.number(match, "count", 0);
    if (unit == null) {
      return null;
    }
    if (count == null) {
      return match.has("few") ? few(unit) : null;
    }
    long by = (long) sign * count;
    if (unit.equals("decade")) {
      unit = "year";
      by *= 10;
    } else if (unit.equals("fortnight")) {
      unit = "week";
      by *= 2;
    }
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
  @Nullable Moment referred(Match match, int sign, List<String> meaning) {
    Moment from = spoken.day();
    Length length = length(match, meaning);
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
        return spoken.year() == null ? null : Moment.year((int) (spoken.year() + by));
      }
      default -> {
        return null;
      }
    }
  }

  /** So many units. */
  private record Length(int count, String unit) {}

  private @Nullable Length length(Match match, List<String> meaning) {
    if (meaning.size() > 2) {
      return new Length(Captures.number(meaning.get(1), 1), meaning.get(2));
    }
    String unit = captures.unit(match);
    Integer count = captures.number(match, "count", 0);
    if (unit == null) {
      return null;
    }
    if (count != null) {
      return new Length(count, unit);
    }
    return match.has("few") && (unit.equals("hour") || unit.equals("minute"))
        ? new Length(1, unit)
        : null;
  }

  /** The last or next so many units, as an interval that ends or begins at publication. */
  @Nullable Moment stretch(Match match, String way) {
    String unit = captures.unit(match);
    Integer count = captures.number(match, "count", 0);
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

  @Nullable Moment within(Match match) {
    String unit = captures.unit(match);
    Integer count = captures.number(match, "count", 0);
    if (unit == null) {
      return null;
    }
    if (count == null) {
      return match.has("few") ? few(unit) : null;
    }
    LocalDate today = spoken.day() == null ? null : spoken.day().day();
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
}
