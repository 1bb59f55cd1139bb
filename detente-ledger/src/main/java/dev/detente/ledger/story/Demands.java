package dev.detente.ledger.story;

import dev.detente.ledger.relate.Alike;
import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.CrossRelation;
import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.relate.End;
import dev.detente.record.Act;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Follows demands through time: a party's demands whose words mean much the same are one demand,
 * made again. Stateless; the order of what is given does not matter.
 */
public final class Demands {
  /** How much two demands of one party, days or years apart, must be alike to be one. */
  private static final double ONE = 0.4;

  /** How much what meets a demand must be alike. */
  private static final double MEETING = 0.3;

  /** How rare what they share must be. */
  private static final double RARE = 0.4;

  /** Demands of one party that a new one is compared with: the latest. */
  private static final int MOST = 400;

  private Demands() {}

  /**
   * The lives of demands, those with most stages first.
   *
   * @param demands statements that ask, demand or threaten
   * @param meetings what may meet a demand: events in which somebody concedes or steps back, told
   *     as voices of those who do
   * @param meaning of all of them, see {@link dev.detente.ledger.relate.Sketcher#meaning}
   * @param links within and across articles
   * @param voices of those who reject; others are not needed
   */
  public static List<DemandLife> lives(
      Collection<Voice> demands,
      Collection<Voice> meetings,
      Map<End, Set<String>> meaning,
      Collection<CrossLink> links,
      Map<End, Voice> voices) {
    Alike.Rarity rarity = new Alike.Rarity();
    List<Voice> ordered = new ArrayList<>(demands);
    ordered.sort(Voice.ORDER);
    ordered.forEach(voice -> rarity.add(meaning.getOrDefault(voice.end(), Set.of())));
    Map<String, ByRareMeaning> byParty = new HashMap<>();
    Union<End> union = new Union<>();
    for (Voice voice : ordered) {
      union.add(voice.end());
      if (voice.party() != null) {
        ByRareMeaning before =
            byParty.computeIfAbsent(voice.party(), key -> new ByRareMeaning(meaning, rarity));
        for (Voice other : before.sharing(voice, MOST)) {
          if (!union.root(voice.end()).equals(union.root(other.end()))
              && alike(voice, other, meaning, rarity, ONE)) {
            union.join(voice.end(), other.end());
          }
        }
        before.add(voice);
      }
    }
    Map<End, Voice> byEnd = new HashMap<>();
    ordered.forEach(voice -> byEnd.put(voice.end(), voice));
    for (CrossLink link : links) {
      if (link.relation() == CrossRelation.SAME
          && byEnd.containsKey(link.from())
          && byEnd.containsKey(link.to())) {
        union.join(link.from(), link.to());
      }
    }
    Map<End, List<Voice>> rejections = rejections(links, byEnd.keySet(), voices);
    ByRareMeaning meeting = new ByRareMeaning(meaning, rarity);
    meetings.forEach(meeting::add);
    List<DemandLife> lives = new ArrayList<>();
    for (List<End> set : union.sets()) {
      List<Voice> made = new ArrayList<>();
      set.forEach(end -> made.add(Objects.requireNonNull(byEnd.get(end))));
      made.sort(Voice.ORDER);
      List<DemandLife.Stage> stages = stages(made);
      if (stages.isEmpty()) {
        continue;
      }
      Set<End> told = new HashSet<>();
      for (Voice voice : made) {
        for (Voice rejecting : rejections.getOrDefault(voice.end(), List.of())) {
          if (told.add(rejecting.end())) {
            stages.add(new DemandLife.Stage(DemandLife.Kind.REJECTED, rejecting));
          }
        }
      }
      for (Voice met : meeting.sharing(made.get(0), Integer.MAX_VALUE)) {
        if (!Objects.equals(met.party(), made.get(0).party())
            && !before(met.days(), made.get(0).days())
            && alike(met, made.get(0), meaning, rarity, MEETING)) {
          stages.add(new DemandLife.Stage(DemandLife.Kind.MET, met));
        }
      }
      List<DemandLife.Stage> later = stages.subList(1, stages.size());
      later.sort(Comparator.comparing(DemandLife.Stage::voice, Voice.ORDER));
      lives.add(new DemandLife(stages.get(0).voice().end().toString(), stages));
    }
    lives.sort(
        Comparator.comparingInt((DemandLife life) -> -life.stages().size())
            .thenComparing(DemandLife::id));
    return lives;
  }

