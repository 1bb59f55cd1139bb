package dev.detente.ledger;

import dev.detente.ledger.store.ItemNumber;
import dev.detente.ledger.store.LedgerDatabase;
import dev.detente.ledger.store.Names;
import dev.detente.ledger.store.TableRows;
import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions: first the numbers of what fits, newest first, by DuckDB and for words by the
 * index; then what is shown of them, a page at a time.
 */
final class Finder {
  private static final int PAGE = 500;

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  /**
   * As many numbers as are put into a query; with more of them each answer is looked up instead.
   */
  private static final int FEW = 20_000;

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
    Conditions asked = new Conditions(question);
    if (asked.impossible) {
      return List.of();
    }
    asked.both("n > " + position.n());
    asked.both(
        "n IN (SELECT n FROM article WHERE added >= TIMESTAMP '"
            + MICROSECONDS.format(position.added())
            + "')");
    asked.keepWords();
    List<Long> numbers =
        database.list(
            "SELECT DISTINCT n FROM (" + asked.parts() + ") ORDER BY n LIMIT " + most,
            row -> row.getLong(1));
    List<Fresh> fresh = new ArrayList<>();
    for (long n : numbers) {
      long[] items =
          numbers(
              "SELECT item FROM (" + asked.parts() + ") WHERE n = " + n + " ORDER BY item",
              List.of(),
              0);
      LocalDateTime added =
          database
              .list(
                  "SELECT added FROM article WHERE n = ?",
                  row -> row.getObject(1, LocalDateTime.class),
                  n)
              .get(0);
      List<Finding> findings = page(items);
      Fresh one =
          findings.isEmpty() ? null : Fresh.of(ledger, findings, new Fresh.Position(n, added));
      if (one != null) {
        fresh.add(one);
      }
    }
    return fresh;
  }

  /** The numbers of what fits, newest first. */
  long[] items(Question question) {
    return items(question, null);
  }

  private long[] items(Question question, FoundPage.@Nullable Cursor after) {
    Conditions asked = new Conditions(question);
    if (after != null) {
      asked.both(after(after));
    }
    if (asked.impossible) {
      return new long[0];
    }
    String sql = asked.sql();
    if (asked.words.stream().noneMatch(words -> words.length > FEW)) {
      return numbers(sql + limit(question.limit()), List.of(), 0);
    }
    if (question.limit() == 0) {
      return numbers(sql, asked.words, 0);
    }
    for (long tried = 16L * question.limit(); ; tried *= 16) {
      long[] found = numbers(sql + limit(tried), asked.words, question.limit());
      if (found.length >= question.limit() || read < tried) {
        return found;
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
    String sql = "SELECT item FROM (" + items + ") ORDER BY day DESC NULLS LAST, n DESC, item";
    return page(numbers(sql + limit(size) + " OFFSET " + from, List.of(), 0));
  }

  /** How what a question finds is spread: for each field its commonest values. */
  List<Facet> facets(Question question, int most) {
    Conditions asked = new Conditions(question);
    if (asked.impossible) {
      return List.of();
    }
    asked.keepWords();
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
        "WITH found AS MATERIALIZED ("
            + asked.parts()
            + ") SELECT field, value, coalesce(entity.name, value), many FROM ("
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
        + " AS value, count(*) AS many FROM found JOIN "
        + table
        + " s USING ("
        + (table.equals("article") ? "n" : "item")
        + ") WHERE "
        + column
        + " IS NOT NULL GROUP BY ALL ORDER BY many DESC, value LIMIT "
        + most
        + ")";
  }

  /** Rows that the last query gave. */
  private long read;

  List<Period> timeline(Question question, Period.Length length) {
    Conditions asked = new Conditions(question);
    if (asked.impossible) {
      return List.of();
    }
    asked.keepWords();
    String from = "date_trunc('" + length.name().toLowerCase(Locale.ROOT) + "', day)::DATE";
    return database.list(
        "SELECT "
            + from
            + " AS f, count(*) FILTER (item % 2 = 0), count(*) FILTER (item % 2 = 1),"
            + " count(DISTINCT n), avg(score) FROM ("
            + asked.parts()
            + ") WHERE day IS NOT NULL GROUP BY f ORDER BY f",
        row -> {
          double score = row.getDouble(5);
          return new Period(
              row.getObject(1, LocalDate.class),
              row.getLong(2),
              row.getLong(3),
              row.getLong(4),
              row.wasNull() ? null : (Double) score);
        });
  }

  /** What comes later in the order of {@link Conditions#sql}. */
  private static String after(FoundPage.Cursor cursor) {
    long n = ItemNumber.article(cursor.item());
    String later = "(n < " + n + " OR (n = " + n + " AND item > " + cursor.item() + "))";
    LocalDate day = cursor.day();
    return day == null
        ? "(day IS NULL AND " + later + ")"
        : "(day IS NULL OR day < DATE '"
            + day
            + "' OR (day = DATE '"
            + day
            + "' AND "
            + later
            + "))";
  }

  private static String limit(long limit) {
    return limit == 0 ? "" : " LIMIT " + limit;
  }

  private long[] numbers(String sql, List<long[]> words, int enough) {
    LongStream.Builder found = LongStream.builder();
    long[] count = {0, 0};
    database.visit(
        sql,
        row -> {
          long item = row.getLong(1);
          count[0]++;
          if (words.stream().allMatch(some -> Arrays.binarySearch(some, item) >= 0)) {
            found.add(item);
            count[1]++;
          }
          return enough == 0 || count[1] < enough;
        });
    read = count[0];
    return found.build().toArray();
  }

  /** The conditions of a question in SQL. */
  private final class Conditions {
    private final List<String> statement = new ArrayList<>();
    private final List<String> event = new ArrayList<>();
    private final List<long[]> words = new ArrayList<>();
    private final Question question;
    private boolean impossible;

    Conditions(Question question) {
      this.question = question;
      if (question.speaker() != null) {
        statement.add("speaker IN " + entities(question.speaker()));
      }
      if (question.addressee() != null) {
        statement.add("addressee IN " + entities(question.addressee()));
      }
      if (!question.acts().isEmpty()) {
        statement.add("act IN " + strings(question.acts()));
      }
      if (question.actor() != null) {
        String these = entities(question.actor());
        statement.add("speaker IN " + these);
        event.add("item IN (SELECT item FROM party WHERE entity IN " + these + ")");
      }
      if (question.about() != null) {
        List<String> these = Names.entities(database, question.about());
        if (these.isEmpty()) {
          words.add(ledger.index().items('"' + question.about() + '"'));
        } else {
          both("item IN (SELECT item FROM about WHERE entity IN " + strings(these) + ")");
        }
      }
      if (!question.types().isEmpty() || !question.statuses().isEmpty()) {
        List<String> coded = new ArrayList<>();
        if (!question.types().isEmpty()) {
          coded.add("type IN " + strings(question.types()));
        }
        if (!question.statuses().isEmpty()) {
          coded.add("status IN " + strings(question.statuses()));
        }
        event.addAll(coded);
        statement.add(
            "(n, id) IN (SELECT (n, statement) FROM event WHERE statement IS NOT NULL AND "
                + String.join(" AND ", coded)
                + ")");
      }
      equal("country", question.country());
      equal("outlet", question.outlet());
      equal("language", question.language());
      if (question.article() != null) {
        both(
            "n IN (SELECT n FROM article WHERE id = "
                + LedgerDatabase.quoted(question.article())
                + ")");
      }
      if (question.since() != null) {
        both("last_day >= DATE '" + question.since() + "'");
      }
      if (question.until() != null) {
        both("day <= DATE '" + question.until() + "'");
      }
      if (question.text() != null) {
        words.add(ledger.index().items(question.text()));
      }
      for (long[] some : words) {
        impossible |= some.length == 0;
        if (some.length <= FEW) {
          both("item IN (SELECT unnest(" + list(some) + "))");
        }
      }
    }

    private void both(String condition) {
      statement.add(condition);
      event.add(condition);
    }

    private void equal(String column, @Nullable String value) {
      if (value != null) {
        both(column + " = " + LedgerDatabase.quoted(value));
      }
    }

    private String entities(String name) {
      List<String> found = Names.entities(database, name);
      impossible |= found.isEmpty();
      return strings(found);
    }

    /** Puts long lists of numbers where a query can use them. */
    void keepWords() {
      int tables = 0;
      for (long[] some : words) {
        if (some.length > FEW) {
          String table = "words" + tables++;
          database.execute("CREATE OR REPLACE TEMP TABLE " + table + " (item BIGINT)");
          try (TableRows rows = database.temporaryRows(table)) {
            for (long item : some) {
              rows.add(item);
            }
          }
          both("item IN (SELECT item FROM temp." + table + ")");
        }
      }
    }

    String sql() {
      return "SELECT item FROM (" + parts() + ") ORDER BY day DESC NULLS LAST, n DESC, item";
    }

    String parts() {
      List<String> parts = new ArrayList<>();
      if (!question.ofEvents()) {
        parts.add(select("NULL::DOUBLE AS score", "statement", statement));
      }
      if (!question.ofStatements()) {
        parts.add(select("CASE WHEN status = 'actual' THEN score END AS score", "event", event));
      }
      return String.join(" UNION ALL ", parts);
    }

    private static String select(String score, String table, List<String> conditions) {
      return "SELECT item, n, day, "
          + score
          + " FROM "
          + table
          + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
    }
  }

  private static String strings(List<String> values) {
    return values.isEmpty()
        ? "(NULL)"
        : values.stream().map(LedgerDatabase::quoted).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String list(long[] items) {
    return Arrays.stream(items)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(",", "[", "]::BIGINT[]"));
  }

  private List<Finding> page(long[] items) {
    Map<Long, Finding> found = new HashMap<>();
    statements(items, found);
    events(items, found);
    List<Finding> page = new ArrayList<>();
    for (long item : items) {
      Finding finding = found.get(item);
      if (finding != null) {
        page.add(finding);
      }
    }
    return page;
  }

  private static String among(long[] items, boolean events) {
    return Arrays.stream(items)
        .filter(item -> ItemNumber.isEvent(item) == events)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private void statements(long[] items, Map<Long, Finding> found) {
    String these = among(items, false);
    if (these.equals("()")) {
      return;
    }
    database.visit(
        "SELECT s.item, article.id, s.id, s.outlet, s.language, article.published, s.date, s.day,"
            + " s.act, speaker.name, addressee.name, s.place, s.words, s.begins, s.ends FROM"
            + " (SELECT * FROM statement WHERE item IN "
            + these
            + ") s JOIN article USING (n) LEFT JOIN entity speaker ON speaker.entity = s.speaker"
            + " LEFT JOIN entity addressee ON addressee.entity = s.addressee",
        row -> {
          found.put(
              row.getLong(1),
              new Finding(
                  row.getString(2),
                  row.getString(3),
                  false,
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  row.getString(7),
                  row.getObject(8, LocalDate.class),
                  row.getString(9),
                  one(row.getString(10)),
                  one(row.getString(11)),
                  null,
                  null,
                  null,
                  row.getString(12),
                  row.getString(13),
                  row.getInt(14),
                  row.getInt(15)));
          return true;
        });
  }

  private void events(long[] items, Map<Long, Finding> found) {
    String these = among(items, true);
    if (these.equals("()")) {
      return;
    }
    String parties =
        "(SELECT item, list(name ORDER BY name) FILTER (part = 'actor') AS who,"
            + " list(name ORDER BY name) FILTER (part = 'recipient') AS whom FROM party"
            + " JOIN entity USING (entity) WHERE item IN "
            + these
            + " GROUP BY item)";
    database.visit(
        "SELECT e.item, article.id, e.id, e.outlet, e.language, article.published, e.date, e.day,"
            + " e.type, p.who, p.whom, e.mode, e.status, e.score, e.place, e.words, e.begins,"
            + " e.ends FROM (SELECT * FROM event WHERE item IN "
            + these
            + ") e JOIN article USING (n) LEFT JOIN "
            + parties
            + " p USING (item)",
        row -> {
          found.put(
              row.getLong(1),
              new Finding(
                  row.getString(2),
                  row.getString(3),
                  true,
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  row.getString(7),
                  row.getObject(8, LocalDate.class),
                  row.getString(9),
                  strings(row.getArray(10)),
                  strings(row.getArray(11)),
                  row.getString(12),
                  row.getString(13),
                  row.getDouble(14),
                  row.getString(15),
                  row.getString(16),
                  row.getInt(17),
                  row.getInt(18)));
          return true;
        });
  }

  private static List<String> one(@Nullable String name) {
    return name == null ? List.of() : List.of(name);
  }

  private static List<String> strings(@Nullable Array array) throws SQLException {
    if (array == null) {
      return List.of();
    }
    List<String> strings = new ArrayList<>();
    for (Object value : (Object[]) array.getArray()) {
      strings.add(String.valueOf(value));
    }
    return strings;
  }
}
