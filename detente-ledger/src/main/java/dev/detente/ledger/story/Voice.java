package dev.detente.ledger.story;

import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.relate.End;
import dev.detente.record.Act;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
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

  /** The first day on which it may have been said; null when unknown. */
  public @Nullable LocalDate since() {
    return days == null ? null : LocalDate.ofEpochDay(days.first());
  }

  /** Whether it is of this entity or country. */
  public boolean isBy(String who) {
    return who.equals(party) || who.equals(speaker);
  }

  /** Its fields in JSON by name, in order. */
  public Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(end.fields());
    fields.put("speaker", speaker);
    fields.put("name", speakerName);
    fields.put("act", act.label());
    fields.put("since", days == null ? null : String.valueOf(since()));
    fields.put("outlet", outlet);
    fields.put("words", words);
    return fields;
  }
}
