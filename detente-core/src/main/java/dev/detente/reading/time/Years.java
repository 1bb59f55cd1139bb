package dev.detente.reading.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Years, decades and seasons. */
final class Years {
  private final Captures captures;
  private final Anchor anchor;
  private final Direction.Tense tense;
  private final Spoken spoken;

  Years(Captures captures, Anchor anchor, Direction.Tense tense, Spoken spoken) {
    this.captures = captures;
    this.anchor = anchor;
    this.tense = tense;
    this.spoken = spoken;
  }

  @Nullable Moment year(Match match, String argument) {
    Integer year = captures.year(match);
    if (year != null) {
      return Moment.year(year);
    }
    if (argument.equals("after") || argument.equals("before")) {
      return spoken.year() == null
          ? null
          : Moment.year(spoken.year() + (argument.equals("after") ? 1 : -1));
    }
    return anchor.year() == null ? null : Moment.year(anchor.year() + Captures.number(argument, 0));
  }

  @Nullable Moment years(Match match) {
    Integer first = captures.year(match);
    Integer second = captures.number(match, "year", 1);
    if (second == null) {
      second = captures.number(match, "recent", first == null || match.has("year") ? 0 : 1);
    }
    if (first == null) {
      return null;
    }
    if (second == null) {
      Integer yy = captures.number(match, "yy", 0);
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
    Integer decade = captures.number(match, "decade", index);
    if (decade == null || decade >= 1000) {
      return decade;
    }
    // "the 90s" are those of the century that makes them past.
    int now = anchor.year() == null ? 2030 : anchor.year();
    int start = now / 100 * 100 + decade;
    return start > now ? start - 100 : start;
  }

  /** A decade; a century where a full hundred before 2000 is written: "på 1800-tallet". */
  @Nullable Moment decade(Match match) {
    Integer start = decadeStart(match, 0);
    if (start == null) {
      return null;
    }
    return Moment.of(
        start % 100 == 0 && start < 2000
            ? start / 100 + "XX"
            : String.format(Locale.ROOT, "%03dX", start / 10));
  }

  @Nullable Moment decades(Match match) {
    Integer first = decadeStart(match, 0);
    Integer second = decadeStart(match, 1);
    if (first == null || second == null) {
      return null;
    }
    Integer asWritten = captures.number(match, "decade", 1);
    if (asWritten != null && asWritten < 100) {
      second = first / 100 * 100 + asWritten;
    }
    return first >= second ? null : Moment.of(first + "/" + (second + 9));
  }

  @Nullable Moment season(Match match, String argument, Direction direction) {
    Integer season = captures.season(match);
    if (season == null) {
      return null;
    }
    Integer year = captures.year(match);
    if (year != null) {
      return Moment.season(year, season);
    }
    if (anchor.year() == null) {
      return null;
    }
    int now = anchor.year();
    if (Captures.isNumber(argument)) {
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
        direction == Direction.FUTURE || direction == Direction.OPEN && tense.explicit(match);
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

  @Nullable Moment soFar() {
    if (anchor.year() == null) {
      return null;
    }
    return anchor.day() == null
        ? Moment.year(anchor.year())
        : Moment.days(LocalDate.of(anchor.year(), 1, 1), anchor.day());
  }

  @Nullable Moment yearEnd(Match match, String argument) {
    Integer year = captures.year(match);
    if (year == null) {
      year = anchor.year();
    }
    return year == null
        ? null
        : Moment.of((argument.equals("exact") ? "" : "../") + YearMonth.of(year, 12));
  }
}
