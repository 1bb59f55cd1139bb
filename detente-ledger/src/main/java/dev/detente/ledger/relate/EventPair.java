package dev.detente.ledger.relate;

import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Two events of two articles that may be one. Filled in by {@link SameFinder}. */
final class EventPair {
  /** Days that two dates of one event may lie apart: a night, a zone of time. */
  private static final int NEAR = 1;

  /** Days for events of which one is dated by its article only. */
  private static final int NEAR_UNDATED = 4;

  final EventSketch one;
  final EventSketch other;
  final Alike alike;

  /** The best probability of two statements that report the two events; 0 when none does. */
  double statements;

  /** Whether statements report both. */
  boolean bothSaid;

  boolean bestOfOne;
  boolean bestOfOther;
  double probability;

  /** Which of its article's the one is; then the other. */
  int first;

  int second;

  private final @Nullable DayRange published;
  private final @Nullable DayRange theirs;

  /**
   * @param published when the one article was published
   * @param theirs when the other was
   */
  EventPair(
      EventSketch one,
      EventSketch other,
      @Nullable DayRange published,
      @Nullable DayRange theirs,
      Alike alike) {
    this.one = one;
    this.other = other;
    this.published = published;
    this.theirs = theirs;
    this.alike = alike;
  }

  /** How the parties of one side stand to each other; null when they are different. */
  private static @Nullable String parties(
      Set<String> one, Set<String> other, Set<String> oneCountries, Set<String> otherCountries) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() && other.isEmpty() ? "none" : "one";
    }
    if (one.equals(other)) {
      return "same";
    }
    if (shared(one, other)) {
      return "some";
    }
    if (shared(oneCountries, otherCountries)) {
      return "country";
    }
    return oneCountries.isEmpty() || otherCountries.isEmpty() ? "unknown" : null;
  }

  private static boolean isShared(@Nullable String parties) {
    return "same".equals(parties) || "some".equals(parties) || "country".equals(parties);
  }

  private static boolean shared(Set<String> one, Set<String> other) {
    return one.stream().anyMatch(other::contains);
  }

  /** Whether the two may be one at all. */
  static boolean possible(
      EventSketch one, EventSketch other, @Nullable DayRange published, @Nullable DayRange theirs) {
    if (one.type() != other.type()) {
      return false;
    }
    if ((one.status() == EventStatus.NEGATED) != (other.status() == EventStatus.NEGATED)) {
      return false;
    }
    boolean past = one.status() == EventStatus.HISTORICAL;
    if (past != (other.status() == EventStatus.HISTORICAL)) {
      return false;
    }
    DayRange days = one.days() == null ? published : one.days();
    DayRange others = other.days() == null ? theirs : other.days();
    boolean dated = one.days() != null && other.days() != null;
    boolean near =
        days == null || others == null || days.distance(others) <= (dated ? NEAR : NEAR_UNDATED);
    return near && who(one, other) != null;
  }

  /** How actors and recipients stand to each other; null when they are others. */
  private static @Nullable String who(EventSketch one, EventSketch other) {
    if (one.type() == EventType.CONSULT
        || one.type() == EventType.COOPERATE
        || one.type() == EventType.AGREE) {
      // Who visits whom: outlets tell it from either side.
      String all =
          parties(
              all(one.actors(), one.recipients()),
              all(other.actors(), other.recipients()),
              all(one.actorCountries(), one.recipientCountries()),
              all(other.actorCountries(), other.recipientCountries()));
      return all == null ? null : "all " + all;
    }
    String actors =
        parties(one.actors(), other.actors(), one.actorCountries(), other.actorCountries());
    String recipients =
        parties(
            one.recipients(),
            other.recipients(),
            one.recipientCountries(),
            other.recipientCountries());
    // Whom it hit, or who did it, is misread more often than not told: one side may differ.
    if (actors == null) {
      return isShared(recipients) ? "other/" + recipients : null;
    }
    return recipients != null
        ? actors + "/" + recipients
        : isShared(actors) ? actors + "/other" : null;
  }

  private static Set<String> all(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  double rank() {
    return alike.dice()
        + statements
        + (Objects.equals(one.place(), other.place()) && one.place() != null ? 0.2 : 0)
        + (one.status() == other.status() ? 0.1 : 0);
  }

  Map<String, Double> features() {
    Map<String, Double> features = new LinkedHashMap<>();
    String who = who(one, other);
    if (who != null) {
      int slash = who.indexOf('/');
      if (slash < 0) {
        features.put(who, 1.0);
      } else {
        features.put("actors " + who.substring(0, slash), 1.0);
        features.put("recipients " + who.substring(slash + 1), 1.0);
      }
    }
    features.put("alike", alike.dice());
    features.put("contained", alike.contained());
    features.put("weight", Math.min(3, alike.weight()));
    features.put("rarest", alike.rarest());
    if (alike.numbers() != 0) {
      features.put(alike.numbers() > 0 ? "number shared" : "numbers differ", 1.0);
    }
    features.put("anchors", one.anchor().stream().anyMatch(other.anchor()::contains) ? 1.0 : 0.0);
    if (one.mode() != null && other.mode() != null) {
      features.put(one.mode().equals(other.mode()) ? "same mode" : "other mode", 1.0);
    }
    features.put(one.status() == other.status() ? "same status" : "other status", 1.0);
    if (one.days() != null && other.days() != null) {
      long distance = one.days().distance(other.days());
      boolean day = one.days().days() == 1 && other.days().days() == 1;
      features.put(distance > 0 ? "dates differ" : day ? "same day" : "dates overlap", 1.0);
    }
    DayRange days = one.days() == null ? published : one.days();
    DayRange others = other.days() == null ? theirs : other.days();
    if (days != null && others != null) {
      if (StatementPair.isVague(days) || StatementPair.isVague(others)) {
        features.put("vague day", 1.0);
      }
      if (one.days() == null || other.days() == null) {
        features.put("days apart", (double) Math.min(NEAR_UNDATED, days.distance(others)));
      }
    }
    if (one.place() != null && other.place() != null) {
      features.put(one.place().equals(other.place()) ? "same place" : "other place", 1.0);
    }
    if (bothSaid) {
      features.put("statements", statements);
      features.put("both said", 1.0);
    }
    if (bestOfOne && bestOfOther) {
      features.put("best of both", 1.0);
    } else if (bestOfOne || bestOfOther) {
      features.put("best of one", 1.0);
    }
    return features;
  }
}
