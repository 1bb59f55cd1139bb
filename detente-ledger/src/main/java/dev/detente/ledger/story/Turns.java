package dev.detente.ledger.story;

import dev.detente.ledger.relate.Alike;
import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.relate.End;
import dev.detente.record.Act;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds changes of position: somebody takes a stand for something and another day one against what
 * is much the same by its words, or the other way round. What is shown are two quotes; whether the
 * position did change is for the reader to say. Stateless.
 */
public final class Turns {
  private static final Set<Act> FOR =
      EnumSet.of(Act.CONFIRM, Act.PROMISE, Act.OFFER, Act.SUPPORT, Act.PRAISE);
  private static final Set<Act> AGAINST =
      EnumSet.of(Act.DENY, Act.REFUSE, Act.CRITICISE, Act.ACCUSE, Act.THREATEN);

  /** Acts that take a stand for or against something. */
  public static final Set<Act> STANDS;

  static {
    Set<Act> stands = EnumSet.copyOf(FOR);
    stands.addAll(AGAINST);
    STANDS = Collections.unmodifiableSet(stands);
  }

  /** How much the two must be alike. */
  private static final double ALIKE = 0.35;

  /** How rare what they share must be, and how much they must share. */
  private static final double RARE = 0.4;

  private static final int SHARED = 2;

  /** Statements that a later one is compared with: the latest before it. */
  private static final int MOST = 200;

  private Turns() {}

  /** Two statements of one speaker. */
  public record Turn(Voice before, Voice after) {}

  /**
   * The changes among the statements of one speaker, the latest first.
   *
   * @param meaning of each statement's words
   */
  public static List<Turn> of(List<Voice> voices, Map<End, Set<String>> meaning) {
    List<Voice> ordered = new ArrayList<>();
    Alike.Rarity rarity = new Alike.Rarity();
    for (Voice voice : voices) {
      rarity.add(meaning.getOrDefault(voice.end(), Set.of()));
      if (stand(voice) != 0 && voice.days() != null) {
        ordered.add(voice);
      }
    }
    ordered.sort(Voice.ORDER);
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      Voice after = ordered.get(i);
      Voice best = null;
      double most = ALIKE;
      for (Voice before : ordered.subList(Math.max(0, i - MOST), i)) {
        if (stand(before) == -stand(after) && isBefore(before.days(), after.days())) {
          Alike alike =
              Alike.of(
                  meaning.getOrDefault(before.end(), Set.of()),
                  meaning.getOrDefault(after.end(), Set.of()),
                  rarity);
          if (alike.dice() >= most && alike.rarest() >= RARE && alike.shared() >= SHARED) {
            most = alike.dice();
            best = before;
          }
        }
      }
      if (best != null) {
        turns.add(new Turn(best, after));
      }
    }
    turns.sort(Comparator.comparing(Turn::after, Voice.ORDER.reversed()));
    return turns;
  }

  private static int stand(Voice voice) {
    return FOR.contains(voice.act()) ? 1 : AGAINST.contains(voice.act()) ? -1 : 0;
  }

  private static boolean isBefore(@Nullable DayRange one, @Nullable DayRange other) {
    return one != null && other != null && one.last() < other.first();
  }
}
