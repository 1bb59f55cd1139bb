package dev.detente.web.page;

import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.Survey;
import dev.detente.ledger.tension.Step;
import dev.detente.ledger.tension.Tension;
import dev.detente.ledger.tension.TensionPoint;
import dev.detente.record.EventStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What goes on between countries: the matrix, and tension along time. Thread-safe. */
final class PairPages {
  private static final int MATRIX = 12;

  private final Sheets sheets;

  PairPages(Sheets sheets) {
    this.sheets = sheets;
  }

  /** Who did how much to whom, country by country. */
  String pairs(Ledger ledger, Wording wording) {
    Map<String, Object> page = Frame.page(wording, "pairs", wording.of("nav_pairs"));
    List<Survey.Pair> pairs = ledger.survey().pairs();
    Map<String, Long> weights = new TreeMap<>();
    Map<String, Survey.Pair> cells = new HashMap<>();
    for (Survey.Pair pair : pairs) {
      weights.merge(pair.actor(), pair.events(), Long::sum);
      weights.merge(pair.recipient(), pair.events(), Long::sum);
      cells.put(pair.actor() + " " + pair.recipient(), pair);
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
        Survey.Pair pair = cells.get(actor + " " + recipient);
        Map<String, Object> cell = new HashMap<>();
        if (pair != null) {
          cell.put("count", Long.toString(pair.events()));
          cell.put("tone", Shown.tone(pair.mean()) + " strength" + strength(pair.mean()));
          cell.put("mean", Shown.decimal(pair.mean(), wording));
        }
        cell.put("self", actor.equals(recipient));
        row.add(cell);
      }
      rows.add(Map.of("country", actor, "cells", row));
    }
    page.put("countries", countries);
    page.put("rows", rows);
    page.put("none", countries.isEmpty());
    return sheets.fill("pairs", page);
  }

  private static int strength(double mean) {
    return (int) Math.min(4, Math.ceil(Math.abs(mean) / 2.5));
  }

  /**
   * How tense it was between two countries, week by week.
   *
   * @param between two or more countries with commas; null for those with most events
   * @throws IllegalArgumentException when they are not countries' codes
   */
  String tension(Ledger ledger, Wording wording, @Nullable String between) {
    List<Survey.Pair> pairs = ledger.survey().pairs();
    String chosen =
        between != null && !between.isBlank()
            ? between.strip().toUpperCase(Locale.ROOT)
            : pairs.isEmpty() ? "" : pairs.get(0).actor() + "," + pairs.get(0).recipient();
    Map<String, Object> page = Frame.page(wording, "tension", wording.of("nav_tension"));
    page.put("between", chosen);
    List<String> parties = chosen.isEmpty() ? List.of() : List.of(chosen.split(",", -1));
    if (!chosen.isEmpty()
        && (parties.size() < 2
            || parties.size() > 10
            || !parties.stream().allMatch(party -> party.matches("[A-Z]{3}")))) {
      throw new IllegalArgumentException("between takes two or more countries, like RUS,UKR");
    }
    List<TensionPoint> points = List.of();
    AcrossArticles.Deeds deeds = new AcrossArticles.Deeds(List.of(), Map.of());
    if (!parties.isEmpty()) {
      deeds = new AcrossArticles(ledger).deeds(parties);
      points = Tension.between(parties, deeds.deeds(), EventStatus.ACTUAL, Step.WEEK);
    }
    page.put("chart", TensionChart.draw(points, wording));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (TensionPoint point : points) {
      if (point.value() == null) {
        continue;
      }
      Map<String, Object> row = new HashMap<>();
      row.put("from", point.from());
      row.put("value", Shown.decimal(point.value(), wording));
      row.put("low", point.low() == null ? "" : Shown.decimal(point.low(), wording));
      row.put("high", point.high() == null ? "" : Shown.decimal(point.high(), wording));
      List<Map<String, Object>> parts = new ArrayList<>();
      for (TensionPoint.Part part : point.parts()) {
        for (AcrossArticles.Evidence evidence :
            deeds.evidence().getOrDefault(part.event(), List.of())) {
          parts.add(
              Map.of(
                  "gives", Shown.decimal(part.gives(), wording),
                  "type", wording.label("type", evidence.type()),
                  "tone", Shown.tone(part.score()),
                  "words", evidence.words(),
                  "href",
                      "/articles/"
                          + Asked.encoded(evidence.end().article())
                          + "#"
                          + evidence.end().id()));
        }
      }
      row.put("parts", parts);
      rows.add(row);
    }
    page.put("rows", rows);
    page.put("none", rows.isEmpty());
    List<Map<String, Object>> others = new ArrayList<>();
    for (Survey.Pair pair : pairs.subList(0, Math.min(8, pairs.size()))) {
      if (pair.actor().compareTo(pair.recipient()) < 0
          || pairs.stream()
              .noneMatch(
                  other ->
                      other.actor().equals(pair.recipient())
                          && other.recipient().equals(pair.actor()))) {
        others.add(Map.of("pair", pair.actor() + "," + pair.recipient()));
      }
    }
    page.put("others", others);
    return sheets.fill("tension", page);
  }
}
