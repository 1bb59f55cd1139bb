package dev.detente.ledger;

import dev.detente.article.PassageKind;
import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.ledger.store.ItemNumber;
import dev.detente.ledger.store.LedgerDatabase;
import dev.detente.ledger.store.Names;
import dev.detente.record.ArticleRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is in a ledger, counted and listed. Used by one thread at a time. */
public final class Survey {
  private final Ledger ledger;
  private final LedgerDatabase database;

  Survey(Ledger ledger) {
    this.ledger = ledger;
    this.database = ledger.database();
  }

  /** How much there is. Immutable. */
  public record Counts(
      long articles, long statements, long events, long entities, long outlets, long links) {}

  /**
   * An article as a list shows it. Immutable.
   *
   * @param n its number
   * @param headline its title, or else its first line
   * @param day the first day it may be of; null when that is unknown
   * @param content hash of what it says, the same after reading it again
   */
  public record Listed(
      long n,
      String id,
      int version,
      String headline,
      @Nullable String outlet,
      @Nullable String language,
      @Nullable String published,
      @Nullable LocalDate day,
      @Nullable String url,
      long content,
      long statements,
      long events,
      @Nullable String model,
      @Nullable String codebook) {
    /** With this headline, or with the id for want of one. */
    Listed headed(String words) {
      return new Listed(
          n,
          id,
          version,
          words.isBlank() ? id : words,
          outlet,
          language,
          published,
          day,
          url,
          content,
          statements,
          events,
          model,
          codebook);
    }
  }

  /**
   * Somebody with what there is of them. Immutable.
   *
   * @param said statements of theirs
   * @param told statements to them
   * @param did events they act in
   * @param suffered events in which they are acted upon
   */
  public record Somebody(
      String entity,
      String name,
      String kind,
      @Nullable String country,
      long articles,
      long said,
      long told,
      long did,
      long suffered) {}

  /** A value and how often it occurs. Immutable. */
  public record Tally(String value, long count) {}

  /**
   * An office or description under which articles know somebody. Immutable.
   *
   * @param first when the first of these articles was published, as far as known
   * @param last when the last was
   */
  public record Held(String role, long count, @Nullable String first, @Nullable String last) {}

  /**
   * A place where something was said or happened. Immutable.
   *
   * @param lat degrees north; null when unknown
   * @param lon degrees east; null when unknown
   * @param precision {@code point}, {@code area} or {@code country}
   * @param statements said there
   * @param cooperation actual events there with a score above 0
   * @param conflict those with a score below 0
   * @param events all actual events there
   */
  public record Spot(
      String name,
      @Nullable String country,
      @Nullable Double lat,
      @Nullable Double lon,
      String precision,
      long statements,
      long cooperation,
      long conflict,
      long events) {}

  /**
   * An event of a day that is known. Immutable.
   *
   * @param who those who act; null when untold
   * @param whom those acted upon; null when untold
   */
  public record Big(
      String article,
      String id,
      String type,
      @Nullable String who,
      @Nullable String whom,
      LocalDate day,
      double score) {}

  /** How much one country has said to another. Immutable. */
  public record Addressed(String speaker, String addressee, long statements) {}

  /**
   * What happened in a week by actual events. Immutable.
   *
   * @param from its Monday
   * @param conflict events with a score below 0
   * @param cooperation events with a score above 0
   * @param mean mean score of all, -10 to +10
   */
  public record Week(LocalDate from, long conflict, long cooperation, double mean) {}

  /** What one country did to another. Immutable. */
  public record Pair(String actor, String recipient, long events, double mean) {}

  /**
   * A link between what an article says and what another one says. Immutable.
   *
   * @param here id of the statement or event in the article asked for
   * @param from whether the link goes from here to there, else the other way
   * @param there its id in the other article
   */
  public record Elsewhere(
      String here,
      boolean from,
      String relation,
      String article,
      String there,
      @Nullable String outlet,
      @Nullable String published,
      double confidence) {}

