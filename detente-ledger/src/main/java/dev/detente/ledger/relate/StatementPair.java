package dev.detente.ledger.relate;

import dev.detente.record.Act;
import dev.detente.record.ActorKind;
import dev.detente.record.StatementKind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two statements of two articles that may be one. Filled in by {@link SameFinder}. */
final class StatementPair {
  /** Days between two reports of one statement. */
  private static final int NEAR = 3;

  /** Days of a date from which it says little: no week, a month. */
  private static final int VAGUE = 7;

  final StatementSketch one;
  final StatementSketch other;
  final Alike alike;

  /** Whether no other pair of the one statement is as much alike; then of the other. */
  boolean bestOfOne;

  boolean bestOfOther;

  /** Whether both answer a statement of their articles. */
  boolean bothAnswer;

  /** The best probability of two statements that they answer; 0 when there are none. */
  double answered;

  double probability;

  /** Which of its article's the one is; then the other. */
  int first;

  int second;

  StatementPair(StatementSketch one, StatementSketch other, Alike alike) {
    this.one = one;
    this.other = other;
    this.alike = alike;
  }

  /** How two statements' speakers stand to each other; null when they are two people. */
  static @Nullable String speakers(StatementSketch one, StatementSketch other) {
    if (one.speaker() == null || other.speaker() == null) {
      return "unknown";
    }
    if (one.speaker().equals(other.speaker())) {
      return "same";
    }
    boolean country =
        one.speakerCountry() != null && one.speakerCountry().equals(other.speakerCountry());
    if (isPerson(one) && isPerson(other) && one.named() && other.named()) {
      return null;
    }
    if (country && one.official() && other.official()) {
      return "house";
    }
    if (!one.named() || !other.named()) {
      return country ? "unnamed" : "unknown";
    }
    return country ? "unnamed" : null;
  }

  private static boolean isPerson(StatementSketch statement) {
    return statement.speakerKind() == ActorKind.PERSON;
  }

  /** Whether both may have been made on the same days. */
  static boolean near(@Nullable DayRange one, @Nullable DayRange other) {
    return one == null || other == null || one.distance(other) <= NEAR;
  }

  double rank() {
    return alike.dice() + (one.act() == other.act() ? 0.1 : 0);
  }

  Map<String, Double> features() {
    Map<String, Double> features = new LinkedHashMap<>();
    String speakers = speakers(one, other);
    features.put("speakers " + speakers, 1.0);
    features.put("alike", alike.dice());
    features.put("contained", alike.contained());
    features.put("weight", Math.min(3, alike.weight()));
    features.put("rarest", alike.rarest());
    if (alike.shared() == 0) {
      features.put("nothing shared", 1.0);
    }
    if (alike.numbers() > 0) {
      features.put("number shared", 1.0);
    } else if (alike.numbers() < 0) {
      features.put("numbers differ", 1.0);
    }
    if (one.act() == other.act()) {
      features.put(one.act() == Act.SAY || one.act() == Act.CLAIM ? "both say" : "same act", 1.0);
    } else if (side(one.act()) * side(other.act()) < 0) {
      features.put("acts against each other", 1.0);
    } else if (group(one.act()) != group(other.act())) {
      features.put("other act", 1.0);
    }
    if (bestOfOne && bestOfOther) {
      features.put("best of both", 1.0);
    } else if (bestOfOne || bestOfOther) {
      features.put("best of one", 1.0);
    }
    DayRange days = one.days();
    DayRange others = other.days();
    if (days != null && others != null) {
      features.put("days apart", (double) Math.min(NEAR, days.distance(others)));
      if (isVague(days) || isVague(others)) {
        features.put("vague day", 1.0);
      } else if (one.dated() && other.dated()) {
        features.put(days.distance(others) == 0 ? "same day" : "other day", 1.0);
      }
    }
    if (one.addressee() != null && other.addressee() != null) {
      features.put(
          one.addressee().equals(other.addressee()) ? "same addressee" : "other addressee", 1.0);
    }
    if (bothAnswer) {
      features.put("both answer", 1.0);
      features.put("answered", answered);
    }
    if (one.kind() == StatementKind.DIRECT && other.kind() == StatementKind.DIRECT) {
      features.put("both quoted", 1.0);
    }
    double longer = Math.max(one.words(), other.words());
    features.put("length", Math.log((1 + longer) / (1 + Math.min(one.words(), other.words()))));
    return features;
  }

  static boolean isVague(DayRange days) {
    return days.days() > VAGUE;
  }

  /** Acts that reports of one statement mix up. */
  private static int group(Act act) {
    return switch (act) {
      case SAY, CLAIM, WARN, HOPE, CONFIRM -> 0;
      case ACCUSE, CRITICISE -> 1;
      case DEMAND, ASK -> 2;
      case DENY, REFUSE -> 3;
      case PROMISE, OFFER, APOLOGISE, PRAISE, SUPPORT -> 4;
      case THREATEN -> 5;
    };
  }

  private static int side(Act act) {
    return switch (act) {
      case DENY, REFUSE, ACCUSE, CRITICISE, THREATEN -> -1;
      case CONFIRM, PROMISE, OFFER, APOLOGISE, PRAISE, SUPPORT -> 1;
      default -> 0;
    };
  }
}
