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
import java.util.TreeMap;
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
    Map<String, List<Voice>> byParty = new TreeMap<>();
    Union<End> union = new Union<>();
    for (Voice voice : ordered) {
      union.add(voice.end());
      List<Voice> before =
          byParty.computeIfAbsent(String.valueOf(voice.party()), key -> new ArrayList<>());
      if (voice.party() != null) {
        for (Voice other : before.subList(Math.max(0, before.size() - MOST), before.size())) {
          if (alike(voice, other, meaning, rarity, ONE)) {
            union.join(voice.end(), other.end());
          }
        }
      }
      before.add(voice);
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
      for (Voice meeting : meetings) {
        if (!Objects.equals(meeting.party(), made.get(0).party())
            && !before(meeting.days(), made.get(0).days())
            && alike(meeting, made.get(0), meaning, rarity, MEETING)) {
          stages.add(new DemandLife.Stage(DemandLife.Kind.MET, meeting));
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
