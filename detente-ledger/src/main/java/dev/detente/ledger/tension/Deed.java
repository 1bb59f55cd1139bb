package dev.detente.ledger.tension;

import dev.detente.record.EventStatus;
import java.time.LocalDate;
import java.util.Set;

/**
 * One event, however many reports tell it.
 *
 * @param id of the event as told; see {@link dev.detente.ledger.story.Told}
 * @param story events of one story are drawn together when the band is made
 * @param first day on which it may have happened
 * @param last not before the first
 * @param score PLOVER's, -10 (conflict) to +10 (cooperation)
 * @param actors entities and countries of those who act
 * @param recipients entities and countries of those acted upon
 * @param reports how many independent reports tell it
 */
public record Deed(
    String id,
    String story,
    LocalDate first,
    LocalDate last,
    EventStatus status,
    double score,
    Set<String> actors,
    Set<String> recipients,
    int reports) {
  public Deed {
    actors = Set.copyOf(actors);
    recipients = Set.copyOf(recipients);
  }

  /** Whether one of two parties does it to the other, or both take part in it. */
  boolean isBetween(String one, String other) {
    return actors.contains(one) && (recipients.contains(other) || actors.contains(other))
        || recipients.contains(one) && actors.contains(other);
  }
}
