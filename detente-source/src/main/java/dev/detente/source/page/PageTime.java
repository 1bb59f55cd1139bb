package dev.detente.source.page;

import dev.detente.article.PublicationDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as pages write them, as EDTF. What cannot be told (is {@code 03/04/2022} in March or in
 * April?) is left out. Thread-safe.
 */
final class PageTime {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})(?:-(\\d{1,2})(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?"
              + "\\s*(Z|[+-]\\d{2}:?(?:\\d{2})?)?)?)?(?!\\d).*",
          Pattern.DOTALL);

  private static final Pattern ISO_WITHIN =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*", Pattern.DOTALL);

  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(?:\\d{2})?Z?)?");

  /** {@code 12.03.2022 kl. 14.05}: with full stops the day comes first. */
  private static final Pattern DOTTED =
      Pattern.compile(
          "(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4}|\\d{2})(?!\\d)([^\\d]{0,12})(\\d{1,2})?(?:[:.](\\d{2}))?");

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})/(\\d{1,2})/(\\d{1,2})(?!\\d)");
  private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?!\\d)");

  /** {@code 12. mars 2022}, {@code 12 March, 2022}. */
  private static final Pattern DAY_MONTH =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+(\\p{L}{3,12})\\.?,?\\s+(\\d{4})");

  /** {@code March 12, 2022}. */
  private static final Pattern MONTH_DAY =
      Pattern.compile("(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})");

  private static final Pattern CLOCK =
      Pattern.compile("(?<!\\d)(\\d{1,2})[:.](\\d{2})(?!\\d)(?:\\s?([aApP])\\.?[mM])?");

  private static final Pattern PATH =
      Pattern.compile("/(20\\d{2}|19\\d{2})[/-](\\d{1,2})[/-](\\d{1,2})(?:[/_-]|$)");

  /** Before this there were no newspapers: a date so early stands for none. */
  private static final String EARLIEST = "1600";

  private PageTime() {}

  /**
   * The date that a text holds, as EDTF with as much as it tells; null when none or unclear.
   *
   * @param months numbers of the months' names in small letters
   */
  static @Nullable String of(@Nullable String value, Map<String, Integer> months) {
    if (value == null) {
      return null;
    }
    String text = value.strip();
    if (text.isEmpty() || text.length() > 200) {
      return null;
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return iso(iso);
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return date(compact.group(1), compact.group(2), compact.group(3));
    }
    if (text.matches("\\d{10}|\\d{13}")) {
      long seconds = Long.parseLong(text) / (text.length() == 13 ? 1000 : 1);
      return checked(Instant.ofEpochSecond(seconds).toString());
    }
    return within(text, months);
  }

  /** A date among other words. */
  static @Nullable String within(String text, Map<String, Integer> months) {
    Matcher year = YEAR_FIRST.matcher(text);
    if (year.find()) {
      return date(year.group(1), year.group(2), year.group(3));
    }
    Matcher iso = ISO_WITHIN.matcher(text);
    if (iso.find()) {
      Matcher whole = ISO.matcher(iso.group());
      return whole.matches() ? iso(whole) : null;
    }
    Matcher dotted = DOTTED.matcher(text);
    if (dotted.find()) {
      String y = dotted.group(3).length() == 2 ? "20" + dotted.group(3) : dotted.group(3);
      return withClock(date(y, dotted.group(2), dotted.group(1)), text, dotted.end(3));
    }
    Matcher dayMonth = DAY_MONTH.matcher(text);
    while (dayMonth.find()) {
      Integer month = months.get(dayMonth.group(2).toLowerCase(Locale.ROOT));
      if (month != null) {
        return withClock(
            date(dayMonth.group(3), month.toString(), dayMonth.group(1)), text, dayMonth.end());
      }
    }
    Matcher monthDay = MONTH_DAY.matcher(text);
    while (monthDay.find()) {
      Integer month = months.get(monthDay.group(1).toLowerCase(Locale.ROOT));
      if (month != null) {
        return withClock(
            date(monthDay.group(3), month.toString(), monthDay.group(2)), text, monthDay.end());
      }
    }
    Matcher slashed = SLASHED.matcher(text);
    if (slashed.find()) {
      int a = Integer.parseInt(slashed.group(1));
      int b = Integer.parseInt(slashed.group(2));
      if (a > 12 || a == b) {
        return date(slashed.group(3), slashed.group(2), slashed.group(1));
      }
      if (b > 12) {
        return date(slashed.group(3), slashed.group(1), slashed.group(2));
      }
    }
    return null;
  }

  /** The day in an address: {@code /2022/02/07/}. */
  static @Nullable String inAddress(@Nullable String url) {
    if (url == null) {
      return null;
    }
    Matcher path = PATH.matcher(url);
    return path.find() ? date(path.group(1), path.group(2), path.group(3)) : null;
  }

  private static @Nullable String iso(Matcher m) {
    if (m.group(3) == null) {
      return checked(m.group(1) + "-" + two(m.group(2)));
    }
    String day = date(m.group(1), m.group(2), m.group(3));
    if (day == null || m.group(4) == null || Integer.parseInt(m.group(4)) > 23) {
      return day;
    }
    String zone = m.group(7) == null ? "" : m.group(7);
    if (zone.matches("[+-]\\d{4}")) {
      zone = zone.substring(0, 3) + ":" + zone.substring(3);
    }
    String seconds = m.group(6) == null ? "" : ":" + m.group(6);
    String whole = checked(day + "T" + two(m.group(4)) + ":" + m.group(5) + seconds + zone);
    return whole == null ? day : whole;
  }

  /** A clock time soon after a day belongs to it. */
  private static @Nullable String withClock(@Nullable String day, String text, int from) {
    if (day == null) {
      return null;
    }
    Matcher clock = CLOCK.matcher(text).region(from, Math.min(text.length(), from + 24));
    if (!clock.find()) {
      return day;
    }
    int hour = Integer.parseInt(clock.group(1));
    if (clock.group(3) != null) {
      hour = hour % 12 + (clock.group(3).equalsIgnoreCase("p") ? 12 : 0);
    }
    if (hour > 23 || Integer.parseInt(clock.group(2)) > 59) {
      return day;
    }
    return day + "T" + two(Integer.toString(hour)) + ":" + clock.group(2);
  }

  private static @Nullable String date(String year, String month, String day) {
    try {
      return checked(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
              .toString());
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable String checked(String value) {
    return value.compareTo(EARLIEST) > 0 && PublicationDate.isDate(value) ? value : null;
  }

  private static String two(String number) {
    return number.length() == 1 ? "0" + number : number;
  }
}
