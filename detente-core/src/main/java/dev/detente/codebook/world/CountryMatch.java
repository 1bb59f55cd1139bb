package dev.detente.codebook.world;

/**
 * A word or name that points to a country. Immutable.
 *
 * @param country the country
 * @param kind how it points to it
 * @param genitive whether a genitive ending was taken off ({@code Russlands})
 * @param plural for inhabitants: whether the form is plural (some forms are both: plural then)
 * @param definite for inhabitants: whether the form is definite ({@code russerne})
 * @param part whether it is a people or adjective of a part of the country ({@code skotsk}): the
 *     country is right, but the state is not meant
 */
public record CountryMatch(
    Country country, Kind kind, boolean genitive, boolean plural, boolean definite, boolean part) {

  /** How a form points to a country. */
  public enum Kind {
    /** The country's name: {@code Russland}. */
    NAME,
    /** Its adjective: {@code russisk}, {@code russiske}. */
    ADJECTIVE,
    /** Its people: {@code russer}, {@code russerne}. */
    INHABITANT,
    /** Its capital or another town with the seat of government: {@code Moskva}. */
    SEAT,
    /**
     * A building or street that stands for the government: {@code Kreml}, {@code Downing Street}.
     */
    METONYM
  }

  CountryMatch withGenitive() {
    return new CountryMatch(country, kind, true, plural, definite, part);
  }
}
