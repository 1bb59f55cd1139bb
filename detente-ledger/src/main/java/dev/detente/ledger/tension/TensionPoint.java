package dev.detente.ledger.tension;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  public record Part(String event, double share, double score, double gives) {
    private Map<String, @Nullable Object> fields() {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("event", event);
      fields.put("share", rounded(share));
      fields.put("score", score);
      fields.put("gives", rounded(gives));
      return fields;
    }
  }

  /** Its fields in JSON by name, in order. */
  public Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    List<@Nullable Object> cells = cells();
    for (int i = 0; i < cells.size(); i++) {
      Object cell = cells.get(i);
      fields.put(columns().get(i), cell instanceof LocalDate ? cell.toString() : cell);
    }
    fields.put("parts", parts.stream().map(Part::fields).toList());
    return fields;
  }

  /** The columns of a table of points. */
  public static List<String> columns() {
    return List.of("from", "tension", "low", "high", "events", "reports");
  }

  /** Its row in such a table. */
  public List<@Nullable Object> cells() {
    return Arrays.asList(
        from, rounded(value), rounded(low), rounded(high), rounded(events), reports);
  }

  /** To the hundredth, which is all that is told. */
  public static @Nullable Double rounded(@Nullable Double value) {
    return value == null ? null : (Double) (Math.round(value * 100) / 100.0);
  }
}
