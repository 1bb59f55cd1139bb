package dev.detente.codebook.world;

import java.util.List;

/**
 * One person's time in one office. Immutable.
 *
 * @param person full name, in the spelling Norwegian news uses
 * @param spellings other spellings of the full name
 * @param role key of roles.tsv: {@code president}, {@code prime-minister}, {@code foreign-minister}
 * @param country ISO 3166-1 alpha-3, or IGO UNO EUR
 * @param sector PLOVER's, of the person in this office
 * @param from first month, see {@link Months}
 * @param to last month; {@link Integer#MAX_VALUE} while it lasts
 */
public record Office(
    String person,
    List<String> spellings,
    String role,
    String country,
    String sector,
    int from,
    int to) {
  public Office {
    spellings = List.copyOf(spellings);
  }

  /** The last word of the name: {@code Macron}. */
  public String surname() {
    return person.substring(person.lastIndexOf(' ') + 1);
  }

  /** Whether the office was held in one of these months. */
  public boolean held(int first, int last) {
    return from <= last && first <= to;
  }
}
