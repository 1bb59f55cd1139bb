package dev.detente.reading.time;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the classes of a pattern took, as values. */
final class Captures {
  private final Calendar calendar;
  private final List<Token> tokens;

  Captures(Calendar calendar, List<Token> tokens) {
    this.calendar = calendar;
    this.tokens = tokens;
  }

  /** The value of the first token that a class took; null if it took none. */
  @Nullable String text(Match match, String name) {
    return text(match, name, 0);
  }

  private @Nullable String text(Match match, String name, int index) {
    Match.Capture capture = match.capture(name, index);
    return capture == null ? null : calendar.value(tokens.get(capture.token()), name);
  }

  /** The index-th number that a class took; null if there is none. */
  @Nullable Integer number(Match match, String name, int index) {
    String value = text(match, name, index);
    return value == null || !isNumber(value) ? null : Integer.valueOf(value);
  }

  @Nullable Integer year(Match match) {
    Integer year = number(match, "year", 0);
    return year != null ? year : number(match, "recent", 0);
  }

  /** The index-th month, named or in figures. */
  @Nullable Integer month(Match match, int index) {
    return first(match, index, "month", "plainmonth", "monthnumber");
  }

  /** The season, 21 (spring) to 24 (winter). */
  @Nullable Integer season(Match match) {
    return first(match, 0, "season", "plainseason");
  }

  /** Which third of a month: 1 early, 2 mid, 3 late. */
  @Nullable Integer third(Match match) {
    return first(match, 0, "third", "outerthird");
  }

  private @Nullable Integer first(Match match, int index, String... names) {
    for (String name : names) {
      Integer number = number(match, name, index);
      if (number != null) {
        return number;
      }
    }
    return null;
  }

  /** {@code day}, {@code week}, ... of a distance. */
  @Nullable String unit(Match match) {
    for (String name : List.of("unit", "units", "theunit", "longunit", "nearunit", "dayunit")) {
      String unit = text(match, name);
      if (unit != null) {
        return unit;
      }
    }
    return null;
  }

  /** {@code am}, {@code pm} or nothing. */
  String partOfDay(Match match) {
    for (String name : List.of("daypart", "meridiem", "dotted", "part")) {
      String part = text(match, name);
      if (part != null) {
        return part;
      }
    }
    return "";
  }

  static boolean isNumber(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    if (text.length() == start || text.length() > start + 9) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  static int number(String text, int otherwise) {
    return isNumber(text) ? Integer.parseInt(text) : otherwise;
  }
}
