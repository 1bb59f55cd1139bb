package dev.detente.web.page;

import dev.detente.ledger.Ledger;
import dev.detente.ledger.Survey;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Articles: the list of them, and one with its record beside it. Thread-safe. */
final class ArticlePages {
  private final Sheets sheets;

  ArticlePages(Sheets sheets) {
    this.sheets = sheets;
  }

  /** A list of articles. */
  String articles(Ledger ledger, Wording wording, Asked asked) {
    Map<String, Object> page = Frame.page(wording, "articles", wording.of("nav_articles"));
    List<Survey.Listed> found = ledger.survey().articles(asked.page() * Frame.SIZE, Frame.SIZE + 1);
    page.put("list", Shown.articles(Frame.cut(found), wording));
    Frame.turn(page, "/articles", asked, found.size() > Frame.SIZE);
    return sheets.fill("articles", page);
  }

  /** An article with its record beside it; empty when there is none of this id. */
  Optional<String> article(Ledger ledger, Wording wording, String id) {
    ArticleRecord record = ledger.record(id);
    Optional<Survey.Listed> listed = ledger.survey().article(id);
    if (record == null || listed.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> page = Frame.page(wording, "articles", listed.get().headline());
    page.put("article", Shown.article(listed.get(), wording));
    page.put("lang", record.article().language());
    page.put("truncated", record.truncated());
    Map<String, Map<String, Object>> events = new HashMap<>();
    RecordShown shown = new RecordShown(record, listed.get().content(), wording);
    Map<String, List<Map<String, Object>>> elsewhere = new HashMap<>();
    for (Survey.Elsewhere link : ledger.survey().elsewhere(id)) {
      elsewhere
          .computeIfAbsent(link.here(), key -> new ArrayList<>())
          .add(elsewhere(link, wording));
    }
    List<Map<String, Object>> said = new ArrayList<>();
    for (Statement statement : record.statements()) {
      Map<String, Object> told = shown.statement(statement);
      told.put("elsewhere", elsewhere.getOrDefault(statement.id(), List.of()));
      said.add(told);
    }
    List<Map<String, Object>> done = new ArrayList<>();
    for (Event event : record.events()) {
      Map<String, Object> told = shown.event(event);
      told.put("elsewhere", elsewhere.getOrDefault(event.id(), List.of()));
      events.put(event.id(), told);
      done.add(told);
    }
    page.put("statements", said);
    page.put("events", done);
    page.put("paragraphs", paragraphs(record, events));
    return Optional.of(sheets.fill("article", page));
  }

  private static Map<String, Object> elsewhere(Survey.Elsewhere link, Wording wording) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("relation", wording.label("relation", link.relation() + (link.from() ? "" : "_by")));
    shown.put("outlet", link.outlet() == null ? link.article() : link.outlet());
    shown.put("date", link.published());
    shown.put("href", Shown.at(link.article(), link.there()));
    shown.put("confidence", String.format(Locale.ROOT, "%.0f %%", 100 * link.confidence()));
    return shown;
  }

  private static List<Map<String, Object>> paragraphs(
      ArticleRecord record, Map<String, Map<String, Object>> events) {
    List<Map<String, Object>> paragraphs = new ArrayList<>();
    for (Highlights.Paragraph paragraph : new Highlights(record).paragraphs()) {
      List<Map<String, Object>> pieces = new ArrayList<>();
      for (Highlights.Piece piece : paragraph.pieces()) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("text", piece.text());
        List<String> classes = new ArrayList<>();
        List<String> ids = new ArrayList<>(piece.statements());
        ids.addAll(piece.events());
        if (!piece.statements().isEmpty()) {
          classes.add("quoted");
        }
        if (!piece.cues().isEmpty()) {
          classes.add("cue");
        }
        for (String id : piece.events()) {
          Map<String, Object> event = events.getOrDefault(id, Map.of());
          classes.add("done");
          classes.add(String.valueOf(event.get("tone")));
          classes.add("is-" + event.get("statuscode"));
        }
        shown.put("classes", classes.stream().distinct().collect(Collectors.joining(" ")));
        shown.put("of", String.join(" ", ids));
        shown.put("begins", piece.begins());
        shown.put("plain", classes.isEmpty());
        pieces.add(shown);
      }
      paragraphs.add(
          Map.of(
              "kind",
              paragraph.kind(),
              "heading",
              paragraph.kind().equals("headline"),
              "subheading",
              paragraph.kind().equals("subheading"),
              "pieces",
              pieces));
    }
    return paragraphs;
  }
}
