package dev.detente.ledger.store;

import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.CrossRelation;
import dev.detente.ledger.relate.End;
import dev.detente.ledger.relate.LinkPage;
import dev.detente.ledger.relate.LinkQuestion;
import dev.detente.source.duplicate.CopyGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The links across articles, and which articles print one report. One thread at a time. */
public final class LinkStore {
  private final LedgerDatabase database;

  public LinkStore(LedgerDatabase database) {
    this.database = database;
  }

  /**
   * Writes links. Part of a transaction.
   *
   * @param numbers of the articles, by their ids
   * @return of each article that came last of two, what of earlier ones it has links with
   */
  public Map<Long, Set<Long>> write(List<CrossLink> links, Map<String, Long> numbers) {
    Map<Long, Set<Long>> earlier = new TreeMap<>();
    if (links.isEmpty()) {
      return earlier;
    }
    try (TableRows rows = database.rows("link")) {
      for (CrossLink link : links) {
        long from = item(link.from(), numbers);
        long to = item(link.to(), numbers);
        if (from >= 0 && to >= 0) {
          long later = ItemNumber.article(Math.max(from, to));
          rows.add(
              from,
              link.relation().name().toLowerCase(Locale.ROOT),
              to,
              link.confidence(),
              link.why(),
              later);
          earlier.computeIfAbsent(later, key -> new TreeSet<>()).add(Math.min(from, to));
        }
      }
    }
    return earlier;
  }

