package dev.detente.web.page;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.ClaimList;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.Survey;
import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.relate.Sketcher;
import dev.detente.ledger.story.ClaimSheet;
import dev.detente.ledger.story.DemandLife;
import dev.detente.ledger.story.Story;
import dev.detente.ledger.tension.TensionPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What takes a look at the whole ledger to know. Found once and kept; when the ledger has changed
 * it is found anew by {@link #refresh}, one after the other, while readers get what was true a
 * moment ago: how long ago, {@link #behind} says. Thread-safe.
 */
public final class Kept {
  private static final int PAIRS = 6;

  /** How long somebody waits who asks for nothing but what was never found. */
  static final long PATIENCE_MILLIS = 1000;

  /** Of what only some ask for so much is kept, as long as it is asked for. */
  private static final int MOST_ASKED = 100;

  private static final long UNASKED_NANOS = TimeUnit.MINUTES.toNanos(10);

  /** What took long to find is true for so many times as long before it is found anew. */
  private static final int REST = 10;

  /** Between two looks whether anything has to be found anew. */
  private static final long LOOK_MILLIS = 250;

  private static final int MOST_ENTITIES = 501;

  /** Claims of which the sheets are kept: those of a page. */
  static final int MOST_VOICES = 12;

  private final long behindMillis;
  private final AtomicLong changes = new AtomicLong();
  private final Map<String, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable Sketcher sketcher;

  /** Places made so far; guarded by {@link #slots}. */
  private int made;

  /**
   * @param behindMillis how long what is kept is shown after a change before it is found anew; 0
   *     when nobody is to see what is no longer true
   */
  public Kept(long behindMillis) {
    this.behindMillis = behindMillis;
  }

  /**
   * What was found.
   *
   * @param change how often the ledger had changed before
   * @param generation of the ledger
   * @param at when, in nanoseconds of the system's clock
   */
  private record Value(long change, long generation, long at, Object what) {
    Value asOf(long laterChange) {
      return new Value(laterChange, generation, at, what);
    }
  }

  /** A place for a value. */
  private static final class Slot {
    private final int number;
    private final boolean standing;

    /** Whether it is found for somebody who does not wait for it. */
    private volatile boolean awaited;

    private final ReentrantLock finding = new ReentrantLock();
    private volatile Function<Ledger, ?> how;
    private volatile @Nullable Value value;
    private volatile long asked;
    private volatile long tried;
    private volatile long cost;

    Slot(int number, boolean standing, Function<Ledger, ?> how) {
      this.number = number;
      this.standing = standing;
      this.how = how;
    }
  }

  /** Tension between two countries. */
  record Pair(String one, String other, List<TensionPoint> points) {
    /** As an address names them. */
    String codes() {
      return one + "," + other;
    }
  }

  /** The ledger is another one now. */
  public void changed() {
    changes.incrementAndGet();
  }

  /**
   * Claims, and the sheets of those with most voices.
   *
   * @param most the first {@value #MOST_VOICES} or fewer
   */
  record Claimed(ClaimList all, List<ClaimSheet> most) {
    static Claimed of(Ledger ledger) {
      AcrossArticles across = new AcrossArticles(ledger);
      ClaimList all = across.claims();
      return new Claimed(all, across.sheets(all, 0, Math.min(all.size(), MOST_VOICES)));
    }
  }

  /** Claims with who stands where; null when they are still being found. */
  @Nullable Claimed claims(Ledger ledger) {
    return soon(ledger, "claims", Claimed::of, PATIENCE_MILLIS);
  }

  /** All claims; null when they are still being found. */
  public @Nullable ClaimList allClaims(Ledger ledger) {
    Claimed claimed = claims(ledger);
    return claimed == null ? null : claimed.all();
  }

  /** Claims with who stands where, for those who do not wait for them. */
  @Nullable Claimed claimed(Ledger ledger) {
    return soon(ledger, "claims", Claimed::of, 0);
  }

  /** What became of demands; null when that is still being found. */
  public @Nullable List<DemandLife> demands(Ledger ledger) {
    return soon(
        ledger, "demands", asked -> new AcrossArticles(asked).demands(sketcher()), PATIENCE_MILLIS);
  }

  /** All stories; null when they are still being found. */
  public @Nullable List<Story> stories(Ledger ledger) {
    return soon(ledger, "stories", asked -> new AcrossArticles(asked).stories(), PATIENCE_MILLIS);
  }

  /**
   * The pairs of countries with most events between them, with their tension week by week; null
   * when it is still being found.
   */
  @Nullable List<Pair> pairs(Ledger ledger) {
    return soon(ledger, "tension", this::tensest, 0);
  }

  private List<Pair> tensest(Ledger ledger) {
    List<Pair> found = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (Survey.Pair pair : countries(ledger)) {
      String one = pair.actor();
      String other = pair.recipient();
      String key = one.compareTo(other) < 0 ? one + other : other + one;
      if (seen.size() < PAIRS && seen.add(key)) {
        List<TensionPoint> points = Between.of(ledger, this, List.of(one, other)).points();
        if (points.stream().anyMatch(point -> point.value() != null)) {
          found.add(new Pair(one, other, points));
        }
      }
    }
    return List.copyOf(found);
  }

  /** Which articles tell one story. */
  public AcrossArticles.Grouping grouping(Ledger ledger) {
    return of(ledger, "grouping", asked -> new AcrossArticles(asked).grouping());
  }

  /** How much there is. */
  public Survey.Counts counts(Ledger ledger) {
    return of(ledger, "counts", asked -> asked.survey().counts());
  }

  /** The days from the first article to the last; null without any whose day is known. */
  @Nullable DayRange days(Ledger ledger) {
    return of(ledger, "days", asked -> Optional.ofNullable(asked.survey().days())).orElse(null);
  }

  /** Where the articles stood. */
  List<Survey.Tally> outlets(Ledger ledger) {
    return of(ledger, "outlets", asked -> asked.survey().outlets());
  }

  /** What countries did to others. */
  List<Survey.Pair> countries(Ledger ledger) {
    return of(ledger, "pairs", asked -> asked.survey().pairs());
  }

  /** Those of whom there is most: at most {@code size} after the first {@code from}. */
  public List<Survey.Somebody> entities(Ledger ledger, int from, int size) {
    if (from + size > MOST_ENTITIES) {
      return ledger.survey().entities(null, from, size);
    }
    List<Survey.Somebody> all =
        of(ledger, "entities", asked -> asked.survey().entities(null, 0, MOST_ENTITIES));
    return all.subList(Math.min(all.size(), from), Math.min(all.size(), from + size));
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

  /** Sees to it that all of it is found, now or by {@link #refresh}, so that nobody waits later. */
  void warm(Ledger ledger) {
    // What takes longest comes last, also when somebody asks for it meanwhile.
    begin("claims", Claimed::of, ledger);
    begin("demands", asked -> new AcrossArticles(asked).demands(sketcher()), ledger);
    begin("tension", this::tensest, ledger);
    counts(ledger);
    days(ledger);
    outlets(ledger);
    entities(ledger, 0, 1);
  }

  private void begin(String key, Function<Ledger, ?> how, Ledger ledger) {
    Slot slot = slot(key, true, how);
    if (behindMillis == 0) {
      waited(slot, ledger);
    }
  }

  /** What everybody asks for; somebody who asks for it first finds it. */
  <T> T of(Ledger ledger, String key, Function<Ledger, T> how) {
    return waited(slot(key, true, how), ledger);
  }

  /** What only some ask for: kept as long as they do. */
  <T> T asked(Ledger ledger, String key, Function<Ledger, T> how) {
    return waited(slot(key, false, how), ledger);
  }

  /**
   * What takes so long that no request finds it, but {@link #refresh}; null when it is still being
   * found.
   *
   * @param patienceMillis how long to wait for what was never found; 0 on pages that show more
   */
  private <T> @Nullable T soon(
      Ledger ledger, String key, Function<Ledger, T> how, long patienceMillis) {
    return soon(ledger, slot(key, true, how), patienceMillis);
  }

  /** The same of what only some ask for. */
  <T> @Nullable T asked(Ledger ledger, String key, Function<Ledger, T> how, long patienceMillis) {
    return soon(ledger, slot(key, false, how), patienceMillis);
  }

  private <T> @Nullable T soon(Ledger ledger, Slot slot, long patienceMillis) {
    if (behindMillis == 0) {
      return waited(slot, ledger);
    }
    slot.awaited = true;
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    Value known = slot.value;
    while (known == null && System.nanoTime() < until) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
      known = slot.value;
    }
    return known == null ? null : Kept.<T>what(known);
  }

  private <T> T waited(Slot slot, Ledger ledger) {
    Value known = slot.value;
    if (known != null && isShown(known)) {
      return Kept.<T>what(known);
    }
    slot.finding.lock();
    try {
      return Kept.<T>what(found(slot, ledger));
    } finally {
      slot.finding.unlock();
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T what(Value value) {
    return (T) value.what();
  }

  private boolean isShown(Value value) {
    return behindMillis > 0 || value.change() == changes.get();
  }

  /** The value of a slot as the ledger is now. Holds the slot's lock. */
  private Value found(Slot slot, Ledger ledger) {
    Value known = slot.value;
    if (known != null && isShown(known)) {
      return known;
    }
    return foundAnew(slot, ledger);
  }

  private Value foundAnew(Slot slot, Ledger ledger) {
    long change = changes.get();
    long generation = ledger.generation();
    Value known = slot.value;
    Value found;
    if (known != null && known.generation() == generation) {
      found = known.asOf(change);
    } else {
      long since = System.nanoTime();
      slot.tried = since;
      try {
        found = new Value(change, generation, since, slot.how.apply(ledger));
      } finally {
        slot.cost = System.nanoTime() - since;
      }
    }
    slot.value = found;
    return found;
  }

  private Slot slot(String key, boolean standing, Function<Ledger, ?> how) {
    synchronized (slots) {
      Slot slot = slots.computeIfAbsent(key, name -> new Slot(made++, standing, how));
      slot.how = how;
      slot.asked = System.nanoTime();
      if (!standing && slots.size() > MOST_ASKED) {
        slots.values().stream()
            .filter(one -> !one.standing && one != slot)
            .findFirst()
            .ifPresent(slots.values()::remove);
      }
      return slot;
    }
  }

  /** Forgets what nobody has asked for lately, and what is left to be looked after. */
  private List<Slot> lookedAfter(long now) {
    synchronized (slots) {
      slots.values().removeIf(slot -> !slot.standing && now - slot.asked > UNASKED_NANOS);
      return List.copyOf(slots.values());
    }
  }

  /**
   * Finds what was never found, or anew what has been untrue for longest, if anything has been for
   * too long.
   *
   * @return how many milliseconds to rest before this is called again
   */
  public long refresh(Ledger ledger) {
    long now = System.nanoTime();
    Slot most = null;
    double longest = 1;
    for (Slot slot : lookedAfter(now)) {
      Value value = slot.value;
      boolean never = value == null && (slot.standing || slot.awaited);
      if (never || (value != null && value.change() != changes.get())) {
        double due =
            slot.tried == 0
                ? Double.MAX_VALUE
                : (now - slot.tried)
                    / (double)
                        Math.max(TimeUnit.MILLISECONDS.toNanos(behindMillis), REST * slot.cost);
        // What was never tried comes in the order in which it was first asked for.
        if (due > longest || (most != null && due == longest && slot.number < most.number)) {
          longest = due;
          most = slot;
        }
      }
    }
    if (most == null || !most.finding.tryLock()) {
      return LOOK_MILLIS;
    }
    boolean never = most.value == null;
    try {
      foundAnew(most, ledger);
      // Somebody may be waiting for the next that was never found.
      return never ? 1 : Math.max(1, 2 * TimeUnit.NANOSECONDS.toMillis(most.cost));
    } finally {
      most.finding.unlock();
    }
  }

  /** How many seconds old the oldest of what is kept is, of what is no longer true; else 0. */
  public long behind() {
    long now = System.nanoTime();
    long oldest = 0;
    synchronized (slots) {
      for (Slot slot : slots.values()) {
        Value value = slot.value;
        if (value != null && value.change() != changes.get()) {
          oldest = Math.max(oldest, now - value.at());
        }
      }
    }
    return TimeUnit.NANOSECONDS.toSeconds(oldest);
  }
}
