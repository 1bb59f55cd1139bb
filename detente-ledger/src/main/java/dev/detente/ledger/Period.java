package dev.detente.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a stretch of time holds.
 *
 * @param from its first day
 * @param statements how many
 * @param events how many, of any status
 * @param articles that have any of them
 * @param score mean PLOVER score of the events that took place, -10 to +10; null without any
 */
public record Period(
    LocalDate from, long statements, long events, long articles, @Nullable Double score) {
  /** How long a stretch is. */
  public enum Length {
    DAY,
    WEEK,
    MONTH,
    YEAR
  }
}
