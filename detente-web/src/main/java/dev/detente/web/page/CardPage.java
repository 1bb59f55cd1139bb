package dev.detente.web.page;

import dev.detente.ledger.Entry;
import dev.detente.record.Event;
import dev.detente.record.Statement;
import java.util.Map;

/** A statement or event alone, to be quoted. Thread-safe. */
final class CardPage {
  private final Sheets sheets;

  CardPage(Sheets sheets) {
    this.sheets = sheets;
  }

  /** A statement or event alone, to be quoted. */
  String card(Wording wording, Entry entry, ReviewPart review, String origin) {
    Map<String, Object> page = Frame.page(wording, "find", entry.listed().headline());
    page.put("article", Shown.article(entry.listed(), wording));
    page.put("lang", entry.record().article().language());
    RecordShown shown = new RecordShown(entry.record(), entry.address().content(), wording);
    Statement statement = entry.statement();
    if (statement != null) {
      page.put("statement", shown.statement(statement));
    }
    Event event = entry.event();
    if (event != null) {
      page.put("event", shown.event(event));
    }
    page.put("permanent", origin + "/r/" + entry.address());
    page.put("beside", "/r/" + entry.address());
    page.put("inarticle", Shown.at(entry.listed().id(), entry.id()));
    page.put("source", entry.source());
    review.fill(page, entry, wording);
    return sheets.fill("card", page);
  }
}
