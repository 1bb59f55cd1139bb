package dev.detente.web.page;

import dev.detente.ledger.Ledger;
import dev.detente.ledger.Survey;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Statement;
import java.util.Map;
import java.util.Optional;

/** A statement or event alone, to be quoted. Thread-safe. */
final class CardPage {
  private static final int FRAGMENT = 60;

  private final Sheets sheets;

  CardPage(Sheets sheets) {
    this.sheets = sheets;
  }

  /** A statement or event alone, to be quoted; empty when it is not there. */
  Optional<String> card(Ledger ledger, Wording wording, Address address, String origin) {
    Optional<Survey.Listed> listed = ledger.survey().article(address.content());
    if (listed.isEmpty()) {
      return Optional.empty();
    }
    ArticleRecord record = ledger.record(listed.get().id());
    Optional<String> id = record == null ? Optional.empty() : address.in(record);
    if (record == null || id.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> page = Frame.page(wording, "find", listed.get().headline());
    page.put("article", Shown.article(listed.get(), wording));
    page.put("lang", record.article().language());
    RecordShown shown = new RecordShown(record, address.content(), wording);
    for (Statement statement : record.statements()) {
      if (statement.id().equals(id.get())) {
        page.put("statement", shown.statement(statement));
      }
    }
    for (Event event : record.events()) {
      if (event.id().equals(id.get())) {
        page.put("event", shown.event(event));
      }
    }
    page.put("permanent", origin + "/r/" + address);
    page.put("inarticle", Shown.at(listed.get().id(), id.get()));
    String url = listed.get().url();
    if (url != null && url.matches("https?://\\S+")) {
      String words = record.article().slice(address.span());
      page.put(
          "source",
          url.replaceFirst("#.*", "")
              + "#:~:text="
              + Asked.encoded(words.substring(0, Math.min(FRAGMENT, words.length()))));
    }
    return Optional.of(sheets.fill("card", page));
  }
}
