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

  /**
   * The weeks in which something happened, and the biggest events since the first that is drawn.
   */
  private record Weeks(List<Survey.Week> all, List<Survey.Big> biggest) {
    static Weeks of(Ledger ledger) {
      List<Survey.Week> all = ledger.survey().weeks();
      LocalDate first = WeekChart.first(all);
      return new Weeks(all, first == null ? List.of() : ledger.survey().biggest(first, BIGGEST));
    }
  }

  /** Finds beforehand what only this page shows. */
  void warm(Ledger ledger) {
    types(ledger);
    acts(ledger);
    weeks(ledger);
  }

  private List<Survey.Tally> types(Ledger ledger) {
    return kept.of(ledger, "types", asked -> asked.survey().types());
  }

  private List<Survey.Tally> acts(Ledger ledger) {
    return kept.of(ledger, "acts", asked -> asked.survey().acts());
  }

  private Weeks weeks(Ledger ledger) {
    return kept.of(ledger, "weeks", Weeks::of);
  }

  /** What opens the room: how much there is, how the weeks went, what is disputed, what is new. */
  String overview(Ledger ledger, Wording wording) {
    Survey survey = ledger.survey();
    Survey.Counts counts = kept.counts(ledger);
    Map<String, Object> page = Frame.page(wording, "overview", wording.of("nav_overview"));
    page.put("isempty", counts.articles() == 0);
    page.put("articles", Shown.number(counts.articles(), wording));
    page.put("statements", Shown.number(counts.statements(), wording));
    page.put("events", Shown.number(counts.events(), wording));
    page.put("entities", Shown.number(counts.entities(), wording));
    page.put("outlets", Shown.number(counts.outlets(), wording));
    DayRange days = kept.days(ledger);
    page.put("days", Dates.range(days, wording));
    page.put("newest", Shown.articles(survey.articles(0, NEWEST), wording));
    page.put("speakers", Shown.somebodies(kept.entities(ledger, 0, 8), wording));
    page.put("types", Shown.tallies(types(ledger), "type", wording));
    page.put("acts", Shown.tallies(acts(ledger), "act", wording));
    List<Survey.Tally> outlets = kept.outlets(ledger);
    page.put(
        "sources",
        Shown.tallies(outlets.subList(0, Math.min(SOURCES, outlets.size())), "outlet", wording));
    Weeks told = weeks(ledger);
    page.put(
        "weeks", told.all().isEmpty() ? null : WeekChart.draw(told.all(), told.biggest(), wording));
    List<Kept.Pair> pairs = kept.pairs(ledger);
    page.put("multiples", pairs == null ? null : PairPages.small(pairs, wording));
    List<Map<String, Object>> disputed = new ArrayList<>();
    Kept.Claimed claims = kept.claimed(ledger);
    page.put("soon", pairs == null || claims == null);
    for (ClaimSheet sheet : claims == null ? List.<ClaimSheet>of() : claims.most()) {
      if (disputed.size() < DISPUTED && !sheet.denials().isEmpty()) {
        disputed.add(
            Map.of(
                "claim", Shown.voice(ClaimsPage.fullest(sheet.claims()), wording),
                "denial", Shown.voice(ClaimsPage.fullest(sheet.denials()), wording)));
      }
    }
    page.put("disputed", disputed);
    Frame.behind(page, kept, wording);
    return sheets.fill("overview", page);
  }
}
