package dev.detente.web.page;

import dev.detente.ledger.Ledger;
import dev.detente.ledger.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What opens the room. Thread-safe. */
final class OverviewPage {
  private final Sheets sheets;

  OverviewPage(Sheets sheets) {
    this.sheets = sheets;
  }

  /** What opens the room: how much there is, what is new, how the weeks went. */
  String overview(Ledger ledger, Wording wording) {
    Survey survey = ledger.survey();
    Survey.Counts counts = survey.counts();
    Map<String, Object> page = Frame.page(wording, "overview", wording.of("nav_overview"));
    page.put("isempty", counts.articles() == 0);
    page.put("articles", Shown.number(counts.articles(), wording));
    page.put("statements", Shown.number(counts.statements(), wording));
    page.put("events", Shown.number(counts.events(), wording));
    page.put("entities", Shown.number(counts.entities(), wording));
    page.put("outlets", Shown.number(counts.outlets(), wording));
    page.put("newest", Shown.articles(survey.articles(0, 12), wording));
    page.put("speakers", Shown.somebodies(survey.entities(null, 0, 10)));
    page.put("types", Shown.tallies(survey.types(), "type", wording));
    page.put("acts", Shown.tallies(survey.acts(), "act", wording));
    List<Survey.Week> weeks = survey.weeks();
    page.put("chart", WeekChart.draw(weeks, wording));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Survey.Week week : weeks) {
      rows.add(
          Map.of(
              "from", week.from(),
              "conflict", Long.toString(week.conflict()),
              "cooperation", Long.toString(week.cooperation()),
              "mean", Shown.decimal(week.mean(), wording)));
    }
    page.put("weeks", rows);
    return sheets.fill("overview", page);
  }
}
