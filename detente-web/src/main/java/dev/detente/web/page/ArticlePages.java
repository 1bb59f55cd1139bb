package dev.detente.web.page;

import dev.detente.article.Span;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.Survey;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    List<Entered> entered = new ArrayList<>();
    for (Statement statement : record.statements()) {
      List<Span> words = statement.content();
      entered.add(
          new Entered(
              words.isEmpty() ? Integer.MAX_VALUE : words.get(0).start(),
              shown.statement(statement),
              statement.id()));
    }
    for (Event event : record.events()) {
      Map<String, Object> told = shown.event(event);
      events.put(event.id(), told);
      entered.add(new Entered(event.anchor().start(), told, event.id()));
    }
    entered.sort(Comparator.comparingInt(Entered::begins));
    Set<String> speakers = new TreeSet<>();
    Set<String> kinds = new TreeSet<>();
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Entered one : entered) {
      Map<String, Object> values = one.values();
      boolean statement = values.containsKey("statement");
      values.put("elsewhere", elsewhere.getOrDefault(one.id(), List.of()));
      values.put("who", values.get(statement ? "speaker" : "actors"));
      values.put("kindof", values.get(statement ? "act" : "type"));
      speakers.add(String.valueOf(values.get("who")));
      kinds.add(String.valueOf(values.get("kindof")));
      entries.add(values);
    }
    speakers.remove("");
    page.put("entries", entries);
    page.put("speakers", speakers);
    page.put("kinds", kinds);
    page.put("statements", Shown.number(record.statements().size(), wording));
    page.put("events", Shown.number(record.events().size(), wording));
    page.put("beside", beside(ledger.survey(), listed.get(), wording));
    List<Map<String, Object>> paragraphs = paragraphs(record, events);
    page.put("paragraphs", paragraphs);
    page.put(
        "untitled", paragraphs.stream().noneMatch(one -> Boolean.TRUE.equals(one.get("heading"))));
    return Optional.of(sheets.fill("article", page));
  }

  /** A statement or event and where its words begin. */
  private record Entered(int begins, Map<String, Object> values, String id) {}

  /** The articles before and after one in time. */
  private static List<Map<String, Object>> beside(
      Survey survey, Survey.Listed here, Wording wording) {
    List<Map<String, Object>> beside = new ArrayList<>();
    for (Survey.Listed one : survey.beside(here.id())) {
      boolean newer = one.day() != null && (here.day() == null || !one.day().isBefore(here.day()));
      Map<String, Object> shown = Shown.article(one, wording);
      shown.put("direction", wording.of(newer ? "newer" : "older"));
      beside.add(shown);
    }
    return beside;
  }

  private static Map<String, Object> elsewhere(Survey.Elsewhere link, Wording wording) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("relation", wording.label("relation", link.relation() + (link.from() ? "" : "_by")));
    shown.put("denial", RecordShown.isDenial(link.relation()));
    shown.put("outlet", link.outlet() == null ? link.article() : link.outlet());
    shown.put("date", Dates.words(link.published(), wording));
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
