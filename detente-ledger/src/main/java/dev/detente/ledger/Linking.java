package dev.detente.ledger;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.ledger.relate.ArticleSketch;
import dev.detente.ledger.relate.CandidateIndex;
import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.Relater;
import dev.detente.ledger.relate.Sketcher;
import dev.detente.ledger.search.SearchIndex;
import dev.detente.ledger.store.LinkStore;
import dev.detente.ledger.store.RecordStore;
import dev.detente.record.ArticleRecord;
import dev.detente.source.duplicate.CopyGroup;
import dev.detente.source.duplicate.Fingerprint;
import dev.detente.source.duplicate.NearDuplicates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares new articles with those of the ledger that share a key with them, which the index finds:
 * the links between two articles are those of {@link Relater}, copies those of {@link
 * NearDuplicates}. Each pair is compared once, when the later of the two comes, so that the order
 * does not matter as long as an article has no more than {@link CandidateIndex#MOST} candidates.
 * One thread, which uses several.
 */
final class Linking {
  /** Articles that are kept ready to be compared. */
  private static final int HELD = 4000;

  /** Of their keys that two copies share at least. */
  private static final int COPY_KEYS_SHARED = 3;

  private static final int COPIES = 60;

  private final Sketcher sketcher;
  private final Relater relater;
  private final RecordStore records;
  private final LinkStore links;
  private final Map<Long, Compared> held =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Compared> eldest) {
          return size() > HELD;
        }
      };

  Linking(Ledger ledger, Codebook codebook, World world) {
    this.sketcher = new Sketcher(codebook, world);
    this.relater = new Relater(codebook);
    this.records = new RecordStore(ledger.database());
    this.links = new LinkStore(ledger.database());
  }

  /** What is compared of records, in their order. */
  List<Compared> compared(List<ArticleRecord> articles) {
    return articles.parallelStream().map(record -> Compared.of(record, sketcher)).toList();
  }

  /** Forgets an article that was taken out. */
  void forget(long n) {
    held.remove(n);
  }

  /**
   * Finds and writes the links of new articles, which the index holds already. Part of a
   * transaction.
   *
   * @param numbers of the articles, ascending
   */
  void link(SearchIndex index, List<Long> numbers, List<Compared> articles) {
    for (int i = 0; i < numbers.size(); i++) {
      held.put(numbers.get(i), articles.get(i));
    }
    List<List<Long>> candidates = new ArrayList<>();
    List<List<Long>> copies = new ArrayList<>();
    Set<Long> needed = new TreeSet<>();
    for (int i = 0; i < numbers.size(); i++) {
      Compared article = articles.get(i);
      candidates.add(
          index.candidates(article.sketch().keys(), 1, CandidateIndex.MOST, numbers.get(i)));
      copies.add(index.candidates(article.copyKeys(), COPY_KEYS_SHARED, COPIES, numbers.get(i)));
      needed.addAll(candidates.get(i));
    }
    Map<Long, Compared> others = fetched(needed);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      order.add(i);
    }
    List<CrossLink> found =
        order.parallelStream()
            .flatMap(
                i -> {
                  List<ArticleSketch> sketches = new ArrayList<>();
                  for (long n : candidates.get(i)) {
                    Compared other = others.get(n);
                    if (other != null) {
                      sketches.add(other.sketch());
                    }
                  }
                  return relater.relate(articles.get(i).sketch(), sketches).stream();
                })
            .toList();
    Map<String, Long> ids = new HashMap<>();
    others.forEach((n, other) -> ids.put(other.sketch().id(), n));
    for (int i = 0; i < numbers.size(); i++) {
      ids.put(articles.get(i).sketch().id(), numbers.get(i));
    }
    links.write(found, ids);
    for (int i = 0; i < numbers.size(); i++) {
      if (!copies.get(i).isEmpty()) {
        report(numbers.get(i), articles.get(i), copies.get(i));
      }
    }
  }

  private Map<Long, Compared> fetched(Set<Long> numbers) {
    Map<Long, Compared> found = new HashMap<>();
    List<Long> missing = new ArrayList<>();
    for (long n : numbers) {
      Compared ready = held.get(n);
      if (ready == null) {
        missing.add(n);
      } else {
        found.put(n, ready);
      }
    }
    List<ArticleRecord> stored = records.records(missing);
    if (stored.size() != missing.size()) {
      throw new IllegalStateException("the index names articles that the ledger has not");
    }
    List<Compared> compared = compared(stored);
    for (int i = 0; i < missing.size(); i++) {
      found.put(missing.get(i), compared.get(i));
      held.put(missing.get(i), compared.get(i));
    }
    return found;
  }

  /** Puts an article with those that print the same report. */
  private void report(long n, Compared article, List<Long> candidates) {
    Map<Long, Compared> alike = fetched(new TreeSet<>(candidates));
    List<Long> copies =
        candidates.parallelStream()
            .filter(
                candidate ->
                    NearDuplicates.STANDARD
                        .compare(
                            article.fingerprint(),
                            Objects.requireNonNull(alike.get(candidate)).fingerprint())
                        .likeness()
                        .isCopy())
            .toList();
    if (copies.isEmpty()) {
      return;
    }
    Set<Long> others = new TreeSet<>(copies);
    others.addAll(links.printings(copies));
    others.remove(n);
    Map<Long, Compared> found = fetched(others);
    Map<String, Long> numbers = new HashMap<>();
    List<Fingerprint> fingerprints = new ArrayList<>();
    numbers.put(article.sketch().id(), n);
    fingerprints.add(article.fingerprint());
    found.forEach(
        (number, other) -> {
          numbers.put(other.sketch().id(), number);
          fingerprints.add(other.fingerprint());
        });
    List<List<Long>> reports = new ArrayList<>();
    for (CopyGroup group : NearDuplicates.STANDARD.group(fingerprints)) {
      if (group.members().size() > 1) {
        reports.add(
            group.members().stream().map(id -> Objects.requireNonNull(numbers.get(id))).toList());
      }
    }
    List<Long> all = new ArrayList<>(others);
    all.add(n);
    links.writeReports(all, reports);
  }
}
