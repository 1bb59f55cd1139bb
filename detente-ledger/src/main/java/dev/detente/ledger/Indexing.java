package dev.detente.ledger;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.ledger.relate.Sketcher;
import dev.detente.ledger.search.SearchIndex;
import dev.detente.ledger.store.LedgerDatabase;
import dev.detente.ledger.store.LinkStore;
import dev.detente.ledger.store.RecordStore;
import dev.detente.record.ArticleRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts articles that the file holds into its index. One thread, which uses several. */
final class Indexing {
  /** Articles that are indexed at once. */
  private static final int BATCH = 500;

  private final LedgerDatabase database;
  private final RecordStore records;
  private final LinkStore links;
  private final Sketcher sketcher;

  Indexing(LedgerDatabase database, Codebook codebook) {
    this.database = database;
    this.records = new RecordStore(database);
    this.links = new LinkStore(database);
    this.sketcher = new Sketcher(codebook, World.load(codebook));
  }

  /** Adds current articles from a number on. */
  void addFrom(SearchIndex index, long number) {
    long from = number;
    while (true) {
      List<Long> numbers =
          database.list(
              "SELECT n FROM article WHERE n >= ? ORDER BY n LIMIT " + BATCH,
              row -> row.getLong(1),
              from);
      if (numbers.isEmpty()) {
        return;
      }
      add(index, numbers);
      from = numbers.get(numbers.size() - 1) + 1;
    }
  }

  /** Adds those of these articles that are current, once they have been taken out. */
  void addAgain(SearchIndex index, Collection<Long> numbers) {
    List<Long> all = List.copyOf(new TreeSet<>(numbers));
    for (int from = 0; from < all.size(); from += BATCH) {
      List<Long> current =
          database.list(
              "SELECT n FROM article WHERE n IN "
                  + in(all.subList(from, Math.min(all.size(), from + BATCH)))
                  + " ORDER BY n",
              row -> row.getLong(1));
      add(index, current);
    }
  }

  private void add(SearchIndex index, List<Long> numbers) {
    if (numbers.isEmpty()) {
      return;
    }
    List<ArticleRecord> batch = records.records(numbers);
    Map<Long, Map<String, String>> entities = new HashMap<>();
    database.visit(
        "SELECT n, id, entity FROM actor WHERE n IN " + in(numbers),
        row -> {
          entities
              .computeIfAbsent(row.getLong(1), key -> new HashMap<>())
              .put(row.getString(2), row.getString(3));
          return true;
        });
    List<Compared> compared =
        batch.parallelStream().map(record -> Compared.of(record, sketcher)).toList();
    for (int i = 0; i < batch.size(); i++) {
      ItemWords.add(
          index,
          numbers.get(i),
          batch.get(i),
          compared.get(i).bearings(),
          entities.getOrDefault(numbers.get(i), Map.of()));
    }
    links.earlier(numbers).forEach(index::addLinks);
  }

  private static String in(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }
}
