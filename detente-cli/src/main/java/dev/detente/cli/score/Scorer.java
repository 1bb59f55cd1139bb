package dev.detente.cli.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.EventType;
import dev.detente.record.Link;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.record.TimeExpression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares records with annotated articles.
 *
 * <p>A statement matches when its content shares at least half of the words of the union with the
 * gold content, one to one, best first; it is attributed when its speaker is right too. An event
 * matches by type when the type is right and its evidence overlaps the gold's, by who-whom when the
 * type, an actor and, where the gold has recipients, a recipient is right. Not thread-safe.
 */
public final class Scorer {
  private static final double MILES_100_IN_KM = 161;
  private static final double EARTH_DIAMETER_KM = 12742;

  private final Figures total = new Figures();

  // Of the article that is being compared.
  private Figures figures = new Figures();
  private Differences differences = new Differences(ArticleText.of(""), ArticleText.of(""));

  /** The figures so far. */
  public Figures figures() {
    return total;
  }

  /**
   * Compares one article.
   *
   * @param gold the annotation as JSON: a whole record by names, attribution spans, coded events,
   *     or what reviewers marked
   * @param record what was read; null when it could not be read
   */
  public Comparison add(JsonNode gold, @Nullable ArticleRecord record) {
    GoldArticle article = new GoldArticle(gold);
    figures = new Figures();
    figures.article(record != null);
    Read read = new Read(record, article.text());
    differences = new Differences(article.text(), read.text);
    figures.share("text returned unchanged", read.text.equals(article.text()));
    if (article.hasMarks()) {
      new MarkScore(article, read, figures, differences).add();
    } else if (article.hasAttributions()) {
      attributions(article, read);
    } else if (article.isFull()) {
      full(article, read);
    } else {
      coded(article, read);
    }
    total.add(figures);
    return new Comparison(gold, article.text(), record, figures, differences.list());
  }

  /** A record taken apart; an empty one when there is none. */
  static final class Read {
    private final ArticleText text;
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final List<Statement> statements;
    final List<Event> events;
    private final List<Link> links;
    private final List<TimeExpression> times;
    private final List<Place> places;

    Read(@Nullable ArticleRecord record, ArticleText otherwise) {
      text = record == null ? otherwise : record.article().text();
      statements = record == null ? List.of() : record.statements();
      events = record == null ? List.of() : record.events();
      links = record == null ? List.of() : record.links();
      times = record == null ? List.of() : record.times();
      places = record == null ? List.of() : record.places();
      if (record != null) {
        record.actors().forEach(actor -> actors.put(actor.id(), actor));
      }
    }

    List<Statement> statements() {
      return statements;
    }

    List<Link> links() {
      return links;
    }

    List<Set<Integer>> statementWords() {
      List<Set<Integer>> words = new ArrayList<>();
      for (Statement statement : statements) {
        words.add(GoldArticle.words(text, statement.content()));
      }
      return words;
    }

    @Nullable String name(@Nullable String id) {
      Actor actor = actor(id);
      return actor == null ? null : actor.name();
    }

    /** Names of actors, divided by commas. */
    String names(List<String> ids) {
      List<String> names = new ArrayList<>();
      ids.forEach(id -> names.add(String.valueOf(name(id))));
      return String.join(", ", names);
    }

    String text(Span span) {
      return text.slice(span);
    }

    /** Where a statement or event of the record stands. */
    List<Span> spansOf(String id) {
      for (Statement statement : statements) {
        if (statement.id().equals(id)) {
          return statement.content();
        }
      }
      for (Event event : events) {
        if (event.id().equals(id)) {
          return List.of(event.evidence());
        }
      }
      return List.of();
    }

    @Nullable Actor actor(@Nullable String id) {
      return id == null ? null : actors.get(id);
    }

    @Nullable Place place(@Nullable String id) {
      for (Place place : places) {
        if (place.id().equals(id)) {
          return place;
        }
      }
      return null;
    }

    String norm(Span span) {
      return GoldArticle.norm(text.slice(span));
    }
  }

