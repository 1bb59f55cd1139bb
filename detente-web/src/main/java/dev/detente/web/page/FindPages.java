package dev.detente.web.page;

import dev.detente.ledger.Finding;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.Survey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements and events that a filter finds, as a list and along time. Thread-safe. */
final class FindPages {
  private final Sheets sheets;

  FindPages(Sheets sheets) {
    this.sheets = sheets;
  }

  /** Statements and events that a filter finds. */
  String findings(Ledger ledger, Wording wording, Asked asked) {
    Map<String, Object> page = Frame.page(wording, "find", wording.of("nav_find"));
    Survey survey = ledger.survey();
    List<Finding> found = ledger.page(asked.question(), asked.page() * Frame.SIZE, Frame.SIZE + 1);
    page.put("list", Shown.findings(Frame.cut(found), wording));
    page.put("none", found.isEmpty());
    Map<String, String> given = new HashMap<>();
    for (String field : Asked.FIELDS) {
      String value = asked.value(field);
      given.put(field, value == null ? "" : value);
    }
    page.put("asked", given);
    page.put("acts", options(survey.acts(), "act", given.get("act"), wording));
    page.put("types", options(survey.types(), "type", given.get("type"), wording));
    page.put("outletoptions", options(survey.outlets(), "outlet", given.get("outlet"), wording));
    page.put(
        "languageoptions", options(survey.languages(), "language", given.get("language"), wording));
    List<Survey.Tally> statuses = new ArrayList<>();
    for (String status :
        List.of("actual", "alleged", "future", "hypothetical", "negated", "historical")) {
      statuses.add(new Survey.Tally(status, 0));
    }
    page.put("statuses", options(statuses, "status", given.get("status"), wording));
    Frame.turn(page, "/find", asked, found.size() > Frame.SIZE);
    String query = asked.query(0);
    page.put("json", "/api/v1/findings" + (query.isEmpty() ? "" : "?" + query));
    page.put("csv", "/api/v1/findings.csv" + (query.isEmpty() ? "" : "?" + query));
    return sheets.fill("find", page);
  }

  /** The same as {@link #findings} along time: days with what was said and done on them. */
  String timeline(Ledger ledger, Wording wording, Asked asked) {
    Map<String, Object> page = Frame.page(wording, "timeline", wording.of("nav_timeline"));
    List<Finding> found = ledger.page(asked.question(), asked.page() * Frame.SIZE, Frame.SIZE + 1);
    Map<String, List<Finding>> days = new LinkedHashMap<>();
    for (Finding finding : Frame.cut(found)) {
      String day = finding.date() != null ? finding.date() : finding.published();
      days.computeIfAbsent(day == null ? wording.of("undated") : day, key -> new ArrayList<>())
          .add(finding);
    }
    List<Map<String, Object>> shown = new ArrayList<>();
    days.forEach(
        (day, list) -> shown.add(Map.of("day", day, "list", Shown.findings(list, wording))));
    page.put("days", shown);
    page.put("none", found.isEmpty());
    Frame.turn(page, "/timeline", asked, found.size() > Frame.SIZE);
    return sheets.fill("timeline", page);
  }

  private static List<Map<String, Object>> options(
      List<Survey.Tally> tallies, String kind, @Nullable String chosen, Wording wording) {
    List<Map<String, Object>> options = new ArrayList<>();
    for (Survey.Tally tally : tallies) {
      options.add(
          Map.of(
              "value", tally.value(),
              "label", wording.label(kind, tally.value()),
              "count", tally.count() == 0 ? "" : " (" + tally.count() + ")",
              "chosen", tally.value().equals(chosen)));
    }
    return options;
  }
}
