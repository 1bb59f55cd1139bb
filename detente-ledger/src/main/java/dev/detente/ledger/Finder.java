package dev.detente.ledger;

import dev.detente.article.DetenteException;
import dev.detente.ledger.search.Filter;
import dev.detente.ledger.search.Place;
import dev.detente.ledger.search.Trait;
import dev.detente.ledger.store.ItemNumber;
import dev.detente.ledger.store.LedgerDatabase;
import dev.detente.ledger.store.Names;
import dev.detente.ledger.store.TableRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions: first the numbers of what fits, newest first, by the index; then what is shown
 * of them, a page at a time, by DuckDB.
 */
final class Finder {
  private static final int PAGE = 500;

  /** What statements and events are alike in, with what each is (its act or type) as %s. */
  private static final String COLUMNS =
      "item, id, outlet, language, date, day, %s, place, words, begins, ends";

  private final Ledger ledger;
  private final LedgerDatabase database;

  Finder(Ledger ledger) {
    this.ledger = ledger;
    this.database = ledger.database();
  }

  void find(Question question, Consumer<Finding> each) {
    long[] items = items(question);
    for (int from = 0; from < items.length; from += PAGE) {
      page(Arrays.copyOfRange(items, from, Math.min(items.length, from + PAGE))).forEach(each);
    }
  }

  /** At most {@code size} of what fits, after the first {@code from}. */
  List<Finding> page(Question question, int from, int size) {
    long[] items = items(question.withLimit(Math.addExact(from, size)));
    return from >= items.length ? List.of() : page(Arrays.copyOfRange(items, from, items.length));
  }

  /** At most {@code size} of what fits, after where another page ended. */
  FoundPage after(Question question, FoundPage.@Nullable Cursor cursor, int size) {
    long[] items = items(question.withLimit(Math.addExact(size, 1)), cursor);
    long[] shown = Arrays.copyOf(items, Math.min(size, items.length));
    List<Finding> found = page(shown);
    boolean more = items.length > size && !found.isEmpty();
    return new FoundPage(
        found,
        more
            ? new FoundPage.Cursor(found.get(found.size() - 1).day(), shown[shown.length - 1])
            : null);
  }

  /** What fits in articles that have come since, in the order in which they came. */
  List<Fresh> since(Question question, Fresh.Position position, int most) {
    Filter filter = filter(question);
    if (filter == null) {
      return List.of();
    }
    Map<Long, Set<Long>> items = new HashMap<>();
    ledger
        .index()
        .visit(
            filter.after(position.n()),
            (item, day, score) ->
                items.computeIfAbsent(ItemNumber.article(item), n -> new TreeSet<>()).add(item));
    List<Fresh.Position> come =
        database.list(
            "SELECT n, added FROM article WHERE n > ? AND added >= ? ORDER BY n",
            row -> new Fresh.Position(row.getLong(1), row.getObject(2, LocalDateTime.class)),
            position.n(),
            position.added());
    List<Fresh> fresh = new ArrayList<>();
    for (Fresh.Position one : come) {
      Set<Long> fits = items.get(one.n());
      if (fits != null && fresh.size() < most) {
        List<Finding> findings = page(fits.stream().mapToLong(Long::longValue).toArray());
        Fresh found = findings.isEmpty() ? null : Fresh.of(ledger, findings, one);
        if (found != null) {
          fresh.add(found);
        }
      }
    }
    return fresh;
  }

  /** The numbers of what fits, newest first. */
  long[] items(Question question) {
    return items(question, null);
  }

  private long[] items(Question question, FoundPage.@Nullable Cursor after) {
    Filter filter = filter(question);
    return filter == null
        ? new long[0]
        : ledger
            .index()
            .newest(
                filter,
                question.limit(),
                after == null ? null : new Place(after.day(), after.item()));
  }

  /** What fits in a stretch of time. */
  private static final class Counted {
    private long statements;
    private long events;
    private long articles;
    private long latest = -1;
    private long scored;
    private double scores;

