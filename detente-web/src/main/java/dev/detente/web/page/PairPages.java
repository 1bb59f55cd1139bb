package dev.detente.web.page;

import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.Survey;
import dev.detente.ledger.tension.TensionPoint;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What goes on between countries: the matrix, and tension along time. Thread-safe. */
final class PairPages {
  private static final int MATRIX = 12;

  /** Sentences that are shown of a week, of what weighs most. */
  private static final int MOST_PARTS = 24;

  private static final Between NONE = new Between(List.of(), Map.of());
  private static final Between.Told UNTOLD = new Between.Told(List.of(), 0);

  private final Sheets sheets;
  private final Kept kept;

  PairPages(Sheets sheets, Kept kept) {
    this.sheets = sheets;
    this.kept = kept;
  }

  /** What one country has to do with another, as far as it is counted. */
  private static final class Cell {
    private long events;
    private long statements;
    private double mean;
  }

  /** Who did how much to whom and said how much to whom, country by country. */
  String pairs(Ledger ledger, Wording wording) {
    Map<String, Object> page = Frame.page(wording, "pairs", wording.of("nav_pairs"));
    Map<String, Long> weights = new TreeMap<>();
    Map<String, Cell> cells = new HashMap<>();
    for (Survey.Pair pair : kept.countries(ledger)) {
      Cell cell = cell(cells, pair.actor(), pair.recipient());
      cell.events = pair.events();
      cell.mean = pair.mean();
      weights.merge(pair.actor(), pair.events(), Long::sum);
      weights.merge(pair.recipient(), pair.events(), Long::sum);
    }
    for (Survey.Addressed said :
        kept.of(ledger, "addressed", asked -> asked.survey().addressed())) {
      cell(cells, said.speaker(), said.addressee()).statements = said.statements();
      weights.merge(said.speaker(), said.statements(), Long::sum);
      weights.merge(said.addressee(), said.statements(), Long::sum);
    }
    List<String> countries =
        weights.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MATRIX)
            .map(Map.Entry::getKey)
            .toList();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String actor : countries) {
      List<Map<String, Object>> row = new ArrayList<>();
      for (String recipient : countries) {
        row.add(shown(actor, recipient, cells.get(actor + "-" + recipient), wording));
      }
      rows.add(Map.of("country", String.valueOf(Lands.name(actor, wording)), "cells", row));
    }
    page.put(
        "countries",
        countries.stream()
            .map(code -> Map.of("code", code, "name", String.valueOf(Lands.name(code, wording))))
            .toList());
    page.put("rows", rows);
    page.put("none", countries.isEmpty());
    Frame.behind(page, kept, wording);
    return sheets.fill("pairs", page);
  }

  private static Cell cell(Map<String, Cell> cells, String actor, String recipient) {
    return cells.computeIfAbsent(actor + "-" + recipient, key -> new Cell());
  }

  private static Map<String, Object> shown(
      String actor, String recipient, @Nullable Cell cell, Wording wording) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("self", actor.equals(recipient));
    if (cell != null) {
      shown.put("href", "/pairs/" + actor + "-" + recipient);
      shown.put("events", Shown.number(cell.events, wording));
      shown.put("statements", Shown.number(cell.statements, wording));
      shown.put("more", cell.statements > 0);
      if (cell.events > 0) {
        shown.put("tone", Shown.tone(cell.mean) + " strength" + strength(cell.mean));
        shown.put("mean", Shown.decimal(cell.mean, wording));
      }
      shown.put("name", Lands.name(actor, wording) + " \u2192 " + Lands.name(recipient, wording));
    }
    return shown;
  }

  private static int strength(double mean) {
    return (int) Math.min(4, Math.ceil(Math.abs(mean) / 2.5));
  }

  /**
   * The tension of several pairs in the last year of them, each a small picture to the same scale,
   * with one table behind them; null without any.
   */
  static @Nullable Map<String, Object> small(List<Kept.Pair> pairs, Wording wording) {
    LocalDate end = LocalDate.MIN;
    for (Kept.Pair pair : pairs) {
      for (TensionPoint point : pair.points()) {
        if (point.value() != null && point.from().isAfter(end)) {
          end = point.from();
        }
      }
    }
    LocalDate before = end.equals(LocalDate.MIN) ? end : end.minusWeeks(YearOfWeeks.WEEKS);
    List<List<TensionPoint>> years = new ArrayList<>();
    LocalDate first = end;
    for (Kept.Pair pair : pairs) {
      List<TensionPoint> year =
          pair.points().stream()
              .filter(point -> point.value() != null && point.from().isAfter(before))
              .toList();
      years.add(year);
      first = year.isEmpty() || first.isBefore(year.get(0).from()) ? first : year.get(0).from();
    }
    int limit = TensionChart.limit(years);
    Figure table = TensionChart.table(wording);
    List<Map<String, Object>> shown = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Kept.Pair pair = pairs.get(i);
      String name = name(List.of(pair.one(), pair.other()), wording);
      Svg chart =
          TensionChart.draw(name, years.get(i), table, limit, first, end.plusDays(6), wording);
      // Of a pair that was quiet for a year the name alone leads to what was before.
      shown.add(
          Map.of(
              "name", name, "codes", pair.codes(), "svg", chart == null ? "" : chart.toString()));
    }
    Map<String, Object> figure = table.with("");
    if (figure == null) {
      return null;
    }
    Map<String, Object> all = new HashMap<>(figure);
    all.put("charts", shown);
    return all;
  }

  private static String name(List<String> parties, Wording wording) {
    return parties.stream()
        .map(code -> String.valueOf(Lands.name(code, wording)))
        .collect(Collectors.joining(" \u2013 "));
  }

  /**
   * How tense it was between two countries, week by week, a year at a time. What has not been found
   * yet is left out, and the page says so: only those who name countries wait a moment for theirs.
   *
   * @param between two or more countries with commas; null for those with most events
   * @param until a day in the last week that is shown; null for the last year
   * @throws IllegalArgumentException when they are not countries' codes, or it is no day
   */
  String tension(Ledger ledger, Wording wording, @Nullable String between, @Nullable String until) {
    LocalDate end = until == null || until.isBlank() ? null : day(until.strip());
    List<Kept.Pair> tensest = kept.pairs(ledger);
    List<Kept.Pair> pairs = tensest == null ? List.of() : tensest;
    String chosen =
        between != null && !between.isBlank()
            ? between.strip().toUpperCase(Locale.ROOT)
            : pairs.isEmpty() ? "" : pairs.get(0).codes();
    List<String> parties = chosen.isEmpty() ? List.of() : List.of(chosen.split(",", -1));
    if (!chosen.isEmpty()
        && (parties.size() < 2
            || parties.size() > 10
            || !parties.stream().allMatch(party -> party.matches("[A-Z]{3}")))) {
      throw new IllegalArgumentException("between takes two or more countries, like RUS,UKR");
    }
    Map<String, Object> page = Frame.page(wording, "tension", wording.of("nav_tension"));
    page.put("between", chosen);
    page.put("name", name(parties, wording));
    Between known = NONE;
    boolean soon = tensest == null;
    if (!parties.isEmpty()) {
      Between found =
          kept.asked(
              ledger,
              "tension " + chosen,
              asked -> Between.of(asked, kept, parties),
              between == null ? 0 : Kept.PATIENCE_MILLIS);
      soon |= found == null;
      known = found == null ? NONE : found;
    }
    YearOfWeeks year = YearOfWeeks.of(known.points(), end);
    Figure table = TensionChart.table(wording);
    page.put(
        "chart",
        table.with(
            TensionChart.draw(
                name(parties, wording),
                year.points(),
                table,
                TensionChart.limit(List.of(year.points())),
                null,
                null,
                wording)));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (TensionPoint point : year.points()) {
      rows.add(row(point, known, chosen, wording));
    }
    page.put("rows", rows);
    page.put("none", rows.isEmpty() && !soon);
    page.put("soon", soon);
    page.put("turning", year.earlier() != null || year.later() != null);
    page.put("previous", address(chosen, year.later()));
    page.put("next", address(chosen, year.earlier()));
    page.put("multiples", small(pairs, wording));
    Frame.behind(page, kept, wording);
    return sheets.fill("tension", page);
  }

  private static LocalDate day(String until) {
    try {
      return LocalDate.parse(until);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("until takes a day, like 2031-03-11", e);
    }
  }

  private static @Nullable String address(String chosen, @Nullable LocalDate until) {
    return until == null ? null : "/tension?between=" + chosen + "&until=" + until;
  }

  private static Map<String, Object> row(
      TensionPoint point, Between known, String chosen, Wording wording) {
    Map<String, Object> row = new HashMap<>();
    Double value = point.value();
    row.put("from", Dates.day(point.from(), wording));
    row.put("value", value == null ? "" : Shown.decimal(value, wording));
    List<Map<String, Object>> parts = new ArrayList<>();
    int left = 0;
    for (TensionPoint.Part part : point.parts()) {
      Between.Told told = known.evidence().getOrDefault(part.event(), UNTOLD);
      if (parts.size() + told.some().size() > MOST_PARTS) {
        left++;
        continue;
      }
      for (AcrossArticles.Evidence evidence : told.some()) {
        boolean last = evidence == told.some().get(told.some().size() - 1);
        parts.add(
            Map.of(
                "more", last && told.more() > 0 ? "+" + Shown.number(told.more(), wording) : "",
                "gives", Shown.decimal(part.gives(), wording),
                "type", wording.label("type", evidence.type()),
                "tone", Shown.tone(part.score()),
                "words", evidence.words(),
                "href", Shown.at(evidence.end().article(), evidence.end().id())));
      }
    }
    row.put("parts", parts);
    if (left > 0) {
      row.put("left", "+" + Shown.number(left, wording));
      row.put("all", "/api/v1/tension/" + point.from() + "?between=" + chosen + "&by=week");
    }
    return row;
  }
}
