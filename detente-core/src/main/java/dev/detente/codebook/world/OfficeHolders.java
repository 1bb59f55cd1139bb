package dev.detente.codebook.world;

import dev.detente.codebook.Codebook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who held which office when: heads of state and government, ministers, heads of international
 * organisations, spokespersons. A register by month, from memory of public record; it is a help
 * where an article names only the office or only the surname, and never overrules the article.
 * Immutable and thread-safe.
 *
 * <p>Dates are EDTF as an article's {@code published}; a date without a month means the whole year,
 * null means any time.
 */
public final class OfficeHolders {
  /** Months after an office for which its holder is known by the surname alone. */
  private static final int REMEMBERED = 120;

  /** Months before an office for which its holder is. */
  private static final int FORESEEN = 12;

  private final Map<String, List<Office>> byName = new HashMap<>();
  private final Map<String, List<Office>> bySurname = new HashMap<>();
  private final Map<String, List<Office>> byCountry = new HashMap<>();
  private final List<Office> all = new ArrayList<>();
  private final FormIndex<String> roles = FormIndex.ofWords();

  OfficeHolders(Codebook codebook) {
    Rows.read(codebook, "world/roles.tsv", 3, this::addRole);
    Rows.read(codebook, "world/offices.tsv", 7, this::addOffice);
  }

  private void addRole(String[] row) {
    for (String form : Rows.split(row[2], '|')) {
      roles.add(row[1], form, row[0]);
    }
  }

  private void addOffice(String[] row) {
    int to = row[6].isEmpty() ? Integer.MAX_VALUE : Months.last(row[6]);
    Office office =
        new Office(
            row[0], Rows.split(row[1], '|'), row[2], row[3], row[4], Months.first(row[5]), to);
    all.add(office);
    Set<String> names = new LinkedHashSet<>();
    names.add(office.person());
    names.addAll(office.spellings());
    Set<String> surnames = new LinkedHashSet<>();
    for (String name : names) {
      byName.computeIfAbsent(name, key -> new ArrayList<>()).add(office);
      surnames.add(name.substring(name.lastIndexOf(' ') + 1));
    }
    for (String surname : surnames) {
      bySurname.computeIfAbsent(surname, key -> new ArrayList<>()).add(office);
    }
    byCountry.computeIfAbsent(office.country(), key -> new ArrayList<>()).add(office);
  }

  /** All offices, in order of the table. */
  public List<Office> all() {
    return Collections.unmodifiableList(all);
  }

  /**
   * The key of an office's title in any form: {@code statsminister}, {@code statsministeren},
   * {@code utanriksministeren}, {@code Prime Minister}; null for other words.
   */
  public @Nullable String role(String title, String language) {
    String found = roles.get(title, language);
    if (found == null && !title.isEmpty()) {
      found = roles.get(Character.toLowerCase(title.charAt(0)) + title.substring(1), language);
      if (found == null) {
        found = roles.get(title.toLowerCase(Locale.ROOT), language);
      }
    }
    return found;
  }

  /**
   * Who held the office at the date, the latest to enter it first; two in a month of change; empty
   * when the register does not know.
   *
   * @param role a key of {@link #role}
   * @param country ISO 3166-1 alpha-3, or IGO UNO EUR
   */
  public List<Office> holders(String role, String country, @Nullable String published) {
    int first = Months.first(published);
    int last = Months.last(published);
    List<Office> found = new ArrayList<>(2);
    for (Office office : byCountry.getOrDefault(country, List.of())) {
      if (office.role().equals(role) && office.held(first, last)) {
        found.add(office);
      }
    }
    found.sort((a, b) -> Integer.compare(b.from(), a.from()));
    return found;
  }

  /**
   * The offices of a person named in full, those held at the date first (government before party
   * and parliament, the latest to begin before the others), then the nearest earlier ones, then
   * later ones. Empty when unknown.
   */
  public List<Office> ofPerson(String fullName, @Nullable String published) {
    return byNearness(byName.getOrDefault(NameForm.plain(fullName), List.of()), published);
  }

  /**
   * The offices held at the date by persons with this surname, or by the nearest earlier ones when
   * none was in office then. Several persons may share it: look at {@link Office#person}. Nobody
   * who left office more than ten years before, or enters it more than a year later, is known by
   * the surname alone.
   */
  public List<Office> ofSurname(String surname, @Nullable String published) {
    String plain = NameForm.plain(surname);
    // "X" is the tenth of a name.
    if (plain.length() < 2) {
      return List.of();
    }
    int first = Months.first(published);
    int last = Months.last(published);
    List<Office> near = new ArrayList<>();
    for (Office office : bySurname.getOrDefault(plain, List.of())) {
      if (office.held(first, last)
          || office.to() < first && (long) first - office.to() <= REMEMBERED
          || office.from() > last && (long) office.from() - last <= FORESEEN) {
        near.add(office);
      }
    }
    return byNearness(near, published);
  }

  /**
   * The office that a person named in full held at the date, the latest to begin when several; null
   * when none is known. Unlike {@link #ofPerson}, former and future offices do not count: a sector
   * from them would be wrong.
   */
  public @Nullable Office heldBy(String fullName, @Nullable String published) {
    List<Office> offices = ofPerson(fullName, published);
    return offices.isEmpty()
            || !offices.get(0).held(Months.first(published), Months.last(published))
        ? null
        : offices.get(0);
  }

  private static List<Office> byNearness(List<Office> offices, @Nullable String published) {
    if (offices.isEmpty()) {
      return List.of();
    }
    int first = Months.first(published);
    int last = Months.last(published);
    List<Office> sorted = new ArrayList<>(offices);
    sorted.sort(
        (a, b) -> {
          int byDistance = Long.compare(distance(a, first, last), distance(b, first, last));
          if (byDistance != 0) {
            return byDistance;
          }
          // A minister who also leads a party or sits in parliament speaks as a minister.
          int byPower = Boolean.compare(governs(b), governs(a));
          return byPower != 0 ? byPower : Integer.compare(b.from(), a.from());
        });
    return sorted;
  }

  private static boolean governs(Office office) {
    return office.sector().equals("GOV") || office.sector().equals("IGO");
  }

  /** Months between the date and the office; future offices count as far away. */
  private static long distance(Office office, int first, int last) {
    if (office.held(first, last)) {
      return 0;
    }
    return office.to() < first ? (long) first - office.to() : 100_000L + office.from() - last;
  }
}
