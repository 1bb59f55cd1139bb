package dev.detente.source.item;

import dev.detente.article.PublicationDate;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as agencies and feeds write them, as EDTF; what is no date gives null. Thread-safe. */
public final class ItemDate {
  /** ISO 8601, with and without its marks: {@code 20310311T103000+0100}. */
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-?(\\d{2})-?(\\d{2})(?:[T ]?(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,9})?)?"
              + " ?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

  /** RFC 822 and its many misspellings: {@code Tue, 11 Mar 2031 10:30:00 GMT}. */
  private static final Pattern MAIL =
      Pattern.compile(
          "(?:\\p{L}{2,10},? )?(\\d{1,2}) (\\p{L}{3})\\p{L}{0,6} (\\d{4})"
              + "(?: (\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ([A-Z]{1,5}|[+-]\\d{2}:?\\d{2}))?)?");

  /** Names of months and zones that RFC 822 itself fixes. */
  private static final Map<String, String> MONTHS =
      Map.ofEntries(
          Map.entry("jan", "01"),
          Map.entry("feb", "02"),
          Map.entry("mar", "03"),
          Map.entry("apr", "04"),
          Map.entry("may", "05"),
          Map.entry("jun", "06"),
          Map.entry("jul", "07"),
          Map.entry("aug", "08"),
          Map.entry("sep", "09"),
          Map.entry("oct", "10"),
          Map.entry("nov", "11"),
          Map.entry("dec", "12"));

  private static final Map<String, String> ZONES =
      Map.of(
          "GMT", "Z", "UT", "Z", "UTC", "Z", "Z", "Z", "EST", "-05:00", "EDT", "-04:00", "CET",
          "+01:00", "CEST", "+02:00");

  private ItemDate() {}

  /** The date as EDTF, with its time and zone when it has both. */
  public static @Nullable String of(@Nullable String value) {
    if (value == null || value.length() > 60) {
      return null;
    }
    String text = value.strip().replaceAll("\\s+", " ");
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return edtf(
          iso.group(1) + "-" + iso.group(2) + "-" + iso.group(3),
          iso.group(4),
          iso.group(5),
          iso.group(6),
          iso.group(7));
    }
    Matcher mail = MAIL.matcher(text);
    if (mail.matches()) {
      String month = MONTHS.get(mail.group(2).toLowerCase(Locale.ROOT));
      if (month != null) {
        return edtf(
            mail.group(3) + "-" + month + "-" + two(mail.group(1)),
            mail.group(4) == null ? null : two(mail.group(4)),
            mail.group(5),
            mail.group(6),
            mail.group(7));
      }
    }
    return PublicationDate.isDate(text) ? text : null;
  }

  private static String two(String number) {
    return number.length() == 1 ? "0" + number : number;
  }

  private static @Nullable String edtf(
      String day,
      @Nullable String hour,
      @Nullable String minute,
      @Nullable String second,
      @Nullable String zone) {
    if (!PublicationDate.isDate(day)) {
      return null;
    }
    String offset = zone == null ? null : ZONES.getOrDefault(zone, zone);
    if (hour == null || offset == null || !isTime(hour + ":" + minute)) {
      return day;
    }
    if (offset.matches("[+-]\\d{4}")) {
      offset = offset.substring(0, 3) + ":" + offset.substring(3);
    }
    String full = day + "T" + hour + ":" + minute + (second == null ? "" : ":" + second) + offset;
    return PublicationDate.isDate(full) ? full : day;
  }

  private static boolean isTime(String time) {
    try {
      DateTimeFormatter.ISO_LOCAL_TIME.parse(time);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
