package dev.detente.reading.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The publication date as precise as it is known: a day, a month, a year or nothing.
 *
 * @param year null when nothing is known
 * @param month null when no more than the year is known
 * @param day null when no more than the month is known
 */
record Anchor(@Nullable Integer year, @Nullable YearMonth month, @Nullable LocalDate day) {
  static final Anchor NONE = new Anchor(null, null, null);

  /**
   * Reads an EDTF date: {@code 2022-02-07}, {@code 2022-02}, {@code 2022-02-XX}, {@code 2022}, with
   * or without a time and qualifiers. Of anything else nothing is known.
   */
  static Anchor of(@Nullable String edtf) {
    if (edtf == null) {
      return NONE;
    }
    String date = edtf.strip();
    int time = date.indexOf('T');
    if (time >= 0) {
      date = date.substring(0, time);
    }
    while (!date.isEmpty() && "~?%".indexOf(date.charAt(date.length() - 1)) >= 0) {
      date = date.substring(0, date.length() - 1);
    }
    try {
      if (date.matches("\\d{4}-\\d\\d-\\d\\d")) {
        LocalDate day = LocalDate.parse(date);
        return new Anchor(day.getYear(), YearMonth.from(day), day);
      }
      if (date.matches("\\d{4}-\\d\\d(-XX)?")) {
        YearMonth month = YearMonth.parse(date.substring(0, 7));
        return new Anchor(month.getYear(), month, null);
      }
      if (date.matches("\\d{4}(-XX)*")) {
        return new Anchor(Integer.parseInt(date, 0, 4, 10), null, null);
      }
    } catch (DateTimeException e) {
      return NONE;
    }
    return NONE;
  }

  /** A day so many days from publication; vaguer when publication is; null when unknown. */
  @Nullable Moment day(long shift) {
    if (day != null) {
      return Moment.day(day.plusDays(shift));
    }
    return unknownDay();
  }

  /**
   * A day of the month of publication that cannot be told; null when not even the year is known.
   */
  @Nullable Moment unknownDay() {
    if (month != null) {
      return Moment.of(month + "-XX");
    }
    return year == null ? null : Moment.of(Moment.year(year).value() + "-XX-XX");
  }

  /** The month of publication, or its year, as an approximate time; null when unknown. */
  @Nullable Moment about() {
    if (month != null) {
      return Moment.month(month).approximate();
    }
    return year == null ? null : Moment.year(year).approximate();
  }
}
