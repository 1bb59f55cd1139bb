package dev.detente.web.page;

import dev.detente.ledger.Question;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for: the filter that stands in its address. Immutable.
 *
 * @param values name of a field with its value, only those that are given
 * @param page from 0
 */
public record Asked(Map<String, String> values, int page) {
  /** The fields of a filter, by the names of the command line's options. */
  public static final List<String> FIELDS =
      List.of(
          "text",
          "speaker",
          "act",
          "addressee",
          "actor",
          "about",
          "type",
          "status",
          "country",
          "outlet",
          "language",
          "since",
          "until");

  private static final int LONGEST = 200;
  private static final int LAST_PAGE = 20_000;
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

  public Asked {
    values = Map.copyOf(values);
  }

  /**
   * Reads a request's parameters.
   *
   * @throws IllegalArgumentException with the reason when one cannot be understood
   */
  public static Asked of(Function<String, @Nullable String> parameters) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String field : FIELDS) {
      String value = parameters.apply(field);
      if (value != null && !value.isBlank()) {
        if (value.length() > LONGEST) {
          throw new IllegalArgumentException(field + " is longer than " + LONGEST + " characters");
        }
        if (value.chars().anyMatch(c -> c < ' ')) {
          throw new IllegalArgumentException(field + " holds a control character");
        }
        values.put(field, value.strip());
      }
    }
    Asked asked = new Asked(values, page(parameters.apply("page")));
    asked.day("since", true);
    asked.day("until", false);
    return asked;
  }

  /**
   * Reads a filter as it stands in an address.
   *
   * @throws IllegalArgumentException with the reason when it cannot be understood, or has a field
   *     that no filter has
   */
  public static Asked parse(String query) {
    Map<String, String> given = new HashMap<>();
    for (String part : query.split("&")) {
      int at = part.indexOf('=');
      if (!part.isEmpty()) {
        String name = at < 0 ? part : part.substring(0, at);
        if (!FIELDS.contains(name)) {
          throw new IllegalArgumentException(
              "\"" + name + "\" is no field of a filter; use " + String.join(", ", FIELDS));
        }
        given.put(
            name, URLDecoder.decode(at < 0 ? "" : part.substring(at + 1), StandardCharsets.UTF_8));
      }
    }
    return of(given::get);
  }

  private static int page(@Nullable String value) {
    if (value == null || value.isBlank()) {
      return 0;
    }
    try {
      int page = Integer.parseInt(value);
      if (page >= 0 && page <= LAST_PAGE) {
        return page;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new IllegalArgumentException("page is a number from 0 to " + LAST_PAGE);
  }

  private @Nullable LocalDate day(String field, boolean first) {
    String value = values.get(field);
    if (value == null) {
      return null;
    }
    try {
      if (YEAR.matcher(value).matches()) {
        return LocalDate.of(Integer.parseInt(value), first ? 1 : 12, first ? 1 : 31);
      }
      if (MONTH.matcher(value).matches()) {
        YearMonth month = YearMonth.parse(value);
        return first ? month.atDay(1) : month.atEndOfMonth();
      }
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(field + " is a day, month or year like 2022-02-07", e);
    }
  }

  /** The value of a field; null when it is not asked for. */
  public @Nullable String value(String field) {
    return values.get(field);
  }

  /**
   * The same filter with another value for a field, from its first page on.
   *
   * @param value null to ask for it no more
   */
  public Asked with(String field, @Nullable String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    if (value == null) {
      changed.remove(field);
    } else {
      changed.put(field, value);
    }
    return new Asked(changed, 0);
  }

  /** Whether nothing is asked for. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** As the ledger is asked; its limit is left open. */
  public Question question() {
    return new Question(
        value("speaker"),
        several("act"),
        value("addressee"),
        value("actor"),
        value("about"),
        several("type"),
        several("status"),
        value("country"),
        value("outlet"),
        value("language"),
        null,
        value("text"),
        day("since", true),
        day("until", false),
        0);
  }

  private List<String> several(String field) {
    String value = values.get(field);
    return value == null ? List.of() : List.of(value.split(","));
  }

  /** The same filter as the part of an address after the question mark, for another page. */
  public String query(int otherPage) {
    StringBuilder query = new StringBuilder();
    for (String field : FIELDS) {
      String value = values.get(field);
      if (value != null) {
        query
            .append(query.length() == 0 ? "" : "&")
            .append(field)
            .append('=')
            .append(encoded(value));
      }
    }
    if (otherPage > 0) {
      query.append(query.length() == 0 ? "" : "&").append("page=").append(otherPage);
    }
    return query.toString();
  }

  /** A value as it is written in an address. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
