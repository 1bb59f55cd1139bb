package dev.detente.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When an article was published, as EDTF level 1: a date, a date-time or an interval of them, as
 * precise as is known. Also the form in which a plain text may begin with it.
 */
public final class PublicationDate {
  /** {@code date 2022-02 Den franske ...}, on the first line or on a line of its own. */
  private static final Pattern PREFIX = Pattern.compile("\\s*date:?[ \\t]+([0-9X?~%/T:.+-]+)\\s+");

  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4}|\\d{3}X|\\d{2}XX)(?:-(\\d{2}|XX)(?:-(\\d{2}|XX)"
              + "(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}(?::?\\d{2})?)?)?)?)?[?~%]?");

  private PublicationDate() {}

  /**
   * A date that a text begins with.
   *
   * @param value EDTF
   * @param end UTF-16 index at which the article itself begins
   */
  public record Prefix(String value, int end) {}

  /** The date that a text begins with; null when it begins with something else. Constant time. */
  public static @Nullable Prefix prefixOf(String text) {
    Matcher prefix = PREFIX.matcher(text).region(0, Math.min(text.length(), 200));
    return prefix.lookingAt() && isDate(prefix.group(1))
        ? new Prefix(prefix.group(1), prefix.end())
        : null;
  }

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