    void add(long item, double score) {
      if (ItemNumber.isEvent(item)) {
        events++;
      } else {
        statements++;
      }
      // The items of an article come one after the other.
      if (ItemNumber.article(item) != latest) {
        latest = ItemNumber.article(item);
        articles++;
      }
      if (!Double.isNaN(score)) {
        scored++;
        scores += score;
      }
    }
  }

  /**
   * Actual events by one country towards another, and what it said to it, newest first.
   *
   * @param actor ISO 3166-1 alpha-3
   */
  List<Finding> between(String actor, String recipient, int from, int size) {
    String one = LedgerDatabase.quoted(actor);
    String other = LedgerDatabase.quoted(recipient);
    return listed(
        "SELECT item, n, day FROM event WHERE status = 'actual' AND item IN (SELECT p.item FROM party p"
            + " JOIN party q USING (item) JOIN entity x ON x.entity = p.entity"
            + " JOIN entity y ON y.entity = q.entity WHERE p.part = 'actor' AND q.part = 'recipient'"
            + " AND x.country = "
            + one
            + " AND y.country = "
            + other
            + ") UNION ALL SELECT item, n, day FROM statement WHERE speaker IN (SELECT entity FROM entity"
            + " WHERE country = "
            + one
            + ") AND addressee IN (SELECT entity FROM entity WHERE country = "
            + other
            + ")",
        from,
        size);
  }

  /** What was said and happened at a place, newest first. */
  List<Finding> at(String place, @Nullable String country, int from, int size) {
    String there =
        " WHERE place = "
            + LedgerDatabase.quoted(place)
            + " AND country IS NOT DISTINCT FROM "
            + (country == null ? "NULL" : LedgerDatabase.quoted(country));
    return listed(
        "SELECT item, n, day FROM event"
            + there
            + " AND status = 'actual' UNION ALL SELECT item, n, day FROM statement"
            + there,
        from,
        size);
  }

  private List<Finding> listed(String items, int from, int size) {
    List<Long> numbers =
        database.list(
            "SELECT item FROM ("
                + items
                + ") ORDER BY day DESC NULLS LAST, n DESC, item LIMIT "
                + size
                + " OFFSET "
                + from,
            row -> row.getLong(1));
    return page(numbers.stream().mapToLong(Long::longValue).toArray());
  }

