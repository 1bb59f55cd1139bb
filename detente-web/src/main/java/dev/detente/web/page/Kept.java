package dev.detente.web.page;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.Survey;
import dev.detente.ledger.relate.Sketcher;
import dev.detente.ledger.story.ClaimSheet;
import dev.detente.ledger.story.DemandLife;
import dev.detente.ledger.story.Story;
import dev.detente.ledger.tension.Step;
import dev.detente.ledger.tension.Tension;
import dev.detente.ledger.tension.TensionPoint;
import dev.detente.record.EventStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What takes a look at the whole ledger to know, kept for as long as the ledger stands as it is.
 * Thread-safe. One finds and the others do not wait for long: they get what was true before the
 * last change, or nothing yet.
 */
public final class Kept {
  private static final int PAIRS = 6;

  /** How long somebody waits for what was never found. */
  private static final long PATIENCE_MILLIS = 4000;

  private final Map<String, Value> values = new ConcurrentHashMap<>();
  private final ReentrantLock finding = new ReentrantLock();
  private @Nullable Sketcher sketcher;

  /** What was found, and of which state of the ledger it is true. */
  private record Value(long generation, List<?> found) {}

  /** Tension between two countries. */
  record Pair(String one, String other, List<TensionPoint> points) {
    /** As an address names them. */
    String codes() {
      return one + "," + other;
    }
  }

  /** Claims with who stands where; null when they are still being found. */
  public @Nullable List<ClaimSheet> claims(Ledger ledger) {
    return kept(ledger, "claims", () -> new AcrossArticles(ledger).claims());
  }

  /** What became of demands; null when that is still being found. */
  public @Nullable List<DemandLife> demands(Ledger ledger) {
    return kept(ledger, "demands", () -> new AcrossArticles(ledger).demands(sketcher()));
  }

  /** All stories; null when they are still being found. */
  public @Nullable List<Story> stories(Ledger ledger) {
    return kept(ledger, "stories", () -> new AcrossArticles(ledger).stories());
  }

  /**
   * The pairs of countries with most events between them, with their tension week by week; null
   * when it is still being found.
   */
  @Nullable List<Pair> pairs(Ledger ledger) {
    return kept(
        ledger,
        "pairs",
        () -> {
          List<Pair> found = new ArrayList<>();
          Set<String> seen = new TreeSet<>();
          for (Survey.Pair pair : ledger.survey().pairs()) {
            String one = pair.actor();
            String other = pair.recipient();
            String key = one.compareTo(other) < 0 ? one + other : other + one;
            if (seen.size() < PAIRS && seen.add(key)) {
              List<String> parties = List.of(one, other);
              List<TensionPoint> points =
                  Tension.between(
                      parties,
                      new AcrossArticles(ledger).deeds(parties).deeds(),
                      EventStatus.ACTUAL,
                      Step.WEEK);
              if (points.stream().anyMatch(point -> point.value() != null)) {
                found.add(new Pair(one, other, points));
              }
            }
          }
          return List.copyOf(found);
        });
  }

  /** What reads the meaning of words. */
  synchronized Sketcher sketcher() {
    Sketcher made = sketcher;
    if (made == null) {
      Codebook codebook = Codebook.bundled();
      made = new Sketcher(codebook, World.load(codebook));
      sketcher = made;
    }
    return made;
  }

  /** Finds all of it, so that nobody waits later. */
  void warm(Ledger ledger) {
    claims(ledger);
    demands(ledger);
    pairs(ledger);
  }

  @SuppressWarnings("unchecked")
  private <T> @Nullable List<T> kept(Ledger ledger, String key, Supplier<List<T>> found) {
    long now = ledger.generation();
    Value value = values.get(key);
    if (value != null && value.generation() == now) {
      return (List<T>) value.found();
    }
    if (!begins(value == null ? PATIENCE_MILLIS : 0)) {
      return value == null ? null : (List<T>) value.found();
    }
    try {
      value = values.get(key);
      if (value == null || value.generation() != now) {
        value = new Value(now, found.get());
        values.put(key, value);
      }
      return (List<T>) value.found();
    } finally {
      finding.unlock();
    }
  }

  private boolean begins(long millis) {
    try {
      return finding.tryLock(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
