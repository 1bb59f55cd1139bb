package dev.detente.ledger;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.ledger.relate.ArticleSketch;
import dev.detente.ledger.relate.CandidateIndex;
import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.Relater;
import dev.detente.ledger.relate.SketchBytes;
import dev.detente.ledger.relate.Sketcher;
import dev.detente.ledger.search.Found;
import dev.detente.ledger.search.SearchIndex;
import dev.detente.ledger.search.Sought;
import dev.detente.ledger.store.LinkStore;
import dev.detente.ledger.store.RecordStore;
import dev.detente.record.ArticleRecord;
import dev.detente.source.duplicate.CopyGroup;
import dev.detente.source.duplicate.Fingerprint;
import dev.detente.source.duplicate.NearDuplicates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Compares new articles with those of the ledger that share a key with them, which the index finds:
 * the links between two articles are those of {@link Relater}, copies those of {@link
 * NearDuplicates}. Each pair is compared once, when the later of the two comes, so that the order
 * does not matter as long as an article has no more than {@link CandidateIndex#MOST} candidates.
 * One thread, which uses several.
 */
final class Linking {
  /** Articles that are kept ready to be compared. */
  private static final int HELD = 2000;

  /** Articles among which copies of one are looked for. */
  private static final int COPIES = 60;

  private final Sketcher sketcher;
  private final Relater relater;
  private final RecordStore records;
  private final LinkStore links;
  private final Map<Long, ArticleSketch> sketches = new Latest<>(HELD);
  private final Map<Long, Fingerprint> fingerprints = new Latest<>(HELD);

  /** Those asked for last. */
  private static final class Latest<V> extends LinkedHashMap<Long, V> {
    private static final long serialVersionUID = 1L;
    private final int most;

    Latest(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
      return size() > most;
    }
  }

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
    sketches.remove(n);
    fingerprints.remove(n);
  }

  /**
   * Finds and writes the links of new articles, which the index holds already. Part of a
   * transaction.
   *
   * @param numbers of the articles, ascending
   */
  void link(SearchIndex index, List<Long> numbers, List<Compared> articles) {
    List<Sought> sought = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      sought.add(new Sought(numbers.get(i), articles.get(i).bearings()));
    }
    List<List<Found>> candidates = index.candidates(sought, CandidateIndex.MOST);
    Map<Long, ArticleSketch> others = others(index, numbers, articles, candidates);
    List<Integer> order = IntStream.range(0, numbers.size()).boxed().toList();
    List<CrossLink> found =
        order.parallelStream()
            .flatMap(
                i -> {
                  List<ArticleSketch> some = new ArrayList<>();
                  for (Found candidate : candidates.get(i)) {
                    some.add(Objects.requireNonNull(others.get(candidate.n())));
                  }
                  return relater.relate(articles.get(i).sketch(), some).stream();
                })
            .toList();
    Map<String, Long> ids = new HashMap<>();
    others.forEach((n, other) -> ids.put(other.id(), n));
    for (int i = 0; i < numbers.size(); i++) {
      ids.put(articles.get(i).sketch().id(), numbers.get(i));
    }
    links.write(found, ids).forEach(index::addLinks);
    report(index, sought, articles);
    for (int i = 0; i < numbers.size(); i++) {
      sketches.put(numbers.get(i), articles.get(i).sketch());
    }
  }

  /** What was found, ready to be compared. */
  private Map<Long, ArticleSketch> others(
      SearchIndex index,
      List<Long> numbers,
      List<Compared> articles,
      List<List<Found>> candidates) {
    Map<Long, ArticleSketch> others = new HashMap<>();
    Map<Long, ArticleSketch> own = new HashMap<>();
    for (int i = 0; i < numbers.size(); i++) {
      own.put(numbers.get(i), articles.get(i).sketch());
    }
    Set<Found> missing = new HashSet<>();
    for (List<Found> some : candidates) {
      for (Found candidate : some) {
        ArticleSketch ready = own.get(candidate.n());
        if (ready == null) {
          ready = sketches.get(candidate.n());
        }
        if (ready == null) {
          missing.add(candidate);
        } else {
          others.put(candidate.n(), ready);
        }
      }
    }
    List<Map.Entry<Long, byte[]>> kept = List.copyOf(index.sketches(missing).entrySet());
    List<ArticleSketch> read =
        kept.parallelStream().map(entry -> SketchBytes.read(entry.getValue())).toList();
    if (read.size() != missing.size()) {
      throw new IllegalStateException("the index has lost what it keeps of articles");
    }
    for (int i = 0; i < kept.size(); i++) {
      others.put(kept.get(i).getKey(), read.get(i));
      sketches.put(kept.get(i).getKey(), read.get(i));
    }
    return others;
  }

  /** Puts new articles with those that print the same report. */
  private void report(SearchIndex index, List<Sought> sought, List<Compared> articles) {
    List<List<Found>> near =
        index.copies(sought, Fingerprint.KEYS_SHARED, COPIES, NearDuplicates.STANDARD::inTime);
    Set<Long> needed = new TreeSet<>();
    near.forEach(some -> some.forEach(one -> needed.add(one.n())));
    for (int i = 0; i < sought.size(); i++) {
      if (!near.get(i).isEmpty() || needed.contains(sought.get(i).n())) {
        fingerprints.put(sought.get(i).n(), articles.get(i).fingerprint());
      }
    }
    Map<Long, Fingerprint> alike = fetched(needed);
    List<List<Long>> copies = new ArrayList<>();
    Set<Long> all = new TreeSet<>();
    for (int i = 0; i < sought.size(); i++) {
      copies.add(copies(articles.get(i).fingerprint(), near.get(i), alike));
      all.addAll(copies.get(i));
    }
    if (all.isEmpty()) {
      return;
    }
    // The reports of all of them are read and written once, however many copies there are.
    Reports reports = new Reports(links.printings(all));
    for (int i = 0; i < sought.size(); i++) {
      if (!copies.get(i).isEmpty()) {
        report(sought.get(i).n(), articles.get(i).fingerprint(), copies.get(i), reports);
      }
    }
    links.writeReports(reports.touched(), reports.groups());
  }

  /** Those of some articles that are copies of one. */
  private static List<Long> copies(
      Fingerprint fingerprint, List<Found> near, Map<Long, Fingerprint> alike) {
    return near.stream()
        .map(Found::n)
        .filter(
            candidate ->
                NearDuplicates.STANDARD
                    .compare(fingerprint, Objects.requireNonNull(alike.get(candidate)))
                    .likeness()
                    .isCopy())
        .toList();
  }

  private Map<Long, Fingerprint> fetched(Set<Long> numbers) {
    Map<Long, Fingerprint> found = new HashMap<>();
    List<Long> missing = new ArrayList<>();
    for (long n : numbers) {
      Fingerprint ready = fingerprints.get(n);
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
    List<Fingerprint> made =
        stored.parallelStream().map(record -> Fingerprint.of(record.article())).toList();
    for (int i = 0; i < missing.size(); i++) {
      found.put(missing.get(i), made.get(i));
      fingerprints.put(missing.get(i), made.get(i));
    }
    return found;
  }

  /** Puts an article with those that print the same report. */
  private void report(long n, Fingerprint fingerprint, List<Long> copies, Reports reports) {
    Set<Long> others = new TreeSet<>(copies);
    copies.forEach(copy -> others.addAll(reports.with(copy)));
    others.remove(n);
    Map<String, Long> numbers = new HashMap<>();
    numbers.put(fingerprint.id(), n);
    List<Fingerprint> all = new ArrayList<>();
    all.add(fingerprint);
    fetched(others)
        .forEach(
            (number, other) -> {
              numbers.put(other.id(), number);
              all.add(other);
            });
    List<List<Long>> groups = new ArrayList<>();
    for (CopyGroup group : NearDuplicates.STANDARD.group(all)) {
      if (group.members().size() > 1) {
        groups.add(
            group.members().stream().map(id -> Objects.requireNonNull(numbers.get(id))).toList());
      }
    }
    others.add(n);
    reports.put(others, groups);
  }
}