  private static Map<Integer, Integer> matchWords(
      List<Set<Integer>> gold, List<Set<Integer>> predicted) {
    Matching matching = new Matching();
    for (int i = 0; i < gold.size(); i++) {
      for (int j = 0; j < predicted.size(); j++) {
        Set<Integer> common = new HashSet<>(gold.get(i));
        common.retainAll(predicted.get(j));
        int union = gold.get(i).size() + predicted.get(j).size() - common.size();
        if (!common.isEmpty() && common.size() * 2 >= union) {
          matching.offer((double) common.size() / union, i, j);
        }
      }
    }
    return matching.best();
  }

  private void attributions(GoldArticle gold, Read read) {
    JsonNode attributions = gold.list("attributions");
    List<Set<Integer>> words = new ArrayList<>();
    for (JsonNode attribution : attributions) {
      words.add(GoldArticle.words(gold.text(), spans(attribution.path("content"))));
    }
    Map<Integer, Integer> matched = matchWords(words, read.statementWords());
    int attributed = 0;
    for (Map.Entry<Integer, Integer> match : matched.entrySet()) {
      List<Span> source = spans(attributions.path(match.getKey()).path("source"));
      Span speaker = read.statements.get(match.getValue()).speakerSpan();
      boolean right = source.isEmpty() && speaker == null;
      for (Span span : source) {
        right |= speaker != null && span.overlaps(speaker);
      }
      attributed += right ? 1 : 0;
    }
    int size = read.statements.size();
    figures.found("statement content", matched.size(), size, words.size());
    figures.found("statement attributed (source span)", attributed, size, words.size());
  }

  private void coded(GoldArticle gold, Read read) {
    JsonNode events = gold.list("events");
    Matching byType = new Matching();
    Matching whoWhom = new Matching();
    boolean countries = false;
    for (int i = 0; i < events.size(); i++) {
      Set<String> actors = countries(events.path(i).path("actors"));
      Set<String> recipients = countries(events.path(i).path("recipients"));
      countries |= !actors.isEmpty() || !recipients.isEmpty();
      for (int j = 0; j < read.events.size(); j++) {
        Event event = read.events.get(j);
        if (!sameCodedType(events.path(i).path("type").asText(), event.type())) {
          continue;
        }
        byType.offer(1, i, j);
        Set<String> readActors = countries(read, event.actors());
        Set<String> readRecipients = countries(read, event.recipients());
        boolean rightRecipient =
            recipients.isEmpty()
                || shared(recipients, readRecipients)
                || (event.recipients().isEmpty() && shared(recipients, readActors));
        if (shared(actors, readActors) && rightRecipient) {
          whoWhom.offer(1, i, j);
        }
      }
    }
    int size = read.events.size();
    figures.found("sentence event type", byType.best().size(), size, events.size());
    if (countries) {
      figures.found(
          "sentence event who-whom (country)", whoWhom.best().size(), size, events.size());
    }
  }

  private static boolean sameCodedType(String gold, EventType type) {
    return gold.equals("YIELD")
        ? type == EventType.CONCEDE || type == EventType.RETREAT
        : gold.equals(type.name());
  }

  private static Set<String> countries(JsonNode actors) {
    Set<String> countries = new HashSet<>();
    for (JsonNode actor : actors) {
      if (actor.path("country").isTextual()) {
        countries.add(actor.path("country").asText());
      }
    }
    return countries;
  }

  private static Set<String> countries(Read read, List<String> ids) {
    Set<String> countries = new HashSet<>();
    for (String id : ids) {
      Actor actor = read.actor(id);
      if (actor != null && actor.country() != null) {
        countries.add(actor.country());
      }
    }
    return countries;
  }

  private static boolean shared(Set<String> one, Set<String> other) {
    return one.stream().anyMatch(other::contains);
  }

  private void full(GoldArticle gold, Read read) {
    Map<String, String> idsOfGold = new LinkedHashMap<>();
    statements(gold, read, idsOfGold);
    events(gold, read, idsOfGold);
    links(gold, read, idsOfGold);
    actors(gold, read);
    times(gold, read);
    places(gold, read);
  }

