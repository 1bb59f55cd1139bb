package dev.detente.source.duplicate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a report may have appeared, as far as its date tells.
 *
 * @param first days since 1970
 * @param last not before the first
 */
public record Days(long first, long last) {

  /** The days of an EDTF date; null when it is unknown or names no year. */
  public static @Nullable Days of(@Nullable String edtf) {
    if (edtf == null) {
      return null;
    }
    int slash = edtf.indexOf('/');
    Days start = single(slash < 0 ? edtf : edtf.substring(0, slash));
    Days end = slash < 0 ? start : single(edtf.substring(slash + 1));
    return start == null || end == null || end.last < start.first
        ? null
        : new Days(start.first, end.last);
  }

  private static @Nullable Days single(String date) {
    try {
      String day = date.length() > 10 ? date.substring(0, 10) : date;
      String[] parts = day.replaceAll("[?~%]", "").split("-", -1);
      int year = Integer.parseInt(parts[0]);
      if (parts.length == 1 || parts[1].equals("XX") || Integer.parseInt(parts[1]) > 12) {
        return new Days(
            LocalDate.of(year, 1, 1).toEpochDay(), LocalDate.of(year, 12, 31).toEpochDay());
      }
      YearMonth month = YearMonth.of(year, Integer.parseInt(parts[1]));
      if (parts.length == 2 || parts[2].equals("XX")) {
        return new Days(month.atDay(1).toEpochDay(), month.atEndOfMonth().toEpochDay());
      }
      long exact = month.atDay(Integer.parseInt(parts[2])).toEpochDay();
      return new Days(exact, exact);
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  /** Days between the two, at least; 0 when they may be the same. */
  long distance(Days other) {
    return Math.max(0, Math.max(other.first - last, first - other.last));
  }
}
