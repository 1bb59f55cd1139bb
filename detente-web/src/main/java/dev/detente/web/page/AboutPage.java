package dev.detente.web.page;

import dev.detente.ledger.Ledger;
import dev.detente.ledger.Survey;
import dev.detente.ledger.story.DemandLife;
import dev.detente.record.EventStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where all that is shown comes from. Thread-safe. */
final class AboutPage {
  private final Sheets sheets;
  private final Kept kept;

  AboutPage(Sheets sheets, Kept kept) {
    this.sheets = sheets;
    this.kept = kept;
  }

  /** Where all this comes from. */
  String about(Ledger ledger, Wording wording, String version) {
    Map<String, Object> page = Frame.page(wording, "about", wording.of("nav_about"));
    Survey survey = ledger.survey();
    Survey.Counts counts = kept.counts(ledger);
    page.put("version", version);
    page.put("file", ledger.file().toString());
    page.put("articles", Shown.number(counts.articles(), wording));
    page.put("statements", Shown.number(counts.statements(), wording));
    page.put("events", Shown.number(counts.events(), wording));
    page.put("links", Shown.number(counts.links(), wording));
    List<Map<String, Object>> statuses = new ArrayList<>();
    for (EventStatus status : EventStatus.values()) {
      statuses.add(
          Map.of(
              "code", status.label(),
              "name", wording.label("status", status.label()),
              "means", wording.label("means", status.label())));
    }
    page.put("statuses", statuses);
    List<Map<String, Object>> stages = new ArrayList<>();
    for (DemandLife.Kind kind : DemandLife.Kind.values()) {
      Svg mark = new Svg(20, 20, "sample", wording.label("stage", kind.label()));
      DemandChart.mark(mark, kind, 10, 10);
      stages.add(Map.of("svg", mark.toString(), "name", wording.label("stage", kind.label())));
    }
    page.put("stages", stages);
    page.put("outletlist", Shown.tallies(kept.outlets(ledger), "outlet", wording));
    page.put(
        "languagelist",
        Shown.tallies(
            kept.of(ledger, "languages", asked -> asked.survey().languages()),
            "language",
            wording));
    survey.articles(0, 1).stream()
        .findFirst()
        .ifPresent(
            newest -> {
              page.put("model", newest.model());
              page.put("codebook", newest.codebook());
            });
    Frame.behind(page, kept, wording);
    return sheets.fill("about", page);
  }
}