  private void statements(GoldArticle gold, Read read, Map<String, String> idsOfGold) {
    JsonNode statements = gold.list("statements");
    List<List<Span>> spans = new ArrayList<>();
    List<Set<Integer>> words = new ArrayList<>();
    for (JsonNode statement : statements) {
      List<Span> content = gold.contentSpans(statement);
      spans.add(content);
      words.add(GoldArticle.words(gold.text(), content));
    }
    List<Set<Integer>> readWords = read.statementWords();
    Map<Integer, Integer> matched = matchWords(words, readWords);
    unmatchedStatements(statements, spans, read, matched);
    int attributed = 0;
    for (Map.Entry<Integer, Integer> match : matched.entrySet()) {
      JsonNode wanted = statements.path(match.getKey());
      Statement got = read.statements.get(match.getValue());
      idsOfGold.put(wanted.path("id").asText(), got.id());
      List<Span> where = spans.get(match.getKey());
      boolean speaker = same(gold, text(wanted, "speaker"), read.actor(got.speaker()), read);
      boolean kind = text(wanted, "kind").equals(got.kind().label());
      boolean act = text(wanted, "act").equals(got.act().label());
      differences.name(
          "speaker",
          speaker,
          text(wanted, "speaker"),
          read.name(got.speaker()),
          where,
          got.content());
      differences.value(
          "kind", kind, text(wanted, "kind"), got.kind().label(), where, got.content());
      differences.value("act", act, text(wanted, "act"), got.act().label(), where, got.content());
      differences.content(
          words.get(match.getKey()), readWords.get(match.getValue()), where, got.content());
      attributed += speaker ? 1 : 0;
      figures.share("statement speaker", speaker);
      figures.share("statement kind", kind);
      figures.share("statement act", act);
      if (!text(wanted, "addressee").isEmpty()) {
        boolean addressee =
            same(gold, text(wanted, "addressee"), read.actor(got.addressee()), read);
        figures.share("statement addressee", addressee);
        differences.name(
            "addressee",
            addressee,
            text(wanted, "addressee"),
            read.name(got.addressee()),
            where,
            got.content());
      }
      if (!wanted.path("via").isEmpty()) {
        boolean via = via(wanted.path("via"), got, read);
        figures.share("statement via", via);
        differences.name(
            "via",
            via,
            wanted.path("via").path(0).asText(),
            got.via().isEmpty() ? null : read.name(got.via().get(0)),
            where,
            got.content());
      }
      figures.share(
          "statement exact content",
          words.get(match.getKey()).equals(readWords.get(match.getValue())));
    }
    int size = read.statements.size();
    figures.found("statement content", matched.size(), size, statements.size());
    figures.found("statement attributed", attributed, size, statements.size());
  }

  private void unmatchedStatements(
      JsonNode statements, List<List<Span>> spans, Read read, Map<Integer, Integer> matched) {
    for (int i = 0; i < statements.size(); i++) {
      if (!matched.containsKey(i)) {
        JsonNode wanted = statements.path(i);
        differences.missed(
            "statement",
            text(wanted, "kind") + " " + text(wanted, "act"),
            text(wanted, "speaker") + ": " + differences.goldWords(spans.get(i)),
            spans.get(i));
      }
    }
    for (int j = 0; j < read.statements.size(); j++) {
      if (!matched.containsValue(j)) {
        Statement got = read.statements.get(j);
        differences.added(
            "statement",
            got.kind().label() + " " + got.act().label(),
            read.name(got.speaker())
                + ": "
                + differences.readWords(got.content())
                + " ("
                + got.why()
                + ")",
            got.content());
      }
    }
  }

