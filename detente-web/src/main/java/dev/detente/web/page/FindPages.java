package dev.detente.web.page;

import dev.detente.ledger.Facet;
import dev.detente.ledger.Finding;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.Period;
import dev.detente.ledger.relate.DayRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Statements and events that a filter finds, as a list and along time. Thread-safe. */
final class FindPages {
  /** Values that are offered of each field. */
  private static final int FACETS = 8;

  private static final List<String> FACET_FIELDS =
      List.of("speaker", "act", "addressee", "type", "status", "outlet", "language", "year");

  private final Sheets sheets;
  private final Kept kept;

  FindPages(Sheets sheets, Kept kept) {
    this.sheets = sheets;
    this.kept = kept;
  }

  /** Statements and events that a filter finds. */
  String findings(Ledger ledger, Wording wording, Asked asked) {
    Map<String, Object> page = Frame.page(wording, "find", wording.of("nav_find"));
    List<Finding> found = ledger.page(asked.question(), asked.page() * Frame.SIZE, Frame.SIZE + 1);
    page.put("list", Shown.findings(Frame.cut(found), wording));
    page.put("none", found.isEmpty());
    Map<String, String> given = new HashMap<>();
    for (String field : Asked.FIELDS) {
      String value = asked.value(field);
      given.put(field, value == null ? "" : value);
    }
    page.put("asked", given);
    Map<String, String> names = new HashMap<>();
    List<Map<String, Object>> facets = facets(ledger, asked, wording, names);
    page.put("facets", facets);
    page.put("given", given(asked, wording, names));
    Frame.turn(page, "/find", asked, found.size() > Frame.SIZE);
    String query = asked.query(0);
    page.put("json", Frame.address("/api/v1/findings", query));
    page.put("csv", Frame.address("/api/v1/findings.csv", query));
    page.put("timeline", Frame.address("/timeline", query));
    Frame.behind(page, kept, wording);
    return sheets.fill("find", page);
  }

  /** What narrows the selection further: for each field its commonest values, each an address. */
  private List<Map<String, Object>> facets(
      Ledger ledger, Asked asked, Wording wording, Map<String, String> names) {
    Map<String, List<Map<String, Object>>> byField = new LinkedHashMap<>();
    List<Facet> spread =
        whole(ledger, "facets", asked, all -> all.facets(asked.question(), FACETS));
    for (Facet facet : spread) {
      names.put(facet.field() + " " + facet.value(), facet.name());
      boolean year = facet.field().equals("year");
      Asked narrower =
          year
              ? asked.with("since", facet.value()).with("until", facet.value())
              : asked.with(facet.field(), facet.value());
      boolean here = facet.value().equals(asked.value(year ? "since" : facet.field()));
      if (!here) {
        byField
            .computeIfAbsent(facet.field(), key -> new ArrayList<>())
            .add(
                Map.of(
                    "name", wording.label(facet.field(), facet.name()),
                    "count", Shown.number(facet.count(), wording),
                    "href", Frame.address("/find", narrower.query(0))));
      }
    }
    List<Map<String, Object>> facets = new ArrayList<>();
    for (String field : FACET_FIELDS) {
      List<Map<String, Object>> values = byField.get(field);
      if (values != null) {
        facets.add(Map.of("name", wording.of("field_" + field), "values", values));
      }
    }
    return facets;
  }

  /** What is counted over all that a filter finds; without a filter everybody asks for it. */
  private <T> T whole(Ledger ledger, String what, Asked asked, Function<Ledger, T> counted) {
    return asked.isEmpty()
        ? kept.of(ledger, what, counted)
        : kept.asked(ledger, what + " " + asked.query(0), counted);
  }

  /** What is asked for, and where each of it is taken back. */
  private static List<Map<String, Object>> given(
      Asked asked, Wording wording, Map<String, String> names) {
    List<Map<String, Object>> given = new ArrayList<>();
    for (String field : Asked.FIELDS) {
      String value = asked.value(field);
      if (value != null) {
        String name = names.getOrDefault(field + " " + value, value);
        given.add(
            Map.of(
                "field", wording.of("field_" + field),
                "name", wording.label(field, name),
                "without", Frame.address("/find", asked.with(field, null).query(0))));
      }
    }
    return given;
  }

  /** The same as {@link #findings} along time: days with what was said and done on them. */
  String timeline(Ledger ledger, Wording wording, Asked asked) {
    Map<String, Object> page = Frame.page(wording, "timeline", wording.of("nav_timeline"));
    DayRange all = kept.days(ledger);
    Period.Length length =
        all == null
            ? Period.Length.DAY
            : PeriodChart.length(
                LocalDate.ofEpochDay(all.first()), LocalDate.ofEpochDay(all.last()));
    page.put(
        "chart",
        PeriodChart.draw(
            recent(
                whole(
                    ledger,
                    "timeline " + length,
                    asked,
                    every -> every.timeline(asked.question(), length)),
                all),
            length,
            wording.of("timeline_chart"),
            wording));
    List<Finding> found = ledger.page(asked.question(), asked.page() * Frame.SIZE, Frame.SIZE + 1);
    Map<String, List<Finding>> days = new LinkedHashMap<>();
    for (Finding finding : Frame.cut(found)) {
      String date = finding.date() != null ? finding.date() : finding.published();
      String day = Dates.words(date, wording);
      days.computeIfAbsent(day == null ? wording.of("undated") : day, key -> new ArrayList<>())
          .add(finding);
    }
    List<Map<String, Object>> shown = new ArrayList<>();
    days.forEach(
        (day, list) -> {
          String date = list.get(0).date() != null ? list.get(0).date() : list.get(0).published();
          shown.add(
              Map.of(
                  "day",
                  day,
                  "vague",
                  !Dates.isOneDay(date),
                  "list",
                  Shown.findings(list, wording)));
        });
    page.put("days", shown);
    page.put("none", found.isEmpty());
    page.put("text", asked.value("text"));
    page.put("find", Frame.address("/find", asked.query(0)));
    Frame.turn(page, "/timeline", asked, found.size() > Frame.SIZE);
    Frame.behind(page, kept, wording);
    return sheets.fill("timeline", page);
  }

  /** What lies in the time of the articles; the rest is history told in passing. */
  static List<Period> recent(List<Period> periods, @Nullable DayRange articles) {
    if (articles == null) {
      return periods;
    }
    LocalDate since = LocalDate.ofEpochDay(articles.first()).minusDays(31);
    LocalDate until = LocalDate.ofEpochDay(articles.last()).plusDays(31);
    return periods.stream()
        .filter(period -> !period.from().isBefore(since) && !period.from().isAfter(until))
        .toList();
  }
}
