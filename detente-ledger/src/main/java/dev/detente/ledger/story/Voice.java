package dev.detente.ledger.story;

import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.relate.End;
import dev.detente.record.Act;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A statement as an article gives it.
 *
 * @param speaker entity; null when the article does not say who
 * @param speakerName for people
 * @param party country of the speaker, or the speaker; null when unknown
 * @param addressee entity; null when the article does not say to whom
 * @param days on which it was made or, when the article does not say, printed; null when unknown
 * @param words what is said
 */
public record Voice(
    End end,
    Act act,
    @Nullable String speaker,
    @Nullable String speakerName,
    @Nullable String party,
    @Nullable String addressee,
    @Nullable DayRange days,
    @Nullable String outlet,
    String words) {
  /** By time, those of unknown time last, then by article. */
  public static final Comparator<Voice> ORDER =
      Comparator.comparingLong(
              (Voice voice) -> voice.days() == null ? Long.MAX_VALUE : voice.days().first())
          .thenComparing(Voice::end);
}
