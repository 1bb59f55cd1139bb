package dev.detente.web.page;

import dev.detente.article.Span;
import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.Finding;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.Survey;
import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.story.ClaimSheet;
import dev.detente.ledger.story.Voice;
import dev.detente.ledger.tension.Step;
import dev.detente.ledger.tension.Tension;
import dev.detente.ledger.tension.TensionPoint;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.EventStatus;
import dev.detente.record.Link;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the pages out of a ledger. Thread-safe; the ledger handed in is used by one thread. */
public final class Pages {
  private static final int SIZE = 40;
  private static final int MATRIX = 12;
  private static final int FRAGMENT = 60;

  private final Sheets sheets = new Sheets();

  /** What opens the room: how much there is, what is new, how the weeks went. */
  public String overview(Ledger ledger, Wording wording) {
    Survey survey = ledger.survey();
    Survey.Counts counts = survey.counts();
    Map<String, Object> page = page(wording, "overview", wording.of("nav_overview"));
    page.put("isempty", counts.articles() == 0);
    page.put("articles", number(counts.articles(), wording));
    page.put("statements", number(counts.statements(), wording));
    page.put("events", number(counts.events(), wording));
    page.put("entities", number(counts.entities(), wording));
    page.put("outlets", number(counts.outlets(), wording));
    page.put("newest", articles(survey.articles(0, 12), wording));
    page.put("speakers", somebodies(survey.entities(null, 0, 10)));
    page.put("types", tallies(survey.types(), "type", wording));
    page.put("acts", tallies(survey.acts(), "act", wording));
    List<Survey.Week> weeks = survey.weeks();
    page.put("chart", WeekChart.draw(weeks, wording));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Survey.Week week : weeks) {
      rows.add(
          Map.of(
              "from", week.from(),
              "conflict", Long.toString(week.conflict()),
              "cooperation", Long.toString(week.cooperation()),
              "mean", decimal(week.mean(), wording)));
    }
    page.put("weeks", rows);
    return sheets.fill("overview", page);
  }

  /** A list of articles. */
  public String articles(Ledger ledger, Wording wording, Asked asked) {
    Map<String, Object> page = page(wording, "articles", wording.of("nav_articles"));
    List<Survey.Listed> found = ledger.survey().articles(asked.page() * SIZE, SIZE + 1);
    page.put("list", articles(cut(found), wording));
    turn(page, "/articles", asked, found.size() > SIZE);
    return sheets.fill("articles", page);
  }

  /** An article with its record beside it; empty when there is none of this id. */
  public Optional<String> article(Ledger ledger, Wording wording, String id) {
    ArticleRecord record = ledger.record(id);
    Optional<Survey.Listed> listed = ledger.survey().article(id);
    if (record == null || listed.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> page = page(wording, "articles", listed.get().headline());
    page.put("article", article(listed.get(), wording));
    page.put("lang", record.article().language());
    page.put("truncated", record.truncated());
    Map<String, Map<String, Object>> events = new HashMap<>();
    Names names = new Names(record);
    long content = listed.get().content();
    Map<String, List<Map<String, Object>>> elsewhere = new HashMap<>();
    for (Survey.Elsewhere link : ledger.survey().elsewhere(id)) {
      elsewhere
          .computeIfAbsent(link.here(), key -> new ArrayList<>())
          .add(elsewhere(link, wording));
    }
    List<Map<String, Object>> said = new ArrayList<>();
    for (Statement statement : record.statements()) {
      Map<String, Object> shown = statement(record, names, statement, content, wording);
      shown.put("elsewhere", elsewhere.getOrDefault(statement.id(), List.of()));
      said.add(shown);
    }
    List<Map<String, Object>> done = new ArrayList<>();
    for (Event event : record.events()) {
      Map<String, Object> shown = event(record, names, event, content, wording);
      shown.put("elsewhere", elsewhere.getOrDefault(event.id(), List.of()));
      events.put(event.id(), shown);
      done.add(shown);
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
    shown.put("href", "/articles/" + Asked.encoded(link.article()) + "#" + link.there());
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

  /** Who is who in one record. */
  private static final class Names {
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();

    Names(ArticleRecord record) {
      record.actors().forEach(actor -> actors.put(actor.id(), actor));
      for (Place place : record.places()) {
        places.put(place.id(), place.name());
      }
    }

    String of(@Nullable String id) {
      Actor actor = id == null ? null : actors.get(id);
      return actor == null ? "" : actor.name();
    }

    String of(List<String> ids) {
      return ids.stream().map(this::of).collect(Collectors.joining(", "));
    }

    @Nullable String role(@Nullable String id) {
      Actor actor = id == null ? null : actors.get(id);
      return actor == null ? null : actor.role();
    }

    @Nullable String place(@Nullable String id) {
      return id == null ? null : places.get(id);
    }
  }

  private static Map<String, Object> statement(
      ArticleRecord record, Names names, Statement statement, long content, Wording wording) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("id", statement.id());
    shown.put("speaker", names.of(statement.speaker()));
    shown.put("role", names.role(statement.speaker()));
    shown.put("addressee", names.of(statement.addressee()));
    shown.put("via", names.of(statement.via()));
    shown.put("act", wording.label("act", statement.act().label()));
    shown.put("kind", wording.label("kind", statement.kind().label()));
    shown.put("direct", statement.kind().label().equals("direct"));
    shown.put("words", words(record, statement.content()));
    shown.put("date", statement.date());
    shown.put("place", names.place(statement.place()));
    shown.put("why", statement.why());
    shown.put("address", Address.of(content, statement).toString());
    List<Map<String, Object>> links = new ArrayList<>();
    for (Link link : record.links()) {
      if (link.from().equals(statement.id())) {
        links.add(link(link.relation().label(), link.to(), link.confidence(), wording));
      }
      if (link.to().equals(statement.id())) {
        links.add(link(link.relation().label() + "_by", link.from(), link.confidence(), wording));
      }
    }
    shown.put("links", links);
    return shown;
  }

  private static Map<String, Object> link(
      String relation, String to, double confidence, Wording wording) {
    return Map.of(
        "relation", wording.label("relation", relation),
        "to", to,
        "confidence", String.format(Locale.ROOT, "%.0f %%", 100 * confidence));
  }

  private static Map<String, Object> event(
      ArticleRecord record, Names names, Event event, long content, Wording wording) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("id", event.id());
    shown.put("type", wording.label("type", event.type().name()));
    shown.put("code", event.type().name());
    shown.put("mode", event.mode());
    shown.put("actors", names.of(event.actors()));
    shown.put("recipients", names.of(event.recipients()));
    shown.put("statuscode", event.status().label());
    shown.put("status", wording.label("status", event.status().label()));
    shown.put("tone", tone(event.score()));
    shown.put("score", decimal(event.score(), wording));
    shown.put("anchor", record.article().slice(event.anchor()));
    shown.put("words", record.article().slice(event.evidence()));
    shown.put("date", event.date());
    shown.put("place", names.place(event.place()));
    shown.put("why", event.why());
    shown.put("address", Address.of(content, event).toString());
    return shown;
  }

  private static String words(ArticleRecord record, List<Span> spans) {
    return spans.stream().map(record.article()::slice).collect(Collectors.joining(" … "));
  }

  private static String tone(double score) {
    return score < 0 ? "conflict" : score > 0 ? "cooperation" : "neutral";
  }

  /** Statements and events that a filter finds. */
  public String findings(Ledger ledger, Wording wording, Asked asked) {
    Map<String, Object> page = page(wording, "find", wording.of("nav_find"));
    Survey survey = ledger.survey();
    List<Finding> found = ledger.page(asked.question(), asked.page() * SIZE, SIZE + 1);
    page.put("list", findings(cut(found), wording));
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
    turn(page, "/find", asked, found.size() > SIZE);
    String query = asked.query(0);
    page.put("json", "/api/v1/findings" + (query.isEmpty() ? "" : "?" + query));
    page.put("csv", "/api/v1/findings.csv" + (query.isEmpty() ? "" : "?" + query));
    return sheets.fill("find", page);
  }

  /** The same as {@link #findings} along time: days with what was said and done on them. */
  public String timeline(Ledger ledger, Wording wording, Asked asked) {
    Map<String, Object> page = page(wording, "timeline", wording.of("nav_timeline"));
    List<Finding> found = ledger.page(asked.question(), asked.page() * SIZE, SIZE + 1);
    Map<String, List<Finding>> days = new LinkedHashMap<>();
    for (Finding finding : cut(found)) {
      String day = finding.date() != null ? finding.date() : finding.published();
      days.computeIfAbsent(day == null ? wording.of("undated") : day, key -> new ArrayList<>())
          .add(finding);
    }
    List<Map<String, Object>> shown = new ArrayList<>();
    days.forEach((day, list) -> shown.add(Map.of("day", day, "list", findings(list, wording))));
    page.put("days", shown);
    page.put("none", found.isEmpty());
    turn(page, "/timeline", asked, found.size() > SIZE);
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

  private static List<Map<String, Object>> findings(List<Finding> found, Wording wording) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Finding finding : found) {
      Map<String, Object> shown = new HashMap<>();
      shown.put("href", "/articles/" + Asked.encoded(finding.article()) + "#" + finding.id());
      shown.put("article", finding.article());
      shown.put("event", finding.event());
      shown.put("what", wording.label(finding.event() ? "type" : "act", finding.what()));
      shown.put("who", String.join(", ", finding.who()));
      shown.put("whom", String.join(", ", finding.whom()));
      shown.put("outlet", finding.outlet());
      shown.put("lang", finding.language());
      shown.put("date", finding.date() != null ? finding.date() : finding.published());
      shown.put("mode", finding.mode());
      shown.put("status", wording.label("status", finding.status()));
      shown.put("statuscode", finding.status());
      Double score = finding.score();
      shown.put("tone", score == null ? "said" : tone(score));
      shown.put("place", finding.place());
      shown.put("words", finding.words());
      list.add(shown);
    }
    return list;
  }

  /** Those who speak and act. */
  public String actors(Ledger ledger, Wording wording, Asked asked) {
    Map<String, Object> page = page(wording, "actors", wording.of("nav_actors"));
    List<Survey.Somebody> found =
        ledger.survey().entities(asked.value("actor"), asked.page() * SIZE, SIZE + 1);
    page.put("list", somebodies(cut(found)));
    page.put("name", asked.value("actor"));
    page.put("none", found.isEmpty());
    turn(page, "/actors", asked, found.size() > SIZE);
    return sheets.fill("actors", page);
  }

  /** Somebody: roles, what they said, what was said to and of them; empty when there is none. */
  public Optional<String> actor(Ledger ledger, Wording wording, String entity) {
    Survey survey = ledger.survey();
    Optional<Survey.Somebody> somebody = survey.entity(entity);
    if (somebody.isEmpty()) {
      return Optional.empty();
    }
    String name = somebody.get().name();
    Map<String, Object> page = page(wording, "actors", name);
    page.put("somebody", somebodies(List.of(somebody.get())).get(0));
    page.put("roles", tallies(survey.roles(entity), "role", wording));
    page.put("said", findings(ledger, wording, "speaker", name));
    page.put("told", findings(ledger, wording, "addressee", name));
    page.put("about", findings(ledger, wording, "about", name));
    page.put("query", Asked.encoded(name));
    return Optional.of(sheets.fill("actor", page));
  }

  private static List<Map<String, Object>> findings(
      Ledger ledger, Wording wording, String field, String name) {
    Function<String, @Nullable String> parameters = key -> key.equals(field) ? name : null;
    return findings(ledger.page(Asked.of(parameters).question(), 0, 12), wording);
  }

  /** Who did how much to whom, country by country. */
  public String pairs(Ledger ledger, Wording wording) {
    Map<String, Object> page = page(wording, "pairs", wording.of("nav_pairs"));
    List<Survey.Pair> pairs = ledger.survey().pairs();
    Map<String, Long> weights = new TreeMap<>();
    Map<String, Survey.Pair> cells = new HashMap<>();
    for (Survey.Pair pair : pairs) {
      weights.merge(pair.actor(), pair.events(), Long::sum);
      weights.merge(pair.recipient(), pair.events(), Long::sum);
      cells.put(pair.actor() + " " + pair.recipient(), pair);
    }
    List<String> countries =
        weights.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MATRIX)
            .map(Map.Entry::getKey)
            .toList();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String actor : countries) {
      List<Map<String, Object>> row = new ArrayList<>();
      for (String recipient : countries) {
        Survey.Pair pair = cells.get(actor + " " + recipient);
        Map<String, Object> cell = new HashMap<>();
        if (pair != null) {
          cell.put("count", Long.toString(pair.events()));
          cell.put("tone", tone(pair.mean()) + " strength" + strength(pair.mean()));
          cell.put("mean", decimal(pair.mean(), wording));
        }
        cell.put("self", actor.equals(recipient));
        row.add(cell);
      }
      rows.add(Map.of("country", actor, "cells", row));
    }
    page.put("countries", countries);
    page.put("rows", rows);
    page.put("none", countries.isEmpty());
    return sheets.fill("pairs", page);
  }

  private static int strength(double mean) {
    return (int) Math.min(4, Math.ceil(Math.abs(mean) / 2.5));
  }

  /** Claims with who stands where: who claims, who denies, who confirms, and who told one side. */
  public String claims(Ledger ledger, Wording wording, Asked asked) {
    Map<String, Object> page = page(wording, "claims", wording.of("nav_claims"));
    List<ClaimSheet> found = new AcrossArticles(ledger).claims();
    int from = Math.min(found.size(), asked.page() * SIZE);
    int to = Math.min(found.size(), from + SIZE);
    List<Map<String, Object>> list = new ArrayList<>();
    for (ClaimSheet sheet : found.subList(from, to)) {
      Map<String, Object> shown = new HashMap<>();
      shown.put("words", sheet.claims().get(0).words());
      shown.put("claims", voices(sheet.claims(), wording));
      shown.put("denials", voices(sheet.denials(), wording));
      shown.put("confirmations", voices(sheet.confirmations(), wording));
      shown.put("reports", Integer.toString(sheet.reports()));
      shown.put("onesided", one(sheet.onlyClaim()));
      list.add(shown);
    }
    page.put("list", list);
    page.put("none", found.isEmpty());
    turn(page, "/claims", asked, to < found.size());
    return sheets.fill("claims", page);
  }

  private static List<Map<String, Object>> one(List<String> articles) {
    return articles.stream()
        .map(id -> Map.<String, Object>of("id", id, "href", "/articles/" + Asked.encoded(id)))
        .toList();
  }

  private static List<Map<String, Object>> voices(List<Voice> voices, Wording wording) {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (Voice voice : voices) {
      Map<String, Object> values = new HashMap<>();
      values.put("who", voice.speakerName());
      values.put("what", wording.label("act", voice.act().label()));
      values.put("outlet", voice.outlet());
      DayRange days = voice.days();
      values.put("date", days == null ? null : LocalDate.ofEpochDay(days.first()).toString());
      values.put("words", voice.words());
      values.put(
          "href", "/articles/" + Asked.encoded(voice.end().article()) + "#" + voice.end().id());
      shown.add(values);
    }
    return shown;
  }

  /**
   * How tense it was between two countries, week by week.
   *
   * @param between two or more countries with commas; null for those with most events
   * @throws IllegalArgumentException when they are not countries' codes
   */
  public String tension(Ledger ledger, Wording wording, @Nullable String between) {
    List<Survey.Pair> pairs = ledger.survey().pairs();
    String chosen =
        between != null && !between.isBlank()
            ? between.strip().toUpperCase(Locale.ROOT)
            : pairs.isEmpty() ? "" : pairs.get(0).actor() + "," + pairs.get(0).recipient();
    Map<String, Object> page = page(wording, "tension", wording.of("nav_tension"));
    page.put("between", chosen);
    List<String> parties = chosen.isEmpty() ? List.of() : List.of(chosen.split(",", -1));
    if (!chosen.isEmpty()
        && (parties.size() < 2
            || parties.size() > 10
            || !parties.stream().allMatch(party -> party.matches("[A-Z]{3}")))) {
      throw new IllegalArgumentException("between takes two or more countries, like RUS,UKR");
    }
    List<TensionPoint> points = List.of();
    AcrossArticles.Deeds deeds = new AcrossArticles.Deeds(List.of(), Map.of());
    if (!parties.isEmpty()) {
      deeds = new AcrossArticles(ledger).deeds(parties);
      points = Tension.between(parties, deeds.deeds(), EventStatus.ACTUAL, Step.WEEK);
    }
    page.put("chart", TensionChart.draw(points, wording));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (TensionPoint point : points) {
      if (point.value() == null) {
        continue;
      }
      Map<String, Object> row = new HashMap<>();
      row.put("from", point.from());
      row.put("value", decimal(point.value(), wording));
      row.put("low", point.low() == null ? "" : decimal(point.low(), wording));
      row.put("high", point.high() == null ? "" : decimal(point.high(), wording));
      List<Map<String, Object>> parts = new ArrayList<>();
      for (TensionPoint.Part part : point.parts()) {
        for (AcrossArticles.Evidence evidence :
            deeds.evidence().getOrDefault(part.event(), List.of())) {
          parts.add(
              Map.of(
                  "gives", decimal(part.gives(), wording),
                  "type", wording.label("type", evidence.type()),
                  "tone", tone(part.score()),
                  "words", evidence.words(),
                  "href",
                      "/articles/"
                          + Asked.encoded(evidence.end().article())
                          + "#"
                          + evidence.end().id()));
        }
      }
      row.put("parts", parts);
      rows.add(row);
    }
    page.put("rows", rows);
    page.put("none", rows.isEmpty());
    List<Map<String, Object>> others = new ArrayList<>();
    for (Survey.Pair pair : pairs.subList(0, Math.min(8, pairs.size()))) {
      if (pair.actor().compareTo(pair.recipient()) < 0
          || pairs.stream()
              .noneMatch(
                  other ->
                      other.actor().equals(pair.recipient())
                          && other.recipient().equals(pair.actor()))) {
        others.add(Map.of("pair", pair.actor() + "," + pair.recipient()));
      }
    }
    page.put("others", others);
    return sheets.fill("tension", page);
  }

  /** A statement or event alone, to be quoted; empty when it is not there. */
  public Optional<String> card(Ledger ledger, Wording wording, Address address, String origin) {
    Optional<Survey.Listed> listed = ledger.survey().article(address.content());
    if (listed.isEmpty()) {
      return Optional.empty();
    }
    ArticleRecord record = ledger.record(listed.get().id());
    Optional<String> id = record == null ? Optional.empty() : address.in(record);
    if (record == null || id.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> page = page(wording, "find", listed.get().headline());
    page.put("article", article(listed.get(), wording));
    page.put("lang", record.article().language());
    Names names = new Names(record);
    for (Statement statement : record.statements()) {
      if (statement.id().equals(id.get())) {
        page.put("statement", statement(record, names, statement, address.content(), wording));
      }
    }
    for (Event event : record.events()) {
      if (event.id().equals(id.get())) {
        page.put("event", event(record, names, event, address.content(), wording));
      }
    }
    page.put("permanent", origin + "/r/" + address);
    page.put("inarticle", "/articles/" + Asked.encoded(listed.get().id()) + "#" + id.get());
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

  /** Where all this comes from. */
  public String about(Ledger ledger, Wording wording, String version) {
    Map<String, Object> page = page(wording, "about", wording.of("nav_about"));
    Survey survey = ledger.survey();
    Survey.Counts counts = survey.counts();
    page.put("version", version);
    page.put("file", ledger.file().toString());
    page.put("articles", number(counts.articles(), wording));
    page.put("statements", number(counts.statements(), wording));
    page.put("events", number(counts.events(), wording));
    page.put("links", number(counts.links(), wording));
    page.put("outletlist", tallies(survey.outlets(), "outlet", wording));
    page.put("languagelist", tallies(survey.languages(), "language", wording));
    survey.articles(0, 1).stream()
        .findFirst()
        .ifPresent(
            newest -> {
              page.put("model", newest.model());
              page.put("codebook", newest.codebook());
            });
    return sheets.fill("about", page);
  }

  /** A page that says what is wrong. */
  public String wrong(Wording wording, String title, String reason) {
    Map<String, Object> page = page(wording, "", wording.of(title));
    page.put("reason", reason);
    return sheets.fill("wrong", page);
  }

  private static Map<String, Object> page(Wording wording, String active, String title) {
    Map<String, Object> page = new HashMap<>();
    page.put("t", wording.words());
    page.put("pagelang", wording.language());
    page.put("title", title);
    List<Map<String, Object>> navigation = new ArrayList<>();
    for (String place :
        List.of(
            "overview",
            "articles",
            "find",
            "claims",
            "timeline",
            "actors",
            "pairs",
            "tension",
            "about")) {
      navigation.add(
          Map.of(
              "href", place.equals("overview") ? "/" : "/" + place,
              "name", wording.of("nav_" + place),
              "here", place.equals(active)));
    }
    page.put("navigation", navigation);
    List<Map<String, Object>> languages = new ArrayList<>();
    for (String language : Wording.LANGUAGES) {
      languages.add(
          Map.of(
              "code", language,
              "name", wording.of("language_" + language),
              "here", language.equals(wording.language())));
    }
    page.put("languages", languages);
    return page;
  }

  private static void turn(Map<String, Object> page, String path, Asked asked, boolean more) {
    if (asked.page() > 0) {
      page.put("previous", address(path, asked.query(asked.page() - 1)));
    }
    if (more) {
      page.put("next", address(path, asked.query(asked.page() + 1)));
    }
  }

  private static String address(String path, String query) {
    return query.isEmpty() ? path : path + "?" + query;
  }

  private static <T> List<T> cut(List<T> list) {
    return list.subList(0, Math.min(SIZE, list.size()));
  }

  private static List<Map<String, Object>> articles(List<Survey.Listed> list, Wording wording) {
    return list.stream().map(one -> article(one, wording)).toList();
  }

  private static Map<String, Object> article(Survey.Listed one, Wording wording) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("id", one.id());
    shown.put("href", "/articles/" + Asked.encoded(one.id()));
    shown.put("headline", one.headline());
    shown.put("outlet", one.outlet());
    shown.put("language", wording.label("language", one.language()));
    shown.put("lang", one.language());
    shown.put("published", one.published());
    shown.put("url", one.url() != null && one.url().matches("https?://\\S+") ? one.url() : null);
    shown.put("said", number(one.statements(), wording));
    shown.put("done", number(one.events(), wording));
    shown.put("version", one.version() > 1 ? Integer.toString(one.version()) : null);
    return shown;
  }

  private static List<Map<String, Object>> somebodies(List<Survey.Somebody> list) {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (Survey.Somebody one : list) {
      Map<String, Object> values = new HashMap<>();
      values.put("href", "/actors/" + Asked.encoded(one.entity()));
      values.put("name", one.name());
      values.put("country", one.country());
      values.put("kind", one.kind());
      values.put("articles", Long.toString(one.articles()));
      values.put("said", Long.toString(one.said()));
      values.put("told", Long.toString(one.told()));
      values.put("did", Long.toString(one.did()));
      values.put("suffered", Long.toString(one.suffered()));
      shown.add(values);
    }
    return shown;
  }

  private static List<Map<String, Object>> tallies(
      List<Survey.Tally> tallies, String kind, Wording wording) {
    long most = tallies.stream().mapToLong(Survey.Tally::count).max().orElse(1);
    List<Map<String, Object>> shown = new ArrayList<>();
    for (Survey.Tally tally : tallies) {
      shown.add(
          Map.of(
              "value", tally.value(),
              "label", wording.label(kind, tally.value()),
              "count", number(tally.count(), wording),
              "width", String.format(Locale.ROOT, "%.1f", 100.0 * tally.count() / most)));
    }
    return shown;
  }

  private static String number(long value, Wording wording) {
    return String.format(locale(wording), "%,d", value);
  }

  private static String decimal(double value, Wording wording) {
    return String.format(locale(wording), "%+.1f", value);
  }

  private static Locale locale(Wording wording) {
    return wording.language().equals("en") ? Locale.UK : Locale.forLanguageTag("nb-NO");
  }
}