  /** Voices by those of their meanings that are rare enough to make two alike. Not thread-safe. */
  private static final class ByRareMeaning {
    private final Map<End, Set<String>> meaning;
    private final Alike.Rarity rarity;
    private final List<Voice> voices = new ArrayList<>();
    private final Map<String, List<Integer>> places = new HashMap<>();

    /**
     * @param rarity counts nothing more while this is used
     */
    ByRareMeaning(Map<End, Set<String>> meaning, Alike.Rarity rarity) {
      this.meaning = meaning;
      this.rarity = rarity;
    }

    void add(Voice voice) {
      for (String one : meaning.getOrDefault(voice.end(), Set.of())) {
        if (rarity.of(one) >= RARE) {
          places.computeIfAbsent(one, key -> new ArrayList<>(2)).add(voices.size());
        }
      }
      voices.add(voice);
    }

    /** Those of the last that share a rare meaning with another, in order. */
    List<Voice> sharing(Voice other, int last) {
      Set<Integer> found = new TreeSet<>();
      int from = Math.max(0, voices.size() - last);
      for (String one : meaning.getOrDefault(other.end(), Set.of())) {
        List<Integer> there = places.getOrDefault(one, List.of());
        for (int i = there.size() - 1; i >= 0 && there.get(i) >= from; i--) {
          found.add(there.get(i));
        }
      }
      return found.stream().map(voices::get).toList();
    }
  }

  /** How a demand was made from day to day; empty when it is a threat alone. */
  private static List<DemandLife.Stage> stages(List<Voice> made) {
    List<DemandLife.Stage> stages = new ArrayList<>();
    if (made.stream().allMatch(voice -> voice.act() == Act.THREATEN)) {
      return stages;
    }
    Voice last = made.get(0);
    stages.add(new DemandLife.Stage(DemandLife.Kind.RAISED, last));
    for (Voice voice : made.subList(1, made.size())) {
      if (sameDay(voice.days(), last.days())) {
        continue;
      }
      int strength = Integer.compare(strength(voice.act()), strength(last.act()));
      stages.add(
          new DemandLife.Stage(
              strength > 0
                  ? DemandLife.Kind.HARDENED
                  : strength < 0 ? DemandLife.Kind.SOFTENED : DemandLife.Kind.REPEATED,
              voice));
      last = voice;
    }
    return stages;
  }

  private static int strength(Act act) {
    return switch (act) {
      case THREATEN -> 2;
      case DEMAND -> 1;
      default -> 0;
    };
  }

  /** Whether nothing says that two are of different days; a day and its morrow are one report. */
  private static boolean sameDay(@Nullable DayRange one, @Nullable DayRange other) {
    return one == null || other == null || one.distance(other) <= 1;
  }

  private static boolean before(@Nullable DayRange one, @Nullable DayRange other) {
    return one != null && other != null && one.last() < other.first();
  }

  private static boolean alike(
      Voice one, Voice other, Map<End, Set<String>> meaning, Alike.Rarity rarity, double least) {
    Alike alike =
        Alike.of(
            meaning.getOrDefault(one.end(), Set.of()),
            meaning.getOrDefault(other.end(), Set.of()),
            rarity);
    return alike.dice() >= least && alike.rarest() >= RARE && alike.numbers() >= 0;
  }

  private static Map<End, List<Voice>> rejections(
      Collection<CrossLink> links, Set<End> demands, Map<End, Voice> voices) {
    Map<End, List<Voice>> rejections = new HashMap<>();
    List<CrossLink> ordered = new ArrayList<>(links);
    ordered.sort(CrossLink.ORDER);
    for (CrossLink link : ordered) {
      Voice voice = voices.get(link.from());
      if (voice != null
          && demands.contains(link.to())
          && (link.relation() == CrossRelation.REJECTS
              || link.relation() == CrossRelation.DENIES)) {
        rejections.computeIfAbsent(link.to(), key -> new ArrayList<>()).add(voice);
      }
    }
    return rejections;
  }
}
