package dev.detente.ledger;

import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.CrossRelation;
import dev.detente.record.ArticleRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which events of several articles are one, by the links between them. One thread. */
final class SameEvents {
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, List<String>> members = new HashMap<>();
  private final Map<String, String> outlets = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();

  /**
   * An event with its reports.
   *
   * @param number the same for all of them
   * @param first whether it is met for the first time
   * @param reports how many
   */
  record Group(long number, boolean first, int reports, int outlets, int articles) {}

  SameEvents(Ledger ledger) {
    for (CrossLink link : ledger.links()) {
      if (link.relation() == CrossRelation.SAME && link.from().id().startsWith("e")) {
        parents.put(
            root(key(link.from().article(), link.from().id())),
            root(key(link.to().article(), link.to().id())));
      }
    }
    for (String one : new ArrayList<>(parents.keySet())) {
      members.computeIfAbsent(root(one), key -> new ArrayList<>()).add(one);
    }
    ledger
        .database()
        .visit(
            "SELECT id, outlet FROM article WHERE outlet IS NOT NULL",
            row -> {
              outlets.put(row.getString(1), row.getString(2));
              return true;
            });
  }

  private static String key(String article, String id) {
    return id + " " + article;
  }

  private String root(String one) {
    parents.putIfAbsent(one, one);
    String at = one;
    while (!parents.getOrDefault(at, at).equals(at)) {
      String above = parents.getOrDefault(at, at);
      parents.put(at, parents.getOrDefault(above, above));
      at = above;
    }
    return at;
  }

  /**
   * The event that this one is.
   *
   * @param own number of this event alone
   */
  Group group(ArticleRecord record, String id, long own) {
    String key = key(record.article().id(), id);
    if (!parents.containsKey(key)) {
      return new Group(own, true, 1, 1, 1);
    }
    String root = root(key);
    @Nullable Long before = numbers.putIfAbsent(root, own);
    List<String> all = members.getOrDefault(root, List.of(key));
    Set<String> articles = new HashSet<>();
    Set<String> papers = new HashSet<>();
    for (String one : all) {
      String article = one.substring(one.indexOf(' ') + 1);
      articles.add(article);
      papers.add(outlets.getOrDefault(article, article));
    }
    return new Group(
        before == null ? own : before, before == null, all.size(), papers.size(), articles.size());
  }
}