  /** Of each of these articles, what of earlier ones it has links with; see {@link #write}. */
  public Map<Long, Set<Long>> earlier(Collection<Long> numbers) {
    Map<Long, Set<Long>> earlier = new TreeMap<>();
    database.visit(
        "SELECT later, least(from_item, to_item) FROM link WHERE later IN "
            + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")")),
        row -> {
          earlier.computeIfAbsent(row.getLong(1), key -> new TreeSet<>()).add(row.getLong(2));
          return true;
        });
    return earlier;
  }

  private static long item(End end, Map<String, Long> numbers) {
    Long n = numbers.get(end.article());
    return n == null ? -1 : ItemNumber.of(n, end.id());
  }

  /** A link with the numbers of its ends. */
  private record Numbered(CrossLink link, long from, long to) {}

  /** The links that are asked for, in order. */
  public List<CrossLink> links(LinkQuestion question) {
    List<CrossLink> links =
        new ArrayList<>(numbered(question, null, 0).stream().map(Numbered::link).toList());
    links.sort(CrossLink.ORDER);
    return links;
  }

  /**
   * At most {@code size} of the links that are asked for, in the order in which the articles came
   * that they lead from.
   *
   * @param after where the page before has ended; null for the first
   */
  public LinkPage page(LinkQuestion question, LinkPage.@Nullable Cursor after, int size) {
    List<Numbered> found = numbered(question, after, size + 1);
    List<Numbered> shown = found.subList(0, Math.min(size, found.size()));
    LinkPage.Cursor next = null;
    if (found.size() > size) {
      Numbered last = shown.get(size - 1);
      next = new LinkPage.Cursor(last.from(), last.to(), last.link().relation());
    }
    return new LinkPage(shown.stream().map(Numbered::link).toList(), next);
  }

  private List<Numbered> numbered(
      LinkQuestion question, LinkPage.@Nullable Cursor after, int limit) {
    StringBuilder where = new StringBuilder(" WHERE confidence >= ?");
    List<Object> values = new ArrayList<>(List.of(question.least()));
    if (!question.relations().isEmpty()) {
      where.append(
          question.relations().stream()
              .sorted()
              .map(relation -> LedgerDatabase.quoted(relation.label()))
              .collect(Collectors.joining(", ", " AND relation IN (", ")")));
    }
    if (question.article() != null) {
      List<Long> n =
          database.list(
              "SELECT n FROM article WHERE id = ?", row -> row.getLong(1), question.article());
      if (n.isEmpty()) {
        return List.of();
      }
      where.append(" AND (from_item >> 20 = ? OR to_item >> 20 = ?)");
      values.add(n.get(0));
      values.add(n.get(0));
    }
    if (after != null) {
      where.append(
          " AND (from_item > ? OR from_item = ? AND (to_item > ? OR to_item = ? AND relation > ?))");
      values.addAll(
          List.of(after.from(), after.from(), after.to(), after.to(), after.relation().label()));
    }
    String order = limit > 0 ? " ORDER BY from_item, to_item, relation LIMIT " + limit : "";
    return database.list(
        "SELECT f.id, l.from_item, l.relation, t.id, l.to_item, l.confidence, l.why FROM (FROM"
            + " link"
            + where
            + order
            + ") l JOIN article f ON f.n = l.from_item >> 20 JOIN article t ON t.n = l.to_item >>"
            + " 20"
            + (limit > 0 ? " ORDER BY l.from_item, l.to_item, l.relation" : ""),
        row ->
            new Numbered(
                new CrossLink(
                    new End(row.getString(1), ItemNumber.id(row.getLong(2))),
                    CrossRelation.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                    new End(row.getString(4), ItemNumber.id(row.getLong(5))),
                    row.getDouble(6),
                    row.getString(7)),
                row.getLong(2),
                row.getLong(5)),
        values.toArray());
  }

  /**
   * The links of one relation between two of these items, both by their numbers.
   *
   * @param items some of which are statements or events
   */
  public List<long[]> pairs(CrossRelation relation, Collection<Long> items) {
    String these =
        items.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]::BIGINT[]"));
    return database.list(
        "WITH t AS MATERIALIZED (SELECT DISTINCT unnest("
            + these
            + ") AS item) SELECT from_item, to_item FROM link WHERE relation = ? AND from_item IN"
            + " (SELECT item FROM t) AND to_item IN (SELECT item FROM t)",
        row -> new long[] {row.getLong(1), row.getLong(2)},
        relation.name().toLowerCase(Locale.ROOT));
  }

  /**
   * The pairs of reports that share so many statements or events, by their originals. One statement
   * of the one and one of the other count once, so that a copy adds nothing.
   */
  public List<List<String>> sharing(int fewest) {
    return database.list(
        "WITH r AS (SELECT article.n, original.id FROM article LEFT JOIN copy USING (n) JOIN article"
            + " original ON original.n = coalesce(copy.report, article.n)), p AS (SELECT"
            + " least(f.id, t.id) AS one, greatest(f.id, t.id) AS other, CASE WHEN f.id < t.id THEN"
            + " from_item ELSE to_item END % 1048576 AS slot FROM link JOIN r f ON f.n = from_item"
            + " >> 20 JOIN r t ON t.n = to_item >> 20 WHERE relation = 'same' AND f.id <> t.id)"
            + " SELECT one, other FROM p GROUP BY one, other HAVING count(DISTINCT slot) >= ?"
            + " ORDER BY one, other",
        row -> List.of(row.getString(1), row.getString(2)), fewest);
  }

  /** Which articles print one report, the one that printed it first before the others. */
  public List<CopyGroup> copies() {
    return groups("SELECT original, article FROM reports");
  }

  /** Which of these articles, by their numbers, print one report. */
  public List<CopyGroup> copies(List<Long> numbers) {
    return groups(
        "SELECT o.id AS original, a.id AS article FROM (SELECT * FROM copy WHERE n IN "
            + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"))
            + ") c JOIN article a ON a.n = c.n JOIN article o ON o.n = c.report");
  }

  private List<CopyGroup> groups(String query) {
    Map<String, List<String>> reports = new TreeMap<>();
    database.visit(
        "FROM (" + query + ") WHERE original <> article ORDER BY original, article",
        row -> {
          reports
              .computeIfAbsent(row.getString(1), original -> new ArrayList<>(List.of(original)))
              .add(row.getString(2));
          return true;
        });
    List<CopyGroup> groups = new ArrayList<>();
    reports.forEach((original, members) -> groups.add(new CopyGroup(original, members)));
    return groups;
  }

  /**
   * The articles that print the reports that these do, by their numbers, report by report, the one
   * that printed it first before the others.
   */
  public List<List<Long>> printings(Collection<Long> numbers) {
    String these =
        numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    Map<Long, List<Long>> reports = new TreeMap<>();
    database.visit(
        "SELECT report, n FROM copy WHERE report IN (SELECT report FROM copy WHERE n IN "
            + these
            + ") ORDER BY n <> report, n",
        row -> {
          reports.computeIfAbsent(row.getLong(1), report -> new ArrayList<>()).add(row.getLong(2));
          return true;
        });
    return List.copyOf(reports.values());
  }

  /** Says anew which articles print one report; those that print none but their own have no row. */
  public void writeReports(List<Long> articles, List<List<Long>> reports) {
    String these =
        articles.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    database.update("DELETE FROM copy WHERE n IN " + these);
    try (TableRows rows = database.rows("copy")) {
      for (List<Long> report : reports) {
        for (long n : report) {
          rows.add(n, report.get(0));
        }
      }
    }
  }
}
