package dev.detente.ledger.tension;

import dev.detente.record.EventStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An index of tension between parties over time. For a period,
 *
 * <pre>  value = -10 × Σ share × score / (Σ share + {@value #PRIOR})</pre>
 *
 * over the events between the parties: each once however many reports tell it, with the PLOVER
 * score of its type and mode (-10 to +10; Open Event Data Alliance, PLOVER, the successor of
 * Goldstein's scale, Journal of Conflict Resolution 36, 1992). An event whose date is imprecise is
 * shared out evenly over its days. It is a mean and no sum, so that more coverage is not more
 * tension; the constant draws periods with few events towards 0, as so many neutral events would.
 * The value lies between -100 and +100, and what actually happened never mixes with what is
 * alleged, ahead or hypothetical: each status is an index of its own.
 *
 * <p>The band is the middle nine tenths of {@value #DRAWS} draws of stories with replacement
 * (bootstrap by clusters, since events of one story hang together; Davison and Hinkley, Bootstrap
 * Methods, 1997), with dice that are always the same. Stateless.
 */
public final class Tension {
  /** Neutral events added to every period. */
  static final double PRIOR = 2;

  /** Draws for the band. */
  static final int DRAWS = 400;

  private static final double TAIL = 0.05;

  /** Parts of a point that are kept. */
  private static final int PARTS = 200;

  /** An imprecise date of more days than these is no date: a year says nothing of a week. */
  private static final long VAGUE = 62;

  private Tension() {}

  /**
   * The index, one point for each period from the first event to the last.
   *
   * @param between countries (ISO 3166-1 alpha-3) or entities, any two of which count; of one
   *     alone, all that it does and that is done to it
   */
  public static List<TensionPoint> between(
      List<String> between, Collection<Deed> deeds, EventStatus status, Step step) {
    List<Deed> chosen = new ArrayList<>();
    for (Deed deed : deeds) {
      if (deed.status() == status && days(deed) <= VAGUE && concerns(deed, between)) {
        chosen.add(deed);
      }
    }
    chosen.sort(Comparator.comparing(Deed::first).thenComparing(Deed::id));
    if (chosen.isEmpty()) {
      return List.of();
    }
    LocalDate last = chosen.get(0).last();
    for (Deed deed : chosen) {
      last = deed.last().isAfter(last) ? deed.last() : last;
    }
    Map<LocalDate, List<Deed>> byPeriod = new TreeMap<>();
    for (Deed deed : chosen) {
      for (LocalDate begin = step.begin(deed.first());
          !begin.isAfter(deed.last());
          begin = step.next(begin)) {
        byPeriod.computeIfAbsent(begin, key -> new ArrayList<>()).add(deed);
      }
    }
    List<TensionPoint> points = new ArrayList<>();
    for (LocalDate begin = step.begin(chosen.get(0).first());
        !begin.isAfter(last);
        begin = step.next(begin)) {
      points.add(point(begin, step.next(begin), byPeriod.getOrDefault(begin, List.of())));
    }
    return points;
  }

  private static boolean concerns(Deed deed, List<String> between) {
    if (between.size() == 1) {
      return deed.actors().contains(between.get(0)) || deed.recipients().contains(between.get(0));
    }
    for (int i = 0; i < between.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (deed.isBetween(between.get(i), between.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  private static long days(Deed deed) {
    return deed.last().toEpochDay() - deed.first().toEpochDay() + 1;
  }

  /** How much of an event falls between two days, the second not included. */
  private static double share(Deed deed, LocalDate from, LocalDate to) {
    long first = Math.max(deed.first().toEpochDay(), from.toEpochDay());
    long last = Math.min(deed.last().toEpochDay(), to.toEpochDay() - 1);
    return Math.max(0, last - first + 1) / (double) days(deed);
  }

  private static TensionPoint point(LocalDate from, LocalDate to, List<Deed> deeds) {
    if (deeds.isEmpty()) {
      return new TensionPoint(from, null, null, null, 0, 0, List.of());
    }
    double shares = 0;
    int reports = 0;
    Map<String, double[]> stories = new TreeMap<>();
    for (Deed deed : deeds) {
      double share = share(deed, from, to);
      shares += share;
      reports += deed.reports();
      double[] story = stories.computeIfAbsent(deed.story(), key -> new double[2]);
      story[0] += share;
      story[1] += share * deed.score();
    }
    double sum = 0;
    List<TensionPoint.Part> parts = new ArrayList<>();
    for (Deed deed : deeds) {
      double share = share(deed, from, to);
      double gives = -10 * share * deed.score() / (shares + PRIOR);
      sum += gives;
      parts.add(new TensionPoint.Part(deed.id(), share, deed.score(), gives));
    }
    parts.sort(
        Comparator.comparingDouble((TensionPoint.Part part) -> -Math.abs(part.gives()))
            .thenComparing(TensionPoint.Part::event));
    double[] band = band(from, new ArrayList<>(stories.values()));
    return new TensionPoint(
        from,
        sum,
        Math.min(sum, band[0]),
        Math.max(sum, band[1]),
        shares,
        reports,
        parts.subList(0, Math.min(PARTS, parts.size())));
  }

  private static double[] band(LocalDate from, List<double[]> stories) {
    Dice dice = new Dice(from.toEpochDay());
    double[] draws = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double shares = 0;
      double scores = 0;
      for (int i = 0; i < stories.size(); i++) {
        double[] story = stories.get(dice.below(stories.size()));
        shares += story[0];
        scores += story[1];
      }
      draws[draw] = -10 * scores / (shares + PRIOR);
    }
    Arrays.sort(draws);
    int tail = (int) (TAIL * DRAWS);
    return new double[] {draws[tail], draws[DRAWS - 1 - tail]};
  }

  /** Dice that always fall the same: SplitMix64. */
  private static final class Dice {
    private long state;

    Dice(long seed) {
      this.state = seed;
    }

    int below(int bound) {
      state += 0x9E3779B97F4A7C15L;
      long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
      mixed ^= mixed >>> 31;
      return (int) Long.remainderUnsigned(mixed, bound);
    }
  }
}
