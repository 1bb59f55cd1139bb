package dev.detente.codebook.world;

import java.util.List;
import java.util.Map;

/**
 * A state, a territory with a code of its own, or a former state. Immutable.
 *
 * @param key ISO 3166-1 alpha-3; {@code XKX} for Kosovo, the withdrawn code for former states
 * @param code the code that records carry (East Germany is {@code DDR} here, {@code DEU} there)
 * @param kind {@code state}, {@code territory} or {@code former}
 * @param name English short name
 * @param lat latitude of an approximate centre, degrees north
 * @param lon longitude of an approximate centre, degrees east
 * @param names by language, the usual one first
 */
public record Country(
    String key,
    String code,
    String kind,
    String name,
    double lat,
    double lon,
    Map<String, List<String>> names) {
  public Country {
    names = Map.copyOf(names);
  }
}