  /** What other articles have to do with this one, the surest first. */
  public List<Elsewhere> elsewhere(String id) {
    List<Long> numbers =
        database.list("SELECT n FROM article WHERE id = ?", row -> row.getLong(1), id);
    if (numbers.isEmpty()) {
      return List.of();
    }
    long n = numbers.get(0);
    Set<Long> later =
        ledger.index().linked(ItemNumber.ofArticle(n), ItemNumber.ofArticle(n + 1) - 1);
    later.add(n);
    String link =
        "SELECT %1$s_item AS here, %3$s AS forth, relation, %2$s_item AS there, confidence"
            + " FROM link WHERE %1$s_item >= "
            + ItemNumber.ofArticle(n)
            + " AND %1$s_item < "
            + ItemNumber.ofArticle(n + 1)
            + " AND later IN "
            + Surroundings.in(later);
    return database.list(
        "SELECT here, forth, relation, a.id, there, a.outlet, a.published, confidence FROM ("
            + String.format(link, "from", "to", "true")
            + " UNION ALL "
            + String.format(link, "to", "from", "false")
            + ") JOIN article a ON a.n = there >> 20 ORDER BY confidence DESC, a.id, here, there",
        row ->
            new Elsewhere(
                ItemNumber.id(row.getLong(1)),
                row.getBoolean(2),
                row.getString(3),
                row.getString(4),
                ItemNumber.id(row.getLong(5)),
                row.getString(6),
                row.getString(7),
                row.getDouble(8)));
  }

