package dev.detente.ledger.relate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The days that an EDTF date may mean.
 *
 * @param first days since 1970
 * @param last not before the first
 * @param approximate whether the text says "about"
 */
public record DayRange(long first, long last, boolean approximate) {

  /** The days of an EDTF date of level 1; null when it is null, open at both ends or no date. */
  public static @Nullable DayRange of(@Nullable String edtf) {
    if (edtf == null || edtf.isEmpty()) {
      return null;
    }
    boolean approximate = edtf.indexOf('~') >= 0 || edtf.indexOf('?') >= 0;
    int slash = edtf.indexOf('/');
    if (slash < 0) {
      return single(edtf, approximate);
    }
    DayRange start = single(edtf.substring(0, slash), approximate);
    DayRange end = single(edtf.substring(slash + 1), approximate);
    if (start == null) {
      return end;
    }
    return end == null || end.last < start.first
        ? start
        : new DayRange(start.first, end.last, approximate);
  }

  private static @Nullable DayRange single(String date, boolean approximate) {
    try {
      String day = date.length() > 10 ? date.substring(0, 10) : date;
      String[] parts = day.replaceAll("[?~%]", "").split("-", -1);
      if (parts[0].length() != 4) {
        return null;
      }
      int year = Integer.parseInt(parts[0]);
      if (parts.length == 1 || parts[1].equals("XX")) {
        return range(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), approximate);
      }
      int part = Integer.parseInt(parts[1]);
      if (part > 20 && part < 25) {
        // Seasons: spring is March to May, winter December to February.
        LocalDate begin = LocalDate.of(year, 3 * (part - 20), 1);
        return range(begin, begin.plusMonths(3).minusDays(1), approximate);
      }
      YearMonth month = YearMonth.of(year, part);
      if (parts.length == 2 || parts[2].equals("XX")) {
        return range(month.atDay(1), month.atEndOfMonth(), approximate);
      }
      LocalDate exact = month.atDay(Integer.parseInt(parts[2]));
      return range(exact, exact, approximate);
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private static DayRange range(LocalDate first, LocalDate last, boolean approximate) {
    return new DayRange(first.toEpochDay(), last.toEpochDay(), approximate);
  }

  /** Days between the two, at least; 0 when they may be the same. */
  public long distance(DayRange other) {
    return Math.max(0, Math.max(other.first - last, first - other.last));
  }

  /** How many days it may be. */
  public long days() {
    return last - first + 1;
  }
}
