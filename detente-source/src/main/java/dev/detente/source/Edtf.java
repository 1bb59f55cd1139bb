package dev.detente.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The publication dates we take: EDTF level 1 dates and date-times, and intervals of them. */
public final class Edtf {
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4}|\\d{3}X|\\d{2}XX)(?:-(\\d{2}|XX)(?:-(\\d{2}|XX)"
              + "(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}(?::?\\d{2})?)?)?)?)?[?~%]?");

  private Edtf() {}

  /** Whether a publication date can be written so: {@code 2022-02-07}, {@code 2022-02}. */
  public static boolean isDate(String value) {
    int slash = value.indexOf('/');
    if (slash < 0) {
      return isSingle(value);
    }
    return isSingle(value.substring(0, slash)) && isSingle(value.substring(slash + 1));
  }

  private static boolean isSingle(String value) {
    Matcher date = DATE.matcher(value);
    if (!date.matches()) {
      return false;
    }
    String month = date.group(2);
    String day = date.group(3);
    if (month == null || month.equals("XX")) {
      return day == null || day.equals("XX");
    }
    int monthNumber = Integer.parseInt(month);
    if (day == null) {
      // 21 to 24 are the seasons.
      return (monthNumber >= 1 && monthNumber <= 12) || (monthNumber >= 21 && monthNumber <= 24);
    }
    if (day.equals("XX")) {
      return monthNumber >= 1 && monthNumber <= 12;
    }
    try {
      LocalDate.of(
          Integer.parseInt(date.group(1).replace('X', '0')), monthNumber, Integer.parseInt(day));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