  /** How much there is. */
  public Counts counts() {
    return database
        .list(
            "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM statement),"
                + " (SELECT count(*) FROM event), (SELECT count(*) FROM entity),"
                + " (SELECT count(DISTINCT outlet) FROM article), (SELECT count(*) FROM link)",
            row ->
                new Counts(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6)))
        .get(0);
  }

  /** Articles, newest first: at most {@code size} after the first {@code from}. */
  public List<Listed> articles(int from, int size) {
    return listed("article", numbers("", from, size));
  }

  /** The numbers of articles in the order of the list. */
  private List<Long> numbers(String condition, int from, int size, Object... values) {
    return database.list(
        "SELECT n FROM article "
            + condition
            + " ORDER BY day DESC NULLS LAST, n DESC LIMIT "
            + size
            + " OFFSET "
            + from,
        row -> row.getLong(1),
        values);
  }

  /**
   * Where a page of articles ended.
   *
   * @param day null for one without a date
   */
  public record After(@Nullable LocalDate day, long n) {
    private static final Pattern FORM =
        Pattern.compile("(none|\\d{4}-\\d{2}-\\d{2})\\.(\\d{1,15})");

    /** After this article. */
    public static After of(Listed last) {
      return new After(last.day(), last.n());
    }

    /** Reads what {@link #toString} writes; empty for anything else. */
    public static Optional<After> parse(String text) {
      Matcher form = FORM.matcher(text);
      try {
        return form.matches()
            ? Optional.of(
                new After(
                    form.group(1).equals("none") ? null : LocalDate.parse(form.group(1)),
                    Long.parseLong(form.group(2))))
            : Optional.empty();
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return (day == null ? "none" : day) + "." + n;
    }
  }

  /** Articles, newest first, at most {@code size}, from where a page ended on. */
  public List<Listed> articles(@Nullable After after, int size) {
    if (after == null) {
      return articles(0, size);
    }
    LocalDate day = after.day();
    String older =
        day == null
            ? "WHERE day IS NULL AND n < ?"
            : "WHERE day IS NULL OR day < DATE '"
                + day
                + "' OR (day = DATE '"
                + day
                + "' AND n < ?)";
    return listed("article", numbers(older, 0, size, after.n()));
  }

  /** The article of this id. */
  public Optional<Listed> article(String id) {
    return listed(
            "article",
            database.list("SELECT n FROM article WHERE id = ?", row -> row.getLong(1), id))
        .stream()
        .findFirst();
  }

  /** The article that says exactly this, or said it in a former version. */
  public Optional<Listed> article(long content) {
    for (String table : List.of("article", "former")) {
      List<Long> numbers =
          database.list(
              "SELECT n FROM " + table + " WHERE hash = ? ORDER BY n DESC LIMIT 1",
              row -> row.getLong(1),
              content);
      if (!numbers.isEmpty()) {
        return listed(table, numbers).stream().findFirst();
      }
    }
    return Optional.empty();
  }

  /**
   * What lists show of these articles, in the same order. Their numbers are known: texts and counts
   * of all the others are left alone.
   *
   * @param table {@code article} or {@code former}
   */
  private List<Listed> listed(String table, List<Long> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    String these = Surroundings.in(numbers);
    Map<Long, Long> statements = counted("statement", these);
    Map<Long, Long> events = counted("event", these);
    Map<Long, Listed> found = new HashMap<>();
    Set<Long> untitled = new TreeSet<>();
    database
        .list(
            "SELECT n, id, version, title, outlet, language, published, day, url, hash, model, codebook FROM "
                + table
                + " WHERE n IN "
                + these,
            row -> listed(row, statements, events))
        .forEach(
            one -> {
              found.put(one.n(), one);
              if (one.headline().isEmpty()) {
                untitled.add(one.n());
              }
            });
    // The texts are by far the longest: they are read for those alone that have no title.
    if (!untitled.isEmpty()) {
      database.visit(
          "SELECT n, text, record FROM body WHERE n IN " + Surroundings.in(untitled),
          row -> {
            Listed one = Objects.requireNonNull(found.get(row.getLong(1)));
            String text = row.getString(2);
            String headline = headline(CodedArticle.record(row.getBytes(3), one.id(), text));
            found.put(one.n(), one.headed(headline == null ? firstLine(text) : headline));
            return true;
          });
    }
    return numbers.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private Map<Long, Long> counted(String table, String numbers) {
    Map<Long, Long> counted = new HashMap<>();
    database.visit(
        "SELECT n, count(*) FROM " + table + " WHERE n IN " + numbers + " GROUP BY n",
        row -> {
          counted.put(row.getLong(1), row.getLong(2));
          return true;
        });
    return counted;
  }

  private static Listed listed(ResultSet row, Map<Long, Long> statements, Map<Long, Long> events)
      throws SQLException {
    long n = row.getLong(1);
    String title = row.getString(4);
    return new Listed(
        n,
        row.getString(2),
        row.getInt(3),
        title == null ? "" : title,
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getObject(8, LocalDate.class),
        row.getString(9),
        row.getLong(10),
        statements.getOrDefault(n, 0L),
        events.getOrDefault(n, 0L),
        row.getString(11),
        row.getString(12));
  }

  private static String firstLine(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
  }

  /** What the page sets as the headline. */
  private static @Nullable String headline(ArticleRecord record) {
    return record.article().passages().stream()
        .filter(passage -> passage.kind() == PassageKind.HEADLINE)
        .map(passage -> record.article().slice(passage.span()))
        .findFirst()
        .orElse(null);
  }

  /**
   * Those of whom there is most, or whose name has these words.
   *
   * @param name part of a name; null for all
   */
  public List<Somebody> entities(@Nullable String name, int from, int size) {
    return somebodies(
        name == null
            ? ""
            : "SELECT DISTINCT entity FROM alias WHERE contains(folded, "
                + LedgerDatabase.quoted(Names.folded(name))
                + ")",
        from,
        size);
  }

  /** The entity with this key. */
  public Optional<Somebody> entity(String entity) {
    return somebodies("SELECT " + LedgerDatabase.quoted(entity) + " AS entity", 0, 1).stream()
        .findFirst();
  }

  /**
   * @param wanted a query for the entities that are counted; empty for all
   */
  private List<Somebody> somebodies(String wanted, int from, int size) {
    String with = wanted.isEmpty() ? "" : "WITH wanted AS MATERIALIZED (" + wanted + ") ";
    String of = wanted.isEmpty() ? "" : " AND %s IN (SELECT entity FROM wanted)";
    return database.list(
        with
            + "SELECT entity, any_value(e.name), any_value(e.kind), any_value(e.country),"
            + " sum(articles), sum(said), sum(told), sum(did), sum(suffered) FROM ("
            + "SELECT entity, count(DISTINCT n) AS articles, 0 AS said, 0 AS told, 0 AS did, 0 AS suffered FROM actor WHERE true"
            + String.format(of, "entity")
            + " GROUP BY entity"
            + " UNION ALL SELECT speaker, 0, count(*), 0, 0, 0 FROM statement WHERE speaker IS NOT NULL"
            + String.format(of, "speaker")
            + " GROUP BY speaker"
            + " UNION ALL SELECT addressee, 0, 0, count(*), 0, 0 FROM statement WHERE addressee IS NOT NULL"
            + String.format(of, "addressee")
            + " GROUP BY addressee"
            + " UNION ALL SELECT entity, 0, 0, 0, count(*) FILTER (part = 'actor'), count(*) FILTER (part = 'recipient') FROM party WHERE true"
            + String.format(of, "entity")
            + " GROUP BY entity"
            + ") JOIN entity e USING (entity) "
            + " GROUP BY entity ORDER BY sum(said) + sum(did) + sum(suffered) DESC, 2, entity LIMIT "
            + size
            + " OFFSET "
            + from,
        row ->
            new Somebody(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9)));
  }

  /** The offices and descriptions under which the articles know somebody, the commonest first. */
  public List<Held> roles(String entity) {
    return database.list(
        "SELECT role, count(*), min(published), max(published) FROM actor WHERE entity = ?"
            + " AND role IS NOT NULL GROUP BY role ORDER BY 2 DESC, 1 LIMIT 20",
        row -> new Held(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)),
        entity);
  }

  /** Where something was said or happened, the places with most first. */
  public List<Spot> places(int most) {
    return database.list(
        "SELECT t.place, t.country, any_value(p.lat), any_value(p.lon),"
            + " coalesce(any_value(p.precision), 'area'), any_value(t.said), any_value(t.up),"
            + " any_value(t.down), any_value(t.done) FROM (SELECT place, country, sum(said) AS said,"
            + " sum(up) AS up, sum(down) AS down, sum(done) AS done FROM (SELECT place, country,"
            + " 0 AS said, count(*) FILTER (score > 0) AS up, count(*) FILTER (score < 0) AS down,"
            + " count(*) AS done FROM event WHERE place IS NOT NULL AND status = 'actual' GROUP BY ALL"
            + " UNION ALL SELECT place, country, count(*), 0, 0, 0 FROM statement"
            + " WHERE place IS NOT NULL GROUP BY ALL) GROUP BY place, country"
            + " ORDER BY sum(said) + sum(done) DESC, place LIMIT "
            + most
            + ") t LEFT JOIN place p ON p.name = t.place AND p.country IS NOT DISTINCT FROM t.country"
            + " GROUP BY t.place, t.country ORDER BY any_value(t.said) + any_value(t.done) DESC, 1, 2",
        row ->
            new Spot(
                row.getString(1),
                row.getString(2),
                row.getObject(3, Double.class),
                row.getObject(4, Double.class),
                row.getString(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9)));
  }

  /** The actual events with the highest and lowest scores, one of a kind and week, since a day. */
  public List<Big> biggest(LocalDate since, int most) {
    return database.list(
        "SELECT article.id, e.id, e.type, (SELECT string_agg(name, ', ' ORDER BY name) FROM party"
            + " JOIN entity USING (entity) WHERE item = e.item AND part = 'actor'),"
            + " (SELECT string_agg(name, ', ' ORDER BY name) FROM party JOIN entity USING (entity)"
            + " WHERE item = e.item AND part = 'recipient'), e.day, e.score FROM (SELECT * FROM event WHERE"
            + " status = 'actual' AND last_day - day <= 6 AND day >= CAST(? AS DATE)"
            + " QUALIFY row_number() OVER (PARTITION BY date_trunc('week', day), score > 0"
            + " ORDER BY abs(score) DESC, item) = 1) e JOIN article USING (n)"
            + " ORDER BY abs(e.score) DESC, e.item LIMIT "
            + most,
        row ->
            new Big(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getDouble(7)),
        since.toString());
  }

  /** The days from the first article to the last; null without any whose day is known. */
  public @Nullable DayRange days() {
    return database
        .list(
            "SELECT epoch_ms(min(day)) // 86400000, epoch_ms(max(day)) // 86400000 FROM article"
                + " WHERE day IS NOT NULL",
            row -> {
              long first = row.getLong(1);
              return row.wasNull()
                  ? Optional.<DayRange>empty()
                  : Optional.of(new DayRange(first, row.getLong(2), false));
            })
        .get(0)
        .orElse(null);
  }

  /** What entities are called. */
  public Map<String, String> names(Collection<String> entities) {
    Map<String, String> names = new HashMap<>();
    if (!entities.isEmpty()) {
      database
          .list(
              "SELECT entity, name FROM entity WHERE entity IN ("
                  + String.join(", ", entities.stream().map(LedgerDatabase::quoted).toList())
                  + ")",
              row -> Map.entry(row.getString(1), row.getString(2)))
          .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
    }
    return names;
  }

  /** The article after and before one in the list of articles, newest first. */
  public List<Listed> beside(String id) {
    String here = "(SELECT (coalesce(day, DATE '0001-01-01'), n) FROM article WHERE id = ?)";
    String place = "(coalesce(day, DATE '0001-01-01'), n)";
    String sql = "SELECT n FROM article WHERE " + place + " %s " + here + " ORDER BY %s LIMIT 1";
    List<Long> beside =
        new ArrayList<>(
            database.list(
                String.format(sql, ">", "coalesce(day, DATE '0001-01-01'), n"),
                row -> row.getLong(1),
                id));
    beside.addAll(
        database.list(
            String.format(sql, "<", "coalesce(day, DATE '0001-01-01') DESC, n DESC"),
            row -> row.getLong(1),
            id));
    return listed("article", beside);
  }

  /** What countries said to others, those with most first. */
  public List<Addressed> addressed() {
    return database.list(
        "SELECT x.country, y.country, count(*) FROM statement s JOIN entity x ON x.entity = s.speaker"
            + " JOIN entity y ON y.entity = s.addressee WHERE x.country IS NOT NULL"
            + " AND y.country IS NOT NULL AND x.country <> y.country"
            + " GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 400",
        row -> new Addressed(row.getString(1), row.getString(2), row.getLong(3)));
  }

  /** What the statements do, the commonest first. */
  public List<Tally> acts() {
    return tallies("act", "statement");
  }

  /** What kinds of events there are, the commonest first. */
  public List<Tally> types() {
    return tallies("type", "event");
  }

  /** Where the articles stood, the commonest first. */
  public List<Tally> outlets() {
    return tallies("outlet", "article");
  }

  /** In which languages the articles are, the commonest first. */
  public List<Tally> languages() {
    return tallies("language", "article");
  }

  private List<Tally> tallies(String column, String table) {
    return database.list(
        "SELECT "
            + column
            + ", count(*) FROM "
            + table
            + " WHERE "
            + column
            + " IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 200",
        Survey::tally);
  }

  private static Tally tally(ResultSet row) throws SQLException {
    return new Tally(row.getString(1), row.getLong(2));
  }

  /** The weeks in which something happened, in order. */
  public List<Week> weeks() {
    return database.list(
        "SELECT date_trunc('week', day)::DATE, count(*) FILTER (score < 0), count(*) FILTER (score > 0),"
            + " avg(score) FROM event WHERE status = 'actual' AND day IS NOT NULL GROUP BY 1 ORDER BY 1",
        row ->
            new Week(
                row.getObject(1, LocalDate.class),
                row.getLong(2),
                row.getLong(3),
                row.getDouble(4)));
  }

  /** What countries did to others by actual events, those with most first. */
  public List<Pair> pairs() {
    return database.list(
        "SELECT x.country, y.country, count(DISTINCT p.item), avg(event.score)"
            + " FROM party p JOIN party q USING (item) JOIN entity x ON x.entity = p.entity"
            + " JOIN entity y ON y.entity = q.entity JOIN event USING (item)"
            + " WHERE p.part = 'actor' AND q.part = 'recipient' AND x.country IS NOT NULL"
            + " AND y.country IS NOT NULL AND x.country <> y.country AND event.status = 'actual'"
            + " GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 400",
        row -> new Pair(row.getString(1), row.getString(2), row.getLong(3), row.getDouble(4)));
  }
}
