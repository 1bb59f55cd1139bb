package dev.detente.web.page;

import dev.detente.ledger.relate.DayRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates in the reader's language, as imprecise as they are: a day of an unknown month stays one.
 * Stateless.
 */
final class Dates {
  private static final Pattern EDTF =
      Pattern.compile("(\\d{4})(?:-(\\d\\d|XX)(?:-(\\d\\d|XX))?)?(?:T\\S*)?([~?%]?)");

  private Dates() {}

  /** An EDTF date in words; what cannot be read stays as it is. */
  static @Nullable String words(@Nullable String edtf, Wording wording) {
    if (edtf == null || edtf.isBlank()) {
      return null;
    }
    int slash = edtf.indexOf('/');
    if (slash < 0) {
      return single(edtf, wording);
    }
    String from = edtf.substring(0, slash);
    String to = edtf.substring(slash + 1);
    if (from.isEmpty() || from.equals("..")) {
      return wording.with("date_until", single(to, wording));
    }
    if (to.isEmpty() || to.equals("..")) {
      return wording.with("date_from", single(from, wording));
    }
    return single(from, wording) + "\u2013" + single(to, wording);
  }

  private static String single(String date, Wording wording) {
    Matcher parts = EDTF.matcher(date);
    if (!parts.matches()) {
      return date;
    }
    try {
      String year = parts.group(1);
      String month = parts.group(2);
      String day = parts.group(3);
      String words;
      if (month == null || month.equals("XX")) {
        words = month == null ? year : wording.with("date_some_day", year);
      } else if (day == null || day.equals("XX")) {
        String named =
            month(YearMonth.of(Integer.parseInt(year), Integer.parseInt(month)), wording);
        words = day == null ? named : wording.with("date_some_day", named);
      } else {
        words = day(LocalDate.parse(year + "-" + month + "-" + day), wording);
      }
      return parts.group(4).isEmpty() ? words : wording.with("date_about", words);
    } catch (DateTimeException e) {
      return date;
    }
  }

  /** A day: 24 March 2031. */
  static String day(LocalDate day, Wording wording) {
    return day.format(pattern("date_day", wording));
  }

  /** A day without its year: 24 Mar. */
  static String shortDay(LocalDate day, Wording wording) {
    return day.format(pattern("date_short", wording));
  }

  /** A month: March 2031. */
  static String month(LocalDate day, Wording wording) {
    return month(YearMonth.from(day), wording);
  }

  private static String month(YearMonth month, Wording wording) {
    return month.format(pattern("date_month", wording));
  }

  /** The days from one to another. */
  static String span(LocalDate from, LocalDate to, Wording wording) {
    if (from.equals(to)) {
      return day(from, wording);
    }
    if (YearMonth.from(from).equals(YearMonth.from(to))) {
      return from.format(DateTimeFormatter.ofPattern(from(wording), wording.locale()))
          + "\u2013"
          + day(to, wording);
    }
    return (from.getYear() == to.getYear() ? shortDay(from, wording) : day(from, wording))
        + "\u2009\u2013\u2009"
        + day(to, wording);
  }

  private static String from(Wording wording) {
    return wording.of("date_only_day");
  }

  /** What a range of days is called. */
  static @Nullable String range(@Nullable DayRange days, Wording wording) {
    return days == null
        ? null
        : span(LocalDate.ofEpochDay(days.first()), LocalDate.ofEpochDay(days.last()), wording);
  }

  private static DateTimeFormatter pattern(String key, Wording wording) {
    return DateTimeFormatter.ofPattern(wording.of(key), wording.locale());
  }

  /** Whether a date is one day and no more. */
  static boolean isOneDay(@Nullable String edtf) {
    DayRange days = DayRange.of(edtf);
    return days != null && days.days() == 1;
  }

  /** The tag of a locale whose numbers and months are like the language's. */
  static Locale locale(String language) {
    return language.equals("en") ? Locale.UK : Locale.forLanguageTag(language + "-NO");
  }
}
