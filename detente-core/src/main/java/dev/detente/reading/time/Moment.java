package dev.detente.reading.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value on the calendar as EDTF level 1, with the day it stands for when it is a single known
 * day.
 *
 * @param value EDTF
 * @param day the day; null when the value is vaguer than a day
 */
record Moment(String value, @Nullable LocalDate day) {

  static Moment of(String value) {
    return new Moment(value, null);
  }

  static Moment day(LocalDate date) {
    return new Moment(date.toString(), date);
  }

  static Moment month(YearMonth month) {
    return of(month.toString());
  }

  static Moment year(int year) {
    return of(String.format(Locale.ROOT, "%04d", year));
  }

  static Moment season(int year, int season) {
    return of(String.format(Locale.ROOT, "%04d-%02d", year, season));
  }

  static Moment days(LocalDate first, LocalDate last) {
    return of(first + "/" + last);
  }

  Moment approximate() {
    return value.endsWith("~") ? this : new Moment(value + "~", day);
  }

  /** Start of an interval, or the value itself. */
  String from() {
    int slash = value.indexOf('/');
    return slash < 0 ? value : value.substring(0, slash);
  }

  /** End of an interval, or the value itself. */
  String to() {
    return value.substring(value.indexOf('/') + 1);
  }

  boolean interval() {
    return value.indexOf('/') >= 0;
  }

  /** Whether it is an unknown day: {@code 2022-02-XX}. */
  boolean unknownDay() {
    return value.endsWith("-XX");
  }
}
