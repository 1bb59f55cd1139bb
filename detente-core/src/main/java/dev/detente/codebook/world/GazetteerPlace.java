package dev.detente.codebook.world;

import org.jspecify.annotations.Nullable;

/**
 * A place of the gazetteer. Immutable.
 *
 * @param name English name
 * @param country ISO 3166-1 alpha-3; null for what lies in several countries or none
 * @param lat latitude of a point in it, degrees north
 * @param lon longitude, degrees east
 * @param precision what the coordinates stand for
 * @param weight how likely the name means this place when nothing else speaks: inhabitants of a
 *     town; more for places of the hand-made table and for countries
 * @param region state within a country where two towns of one name are told apart by it ({@code
 *     TX}); empty else
 * @param word whether the name is also a common word or a person's name, so that more evidence is
 *     needed
 */
public record GazetteerPlace(
    String name,
    @Nullable String country,
    double lat,
    double lon,
    Precision precision,
    int weight,
    String region,
    boolean word) {

  /** What the coordinates of a place stand for. */
  public enum Precision {
    /** A town, building or the like: within some kilometres. */
    POINT,
    /** A region, sea, river or mountain range: somewhere in it. */
    AREA,
    /** A whole country: never to be drawn as a pin. */
    COUNTRY;

    /** As in a record: {@code point}, {@code area}, {@code country}. */
    public String label() {
      return switch (this) {
        case POINT -> "point";
        case AREA -> "area";
        case COUNTRY -> "country";
      };
    }
  }

  /** Kilometres between this place and another, along a great circle. */
  public double kilometresTo(GazetteerPlace other) {
    double a = Math.toRadians(lat);
    double b = Math.toRadians(other.lat);
    double x =
        Math.pow(Math.sin((b - a) / 2), 2)
            + Math.cos(a)
                * Math.cos(b)
                * Math.pow(Math.sin(Math.toRadians(other.lon - lon) / 2), 2);
    return 12742 * Math.asin(Math.min(1, Math.sqrt(x)));
  }
}
