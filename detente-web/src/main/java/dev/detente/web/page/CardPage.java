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
    page.put("embed", embed(entry, origin));
    page.put("beside", "/r/" + entry.address());
    page.put("inarticle", Shown.at(entry.listed().id(), entry.id()));
    page.put("source", entry.source());
    review.fill(page, entry, wording);
    return sheets.fill("card", page);
  }

  /** What puts the words with their source into another page: HTML without any script of ours. */
  private static String embed(Entry entry, String origin) {
    String source = entry.source();
    String outlet = entry.listed().outlet();
    return "<figure><blockquote>"
        + Sheets.escaped(entry.words())
        + "</blockquote><figcaption>"
        + (outlet == null ? "" : Sheets.escaped(outlet) + ", ")
        + "<a href=\""
        + Sheets.escaped(source == null ? origin + "/r/" + entry.address() : source)
        + "\">"
        + Sheets.escaped(entry.listed().headline())
        + "</a></figcaption></figure>";
  }
}
