package dev.detente.reading.event;

import dev.detente.language.AnalysedArticle;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.EventType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who has to do with whom in a whole article: how often the rules have one of a side act upon one
 * of another, and in how many sentences two states stand together. Not thread-safe; of one article.
 */
final class Encounters {
  private static final Set<EventType> HOSTILE =
      EnumSet.of(
          EventType.ACCUSE,
          EventType.ASSAULT,
          EventType.COERCE,
          EventType.MOBILIZE,
          EventType.PROTEST,
          EventType.REJECT,
          EventType.SANCTION,
          EventType.THREATEN);

  /** Sectors that act for their country. */
  private static final Set<String> FOR_COUNTRY = Set.of("GOV", "MIL");

  private final Cast cast;
  private final Map<String, BitSet> sentences = new LinkedHashMap<>();

  /** By two sides how often one acts upon the other, hostile acts twice; in order of the text. */
  private final Map<List<String>, Integer> dealings = new LinkedHashMap<>();

  private final Map<String, Map<String, Integer>> together = new HashMap<>();
  private final Map<Set<String>, List<String>> sides = new HashMap<>();

  /** Who stands for a side. */
  private final Map<String, String> face = new HashMap<>();

  /**
   * @param told what the rules find in the article
   */
  Encounters(AnalysedArticle article, Cast cast, List<Draft> told) {
    this.cast = cast;
    for (Draft draft : told) {
      for (String actor : draft.actors()) {
        for (String recipient : draft.recipients()) {
          count(actor, recipient, HOSTILE.contains(draft.type()) ? 2 : 1);
        }
      }
    }
    for (int s = 0; s < article.sentences().size(); s++) {
      for (int i = 0; i < article.sentence(s).size(); i++) {
        String actor = cast.actorAt(s, i);
        if (actor != null && cast.actor(actor).kind() == ActorKind.STATE) {
          sentences.computeIfAbsent(actor, key -> new BitSet()).set(s);
        }
      }
    }
  }

  private void count(String actor, String recipient, int weight) {
    String one = side(cast, actor);
    String other = side(cast, recipient);
    face.putIfAbsent(one, face(one, actor));
    face.putIfAbsent(other, face(other, recipient));
    if (!one.equals(other)) {
      dealings.merge(
          one.compareTo(other) < 0 ? List.of(one, other) : List.of(other, one),
          weight,
          Integer::sum);
    }
  }

  private String face(String side, String id) {
    String state = side.equals(id) ? null : cast.state(side);
    return state == null ? id : state;
  }

  /** The country of those who act for one; everybody else stands for themselves. */
  static String side(Cast cast, String id) {
    Actor actor = cast.actor(id);
    boolean state =
        actor.kind() == ActorKind.STATE
            || actor.kind() != ActorKind.ORGANISATION
                && actor.sector() != null
                && FOR_COUNTRY.contains(actor.sector());
    String country = actor.country();
    return state && country != null ? country : id;
  }

  /**
   * The two sides of what the article tells, by what its actors do to each other; empty when it has
   * none.
   *
   * @param nobody who names no side
   * @param others who is none of them
   */
  List<String> sides(Predicate<String> nobody, List<String> others) {
    Set<String> taken = new HashSet<>();
    others.forEach(other -> taken.add(side(cast, other)));
    return sides.computeIfAbsent(taken, key -> sidesBut(key, nobody));
  }

  private List<String> sidesBut(Set<String> taken, Predicate<String> nobody) {
    List<String> best = List.of();
    int most = 0;
    for (Map.Entry<List<String>, Integer> pair : dealings.entrySet()) {
      boolean free = true;
      for (String side : pair.getKey()) {
        free &= !taken.contains(side) && !nobody.test(face.getOrDefault(side, side));
      }
      if (free && pair.getValue() > most) {
        most = pair.getValue();
        best = pair.getKey();
      }
    }
    List<String> found = new ArrayList<>();
    best.forEach(side -> found.add(face.getOrDefault(side, side)));
    return found;
  }

  /**
   * The state of another country that stands in most sentences with this actor's; null for none.
   *
   * @param except a country that is not meant; null for none
   * @param least in how many sentences it must
   * @param ahead how many times as many as any other
   */
  @Nullable String foe(String actor, @Nullable String except, int least, double ahead) {
    String country = cast.actor(actor).country();
    String state = country == null ? null : cast.state(country);
    if (state == null) {
      return null;
    }
    String best = null;
    int most = 0;
    int second = 0;
    for (Map.Entry<String, Integer> other :
        together.computeIfAbsent(state, this::togetherWith).entrySet()) {
      if (except != null && except.equals(cast.actor(other.getKey()).country())) {
        continue;
      }
      if (other.getValue() > most) {
        second = most;
        most = other.getValue();
        best = other.getKey();
      } else {
        second = Math.max(second, other.getValue());
      }
    }
    return most >= least && most >= ahead * second ? best : null;
  }

  /** In how many sentences each other state stands with this one, in order of first mention. */
  private Map<String, Integer> togetherWith(String state) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    BitSet own = sentences.getOrDefault(state, new BitSet());
    for (Map.Entry<String, BitSet> other : sentences.entrySet()) {
      if (!other.getKey().equals(state) && own.intersects(other.getValue())) {
        BitSet both = (BitSet) own.clone();
        both.and(other.getValue());
        counts.put(other.getKey(), both.cardinality());
      }
    }
    return counts;
  }
}
