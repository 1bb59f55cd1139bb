package dev.detente.ledger;

import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.CrossRelation;
import dev.detente.ledger.relate.End;
import dev.detente.ledger.search.SearchIndex;
import dev.detente.ledger.store.ItemNumber;
import dev.detente.ledger.store.LedgerDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What hangs together with some statements by links, within and across articles, followed step by
 * step so that the rest of the ledger is not read. Not thread-safe.
 */
final class Surroundings {
  private record Edge(long from, CrossRelation relation, long to, double confidence, String why) {
    boolean isSame() {
      return relation == CrossRelation.SAME
          || relation == CrossRelation.REPEATS
              && ItemNumber.article(from) == ItemNumber.article(to);
    }

    boolean takesSides() {
      return relation == CrossRelation.DENIES
          || relation == CrossRelation.REJECTS
          || relation == CrossRelation.CONFIRMS;
    }
  }

  private final LedgerDatabase database;
  private final SearchIndex index;
  private final Set<Long> items = new TreeSet<>();
  private final Map<Long, String> articles = new TreeMap<>();
  private final Set<Edge> edges = new LinkedHashSet<>();

  Surroundings(Ledger ledger) {
    this.database = ledger.database();
    this.index = ledger.index();
  }

  /** Takes in these and all that is told by them once more. */
  void add(Collection<Long> some) {
    Set<Long> fresh = new TreeSet<>(some);
    fresh.removeAll(items);
    while (!fresh.isEmpty()) {
      items.addAll(fresh);
      links(fresh);
      Set<Long> next = new TreeSet<>();
      for (Edge edge : edges) {
        if (edge.isSame() && (items.contains(edge.from()) || items.contains(edge.to()))) {
          next.add(edge.from());
          next.add(edge.to());
        }
      }
      next.removeAll(items);
      fresh = next;
    }
  }

  /** Takes in what denies, rejects or confirms what is here. */
  void addAnswers() {
    Set<Long> answers = new TreeSet<>();
    for (Edge edge : edges) {
      if (edge.takesSides() && items.contains(edge.to())) {
        answers.add(edge.from());
      }
    }
    add(answers);
  }

  /** The articles of these and the links from and to them. */
  private void links(Set<Long> some) {
    Set<Long> unread = new TreeSet<>();
    some.forEach(item -> unread.add(ItemNumber.article(item)));
    unread.removeAll(articles.keySet());
    if (!unread.isEmpty()) {
      database.visit(
          "SELECT n, id FROM article WHERE n IN " + in(unread),
          row -> {
            articles.put(row.getLong(1), row.getString(2));
            return true;
          });
      edges("own_link WHERE n IN " + in(unread));
    }
    // The index tells which articles came later and have links with these; their links stand
    // together.
    Set<Long> later = index.linked(some);
    some.forEach(item -> later.add(ItemNumber.article(item)));
    String these = in(some);
    edges(
        "link WHERE later IN "
            + in(later)
            + " AND (from_item IN "
            + these
            + " OR to_item IN "
            + these
            + ")");
  }

  private void edges(String where) {
    database.visit(
        "SELECT from_item, relation, to_item, confidence, why FROM " + where,
        row ->
            edges.add(
                    new Edge(
                        row.getLong(1),
                        CrossRelation.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                        row.getLong(3),
                        row.getDouble(4),
                        row.getString(5)))
                || true);
  }

  /** The numbers of what was taken in. */
  Set<Long> items() {
    return items;
  }

  /** The numbers of the articles. */
  Set<Long> articles() {
    return articles.keySet();
  }

  /** What has this number; null when its article is not there. */
  @Nullable End end(long item) {
    String article = articles.get(ItemNumber.article(item));
    return article == null ? null : new End(article, ItemNumber.id(item));
  }

  /** The links between what was taken in. */
  List<CrossLink> links() {
    Map<Long, End> ends = new HashMap<>();
    for (long item : items) {
      End end = end(item);
      if (end != null) {
        ends.put(item, end);
      }
    }
    List<CrossLink> links = new ArrayList<>();
    for (Edge edge : edges) {
      End from = ends.get(edge.from());
      End to = ends.get(edge.to());
      if (from != null && to != null) {
        links.add(new CrossLink(from, edge.relation(), to, edge.confidence(), edge.why()));
      }
    }
    return links;
  }

  static String in(Collection<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }
}