  /** How what a question finds is spread: for each field its commonest values. */
  List<Facet> facets(Question question, int most) {
    Filter filter = filter(question);
    if (filter == null) {
      return List.of();
    }
    database.execute("CREATE OR REPLACE TEMP TABLE found (item BIGINT, n BIGINT, day DATE)");
    try (TableRows rows = database.temporaryRows("found")) {
      ledger
          .index()
          .visit(
              filter,
              (item, day, score) ->
                  rows.add(
                      item,
                      ItemNumber.article(item),
                      day == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(day)));
    }
    List<String> parts = new ArrayList<>();
    if (!question.ofEvents()) {
      parts.add(facet("speaker", "s.speaker", "statement", most));
      parts.add(facet("act", "s.act", "statement", most));
      parts.add(facet("addressee", "s.addressee", "statement", most));
    }
    if (!question.ofStatements()) {
      parts.add(facet("type", "s.type", "event", most));
      parts.add(facet("status", "s.status", "event", most));
    }
    parts.add(facet("outlet", "s.outlet", "article", most));
    parts.add(facet("language", "s.language", "article", most));
    parts.add(facet("year", "CAST(year(found.day) AS VARCHAR)", "article", most));
    return database.list(
        "SELECT field, value, coalesce(entity.name, value), many FROM ("
            + String.join(" UNION ALL ", parts)
            + ") LEFT JOIN entity ON field IN ('speaker', 'addressee') AND entity.entity = value"
            + " ORDER BY field, many DESC, value",
        row -> new Facet(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
  }

  private static String facet(String field, String column, String table, int most) {
    return "(SELECT '"
        + field
        + "' AS field, "
        + column
        + " AS value, count(*) AS many FROM temp.found JOIN "
        + table
        + " s USING ("
        + (table.equals("article") ? "n" : "item")
        + ") WHERE "
        + column
        + " IS NOT NULL GROUP BY ALL ORDER BY many DESC, value LIMIT "
        + most
        + ")";
  }

  List<Period> timeline(Question question, Period.Length length) {
    Filter filter = filter(question);
    if (filter == null) {
      return List.of();
    }
    Map<Integer, Counted> days = new HashMap<>();
    Map<LocalDate, Counted> periods = new TreeMap<>();
    ledger
        .index()
        .visit(
            filter,
            (item, day, score) -> {
              if (day != Integer.MIN_VALUE) {
                days.computeIfAbsent(
                        day,
                        key ->
                            periods.computeIfAbsent(
                                begin(LocalDate.ofEpochDay(key), length), start -> new Counted()))
                    .add(item, score);
              }
            });
    List<Period> counted = new ArrayList<>();
    periods.forEach(
        (from, all) ->
            counted.add(
                new Period(
                    from,
                    all.statements,
                    all.events,
                    all.articles,
                    all.scored == 0 ? null : (Double) (all.scores / all.scored))));
    return counted;
  }

  private static LocalDate begin(LocalDate day, Period.Length length) {
    return switch (length) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  /** What is meant in terms of the index; null when nothing can be. */
  private @Nullable Filter filter(Question question) {
    Filter filter = new Filter();
    filter.with(
        Trait.KIND,
        question.ofStatements()
            ? List.of("s")
            : question.ofEvents() ? List.of("e") : List.of("s", "e"));
    Map<Trait, String> named = new LinkedHashMap<>();
    put(named, Trait.SPEAKER, question.speaker());
    put(named, Trait.ADDRESSEE, question.addressee());
    put(named, Trait.PARTY, question.actor());
    put(named, Trait.ABOUT, question.about());
    for (Map.Entry<Trait, String> one : named.entrySet()) {
      List<String> entities = Names.entities(database, one.getValue());
      if (!entities.isEmpty()) {
        filter.with(one.getKey(), entities);
      } else if (one.getKey() != Trait.ABOUT || !filter.words('"' + one.getValue() + '"')) {
        return null;
      }
    }
    if (!question.acts().isEmpty()) {
      filter.with(Trait.ACT, question.acts());
    }
    if (!question.types().isEmpty() && !question.statuses().isEmpty()) {
      List<String> both = new ArrayList<>();
      question
          .types()
          .forEach(type -> question.statuses().forEach(status -> both.add(type + " " + status)));
      filter.with(Trait.TYPE_AND_STATUS, both);
    } else if (!question.types().isEmpty()) {
      filter.with(Trait.TYPE, question.types());
    } else if (!question.statuses().isEmpty()) {
      filter.with(Trait.STATUS, question.statuses());
    }
    equal(filter, Trait.COUNTRY, question.country());
    equal(filter, Trait.OUTLET, question.outlet());
    equal(filter, Trait.LANGUAGE, question.language());
    equal(filter, Trait.ARTICLE, question.article());
    filter.within(question.since(), question.until());
    String text = question.text();
    if (text != null && !filter.words(text)) {
      throw new DetenteException("DET-0709", "no word to look for in \"" + text + "\"");
    }
    return filter;
  }

  private static void put(Map<Trait, String> named, Trait trait, @Nullable String name) {
    if (name != null) {
      named.put(trait, name);
    }
  }

  private static void equal(Filter filter, Trait trait, @Nullable String value) {
    if (value != null) {
      filter.with(trait, List.of(value));
    }
  }

  /**
   * What is shown of these. Names and articles are looked up by themselves: a join would take in
   * the whole table of entities for a few of them.
   */
  private List<Finding> page(long[] items) {
    Map<Long, Row> rows = new HashMap<>();
    statements(items, rows);
    events(items, rows);
    Set<String> entities = new TreeSet<>();
    Set<Long> numbers = new TreeSet<>();
    for (Row row : rows.values()) {
      entities.addAll(row.who);
      entities.addAll(row.whom);
      numbers.add(ItemNumber.article(row.item));
    }
    Map<String, String> names = ledger.survey().names(entities);
    Map<Long, Printed> articles = articles(numbers);
    List<Finding> page = new ArrayList<>();
    for (long item : items) {
      Row row = rows.get(item);
      Printed article = articles.get(ItemNumber.article(item));
      if (row != null && article != null) {
        page.add(row.finding(article, names));
      }
    }
    return page;
  }

  /** What is told of an article. */
  private record Printed(String id, @Nullable String published) {}

  private Map<Long, Printed> articles(Set<Long> numbers) {
    Map<Long, Printed> articles = new HashMap<>();
    if (!numbers.isEmpty()) {
      database.visit(
          "SELECT n, id, published FROM article WHERE n IN " + Surroundings.in(numbers),
          row -> {
            articles.put(row.getLong(1), new Printed(row.getString(2), row.getString(3)));
            return true;
          });
    }
    return articles;
  }

  /** A statement or event as its table has it, with entities for names. */
  private static final class Row {
    private final long item;
    private final String id;
    private final @Nullable String outlet;
    private final @Nullable String language;
    private final @Nullable String date;
    private final @Nullable LocalDate day;
    private final String what;
    private final @Nullable String place;
    private final String words;
    private final int begins;
    private final int ends;
    private final List<String> who = new ArrayList<>();
    private final List<String> whom = new ArrayList<>();
    private @Nullable String mode;
    private @Nullable String status;
    private @Nullable Double score;

    /** Reads {@link #COLUMNS}, of which {@code what} is the seventh. */
    Row(ResultSet row) throws SQLException {
      item = row.getLong(1);
      id = row.getString(2);
      outlet = row.getString(3);
      language = row.getString(4);
      date = row.getString(5);
      day = row.getObject(6, LocalDate.class);
      what = row.getString(7);
      place = row.getString(8);
      words = row.getString(9);
      begins = row.getInt(10);
      ends = row.getInt(11);
    }

    Finding finding(Printed article, Map<String, String> names) {
      return new Finding(
          article.id(),
          id,
          ItemNumber.isEvent(item),
          outlet,
          language,
          article.published(),
          date,
          day,
          what,
          named(who, names),
          named(whom, names),
          mode,
          status,
          score,
          place,
          words,
          begins,
          ends);
    }

    private static List<String> named(List<String> entities, Map<String, String> names) {
      return entities.stream().map(names::get).filter(Objects::nonNull).sorted().toList();
    }
  }

  private static String among(long[] items, boolean events) {
    return Arrays.stream(items)
        .filter(item -> ItemNumber.isEvent(item) == events)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private void statements(long[] items, Map<Long, Row> rows) {
    String these = among(items, false);
    if (these.equals("()")) {
      return;
    }
    database.visit(
        "SELECT "
            + String.format(COLUMNS, "act")
            + ", speaker, addressee FROM statement WHERE item IN "
            + these,
        result -> {
          Row row = new Row(result);
          add(row.who, result.getString(12));
          add(row.whom, result.getString(13));
          rows.put(row.item, row);
          return true;
        });
  }

  private static void add(List<String> entities, @Nullable String entity) {
    if (entity != null) {
      entities.add(entity);
    }
  }

  private void events(long[] items, Map<Long, Row> rows) {
    String these = among(items, true);
    if (these.equals("()")) {
      return;
    }
    database.visit(
        "SELECT "
            + String.format(COLUMNS, "type")
            + ", mode, status, score FROM event WHERE item IN "
            + these,
        result -> {
          Row row = new Row(result);
          row.mode = result.getString(12);
          row.status = result.getString(13);
          row.score = result.getDouble(14);
          rows.put(row.item, row);
          return true;
        });
    database.visit(
        "SELECT item, part = 'actor', entity FROM party WHERE item IN " + these,
        result -> {
          Row row = rows.get(result.getLong(1));
          if (row != null) {
            (result.getBoolean(2) ? row.who : row.whom).add(result.getString(3));
          }
          return true;
        });
  }
}
