package dev.detente.web.page;

import dev.detente.ledger.Ledger;
import dev.detente.ledger.Survey;
import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.story.ClaimSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What opens the room. Thread-safe. */
final class OverviewPage {
  private static final int BIGGEST = 8;
  private static final int DISPUTED = 3;
  private static final int NEWEST = 8;
  private static final int SOURCES = 12;

  private final Sheets sheets;
  private final Kept kept;

  OverviewPage(Sheets sheets, Kept kept) {
    this.sheets = sheets;
    this.kept = kept;
  }

  /** What opens the room: how much there is, how the weeks went, what is disputed, what is new. */
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
    DayRange days = survey.days();
    page.put("days", Dates.range(days, wording));
    page.put("newest", Shown.articles(survey.articles(0, NEWEST), wording));
    page.put("speakers", Shown.somebodies(survey.entities(null, 0, 8), wording));
    page.put("types", Shown.tallies(survey.types(), "type", wording));
    page.put("acts", Shown.tallies(survey.acts(), "act", wording));
    List<Survey.Tally> outlets = survey.outlets();
    page.put(
        "sources",
        Shown.tallies(outlets.subList(0, Math.min(SOURCES, outlets.size())), "outlet", wording));
    List<Survey.Week> weeks = survey.weeks();
    LocalDate first = WeekChart.first(weeks);
    page.put(
        "weeks",
        first == null ? null : WeekChart.draw(weeks, survey.biggest(first, BIGGEST), wording));
    List<Kept.Pair> pairs = kept.pairs(ledger);
    page.put("multiples", pairs == null ? null : PairPages.small(pairs, wording));
    List<Map<String, Object>> disputed = new ArrayList<>();
    List<ClaimSheet> claims = kept.claims(ledger);
    page.put("soon", pairs == null || claims == null);
    for (ClaimSheet sheet : claims == null ? List.<ClaimSheet>of() : claims) {
      if (disputed.size() < DISPUTED && !sheet.denials().isEmpty()) {
        disputed.add(
            Map.of(
                "claim", Shown.voice(ClaimsPage.fullest(sheet.claims()), wording),
                "denial", Shown.voice(ClaimsPage.fullest(sheet.denials()), wording)));
      }
    }
    page.put("disputed", disputed);
    return sheets.fill("overview", page);
  }
}