  private static boolean via(JsonNode wanted, Statement got, Read read) {
    for (JsonNode name : wanted) {
      String norm = GoldArticle.norm(name.asText());
      for (String id : got.via()) {
        Actor actor = read.actor(id);
        if (actor != null) {
          String found = GoldArticle.norm(actor.name());
          if (found.contains(norm) || norm.contains(found)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void events(GoldArticle gold, Read read, Map<String, String> idsOfGold) {
    JsonNode events = gold.list("events");
    Matching byType = new Matching();
    Matching whoWhom = new Matching();
    for (int i = 0; i < events.size(); i++) {
      JsonNode wanted = events.path(i);
      List<Span> places = gold.findAll(text(wanted, "evidence"));
      for (int j = 0; j < read.events.size(); j++) {
        Event got = read.events.get(j);
        if (!text(wanted, "type").equals(got.type().name())) {
          continue;
        }
        boolean overlap = !places.isEmpty() && places.get(0).overlaps(got.evidence());
        if (overlap) {
          byType.offer(1, i, j);
        }
        if (whoWhom(gold, wanted, got, read)) {
          whoWhom.offer(overlap ? 2 : 1, i, j);
        }
      }
    }
    int size = read.events.size();
    Map<Integer, Integer> typed = byType.best();
    figures.found("event type", typed.size(), size, events.size());
    Map<Integer, Integer> matched = whoWhom.best();
    figures.found("event who-whom", matched.size(), size, events.size());
    new EventDifferences(gold, differences).find(read, typed, matched);
    for (Map.Entry<Integer, Integer> match : matched.entrySet()) {
      JsonNode wanted = events.path(match.getKey());
      Event got = read.events.get(match.getValue());
      idsOfGold.put(wanted.path("id").asText(), got.id());
      List<Span> where = first(gold.findAll(text(wanted, "evidence")));
      List<Span> there = List.of(got.evidence());
      boolean status = text(wanted, "status").equals(got.status().label());
      figures.share("event status", status);
      differences.value(
          "event status", status, text(wanted, "status"), got.status().label(), where, there);
      if (!text(wanted, "mode").isEmpty()) {
        boolean mode = text(wanted, "mode").equals(got.mode());
        figures.share("event mode", mode);
        differences.value(
            "event mode",
            mode,
            text(wanted, "type") + "/" + text(wanted, "mode"),
            got.mode(),
            where,
            there);
      }
      if (!text(wanted, "date").isEmpty()) {
        boolean date = sameDate(text(wanted, "date"), got.date() == null ? "" : got.date());
        figures.share("event date", date);
        differences.name("event date", date, text(wanted, "date"), got.date(), where, there);
      }
      if (!text(wanted, "place").isEmpty()) {
        Place place = read.place(got.place());
        String norm = GoldArticle.norm(text(wanted, "place"));
        boolean right =
            place != null
                && (read.norm(place.span()).equals(norm)
                    || GoldArticle.norm(place.name()).equals(norm));
        figures.share("event place", right);
        differences.name(
            "event place",
            right,
            text(wanted, "place"),
            place == null ? null : place.name(),
            where,
            there);
      }
    }
  }

  private static List<Span> first(List<Span> spans) {
    return spans.isEmpty() ? List.of() : List.of(spans.get(0));
  }

  static boolean whoWhom(GoldArticle gold, JsonNode wanted, Event got, Read read) {
    JsonNode actors = wanted.path("actors");
    JsonNode recipients = wanted.path("recipients");
    boolean actor = actors.isEmpty() || any(gold, actors, got.actors(), read);
    boolean recipient = recipients.isEmpty() || any(gold, recipients, got.recipients(), read);
    if (got.type() == EventType.CONSULT && !(actor && recipient)) {
      // Those who meet may stand on either side.
      List<String> all = new ArrayList<>(got.actors());
      all.addAll(got.recipients());
      actor = any(gold, actors, all, read);
      recipient = recipients.isEmpty() || any(gold, recipients, all, read);
    }
    return actor && recipient;
  }

  static boolean any(GoldArticle gold, JsonNode names, List<String> ids, Read read) {
    for (JsonNode name : names) {
      for (String id : ids) {
        if (same(gold, name.asText(), read.actor(id), read)) {
          return true;
        }
      }
    }
    return false;
  }

  private void links(GoldArticle gold, Read read, Map<String, String> idsOfGold) {
    Set<List<String>> found = new HashSet<>();
    for (Link link : read.links) {
      found.add(List.of(link.from(), link.relation().label(), link.to()));
    }
    int right = 0;
    Set<List<String>> matched = new HashSet<>();
    for (JsonNode link : gold.list("links")) {
      String from = idsOfGold.get(text(link, "from"));
      String to = idsOfGold.get(text(link, "to"));
      String relation = text(link, "relation");
      if (from != null && to != null && found.contains(List.of(from, relation, to))) {
        right++;
        matched.add(List.of(from, relation, to));
      } else {
        differences.missed(
            "link",
            relation + (from == null || to == null ? ", an end not matched" : ""),
            text(link, "from") + " " + relation + " " + text(link, "to"),
            gold.spansOf(text(link, "from")));
      }
    }
    for (Link link : read.links) {
      if (!matched.contains(List.of(link.from(), link.relation().label(), link.to()))) {
        differences.added(
            "link",
            link.relation().label(),
            link.from() + " " + link.relation().label() + " " + link.to() + " (" + link.why() + ")",
            read.spansOf(link.from()));
      }
    }
    figures.found("link", right, found.size(), gold.list("links").size());
  }

  private void actors(GoldArticle gold, Read read) {
    Set<String> used = new HashSet<>();
    for (Map.Entry<String, JsonNode> wanted : gold.actors().entrySet()) {
      JsonNode actor = wanted.getValue();
      Set<String> mentions = new HashSet<>();
      for (JsonNode mention : actor.path("mentions")) {
        mentions.add(GoldArticle.norm(mention.asText()));
      }
      Actor match = null;
      for (Actor candidate : read.actors.values()) {
        if (!used.contains(candidate.id()) && same(gold, wanted.getKey(), candidate, read)) {
          match = candidate;
          break;
        }
      }
      if (match == null) {
        figures.found("actor mentions (strings)", 0, 0, mentions.size());
        differences.missed(
            "actor", text(actor, "kind"), wanted.getKey(), first(gold.findAll(first(actor))));
        continue;
      }
      used.add(match.id());
      if (!text(actor, "country").isEmpty()) {
        boolean country = text(actor, "country").equals(match.country());
        figures.share("actor country", country);
        differences.name(
            "actor country",
            country,
            text(actor, "country"),
            match.country(),
            first(gold.findAll(first(actor))),
            match.mentions());
      }
      if (!text(actor, "sector").isEmpty()) {
        boolean sector = text(actor, "sector").equals(match.sector());
        figures.share("actor sector", sector);
        differences.value(
            "actor sector",
            sector,
            text(actor, "sector"),
            match.sector(),
            first(gold.findAll(first(actor))),
            match.mentions());
      }
      Set<String> got = new HashSet<>();
      match.mentions().forEach(span -> got.add(read.norm(span)));
      long common = mentions.stream().filter(got::contains).count();
      figures.found("actor mentions (strings)", common, got.size(), mentions.size());
    }
    for (Actor actor : read.actors.values()) {
      if (!used.contains(actor.id())) {
        differences.added("actor", actor.kind().label(), actor.name(), actor.mentions());
      }
    }
    figures.found("actor", used.size(), read.actors.size(), gold.actors().size());
  }

  /** An actor's first mention. */
  private static String first(JsonNode actor) {
    return actor.path("mentions").path(0).asText(text(actor, "name"));
  }

  private void times(GoldArticle gold, Read read) {
    Set<List<String>> wanted = new HashSet<>();
    for (JsonNode time : gold.list("times")) {
      wanted.add(
          List.of(GoldArticle.norm(text(time, "text")), GoldArticle.norm(text(time, "value"))));
    }
    Set<List<String>> got = new HashSet<>();
    Map<String, String> values = new LinkedHashMap<>();
    for (TimeExpression time : read.times) {
      List<String> both = List.of(read.norm(time.span()), GoldArticle.norm(time.value()));
      got.add(both);
      values.put(both.get(0), both.get(1));
      if (wanted.stream().noneMatch(one -> one.get(0).equals(both.get(0)))) {
        differences.added(
            "time", "", read.text.slice(time.span()) + " = " + time.value(), List.of(time.span()));
      }
    }
    for (JsonNode time : gold.list("times")) {
      String words = GoldArticle.norm(text(time, "text"));
      List<Span> where = first(gold.findAll(text(time, "text")));
      if (!values.containsKey(words)) {
        differences.missed("time", "", text(time, "text") + " = " + text(time, "value"), where);
      } else if (!got.contains(List.of(words, GoldArticle.norm(text(time, "value"))))) {
        differences.name(
            "time value", false, text(time, "value"), values.get(words), where, List.of());
      }
    }
    long common = wanted.stream().filter(got::contains).count();
    figures.found("time text and value", common, got.size(), wanted.size());
  }

  private void places(GoldArticle gold, Read read) {
    Map<String, JsonNode> wanted = new LinkedHashMap<>();
    for (JsonNode place : gold.list("places")) {
      wanted.put(GoldArticle.norm(text(place, "text")), place);
    }
    Map<String, Place> got = new LinkedHashMap<>();
    read.places.forEach(place -> got.put(read.norm(place.span()), place));
    int common = 0;
    for (Map.Entry<String, JsonNode> entry : wanted.entrySet()) {
      Place place = got.get(entry.getKey());
      if (place == null) {
        differences.missed(
            "place",
            "",
            text(entry.getValue(), "text"),
            first(gold.findAll(text(entry.getValue(), "text"))));
        continue;
      }
      common++;
      JsonNode place0 = entry.getValue();
      String country = text(place0, "country");
      figures.share(
          "place country", country.equals(place.country() == null ? "" : place.country()));
      if (place0.path("lat").isNumber()) {
        figures.share(
            "place within 161 km",
            place.lat() != null
                && place.lon() != null
                && kilometres(
                        place0.path("lat").asDouble(),
                        place0.path("lon").asDouble(),
                        place.lat(),
                        place.lon())
                    <= MILES_100_IN_KM);
      }
    }
    got.forEach(
        (words, place) -> {
          if (!wanted.containsKey(words)) {
            differences.added("place", "", read.text.slice(place.span()), List.of(place.span()));
          }
        });
    figures.found("place text", common, got.size(), wanted.size());
  }

  /**
   * Whether an actor of the record is one of the gold: by name or any shared mention, persons by
   * their last name, states by their country.
   */
  private static boolean same(GoldArticle gold, String name, @Nullable Actor actor, Read read) {
    if (actor == null) {
      return false;
    }
    JsonNode wanted = gold.actor(name);
    Set<String> names = new HashSet<>();
    names.add(GoldArticle.norm(name));
    for (JsonNode mention : wanted.path("mentions")) {
      names.add(GoldArticle.norm(mention.asText()));
    }
    names.remove("");
    if (names.contains(GoldArticle.norm(actor.name()))) {
      return true;
    }
    for (Span mention : actor.mentions()) {
      if (names.contains(read.norm(mention))) {
        return true;
      }
    }
    if (text(wanted, "kind").equals("person")
        && !lastWord(name).isEmpty()
        && lastWord(name).equals(lastWord(actor.name()))) {
      return true;
    }
    return text(wanted, "kind").equals("state")
        && actor.kind() == ActorKind.STATE
        && text(wanted, "country").equals(actor.country() == null ? "" : actor.country());
  }

  private static String lastWord(String name) {
    String norm = GoldArticle.norm(name);
    return norm.substring(norm.lastIndexOf(' ') + 1);
  }

  private static boolean sameDate(String one, String other) {
    return date(one).equals(date(other));
  }

  private static String date(String value) {
    String date = GoldArticle.norm(value).replace("?", "");
    while (date.endsWith("~")) {
      date = date.substring(0, date.length() - 1);
    }
    return date;
  }

  private static double kilometres(double lat1, double lon1, double lat2, double lon2) {
    double north = Math.sin(Math.toRadians(lat2 - lat1) / 2);
    double east = Math.sin(Math.toRadians(lon2 - lon1) / 2);
    double x =
        north * north
            + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * east * east;
    return EARTH_DIAMETER_KM * Math.asin(Math.min(1, Math.sqrt(x)));
  }

  private static List<Span> spans(JsonNode value) {
    List<Span> spans = new ArrayList<>();
    if (value.size() == 2 && value.path(0).isInt()) {
      spans.add(new Span(value.path(0).asInt(), value.path(1).asInt()));
      return spans;
    }
    for (JsonNode span : value) {
      spans.add(new Span(span.path(0).asInt(), span.path(1).asInt()));
    }
    return spans;
  }

  static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isTextual() ? value.asText() : "";
  }
}
