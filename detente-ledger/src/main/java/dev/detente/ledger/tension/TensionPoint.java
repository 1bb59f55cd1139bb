package dev.detente.ledger.tension;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How tense it was in one period.
 *
 * @param from first day of the period
 * @param value from -100 (all cooperation) to +100 (all conflict), see {@link Tension}; null when
 *     nothing happened
 * @param low lower end of the band in which the value lies nine times of ten; null with the value
 * @param high its upper end; null with the value
 * @param events how many events there were; those that may have happened in another period count
 *     with their share
 * @param reports how many independent reports tell them, each once for every event
 * @param parts what the value is made of, the heaviest first
 */
public record TensionPoint(
    LocalDate from,
    @Nullable Double value,
    @Nullable Double low,
    @Nullable Double high,
    double events,
    int reports,
    List<Part> parts) {
  public TensionPoint {
    parts = List.copyOf(parts);
  }

  /**
   * What one event gives to the value. All parts of a point add up to it.
   *
   * @param event id of the event as told
   * @param share how much of it falls in the period, 0 to 1
   * @param score PLOVER's
   * @param gives points of the value
   */
  public record Part(String event, double share, double score, double gives) {}
}
