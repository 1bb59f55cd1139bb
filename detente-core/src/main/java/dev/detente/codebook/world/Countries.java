package dev.detente.codebook.world;

import dev.detente.codebook.Codebook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The states and territories of the world by name, adjective, people and seat of government.
 * Immutable and thread-safe; every look-up is a few hash look-ups.
 *
 * <p>Forms are given as they stand in the text. Names of several words are given whole ("Det hvite
 * hus"). Curly apostrophes and special hyphens are accepted, and names all in capitals. Languages
 * are {@code nb}, {@code nn}, {@code en}, {@code da} and {@code sv}.
 */
public final class Countries {
  private static final String[] LANGUAGES = {"nb", "nn", "en", "da", "sv"};

  private final Map<String, Country> byKey = new LinkedHashMap<>();
  private final Map<String, String> capitals = new HashMap<>();
  private final FormIndex<CountryMatch> names = FormIndex.ofNames();
  private final FormIndex<CountryMatch> adjectives = FormIndex.ofWords();
  private final FormIndex<CountryMatch> inhabitants = FormIndex.ofWords();
  private final FormIndex<CountryMatch> seats = FormIndex.ofNames();

  Countries(Codebook codebook) {
    Rows.read(codebook, "world/countries.tsv", 11, this::addCountry);
    Inflections inflections = new Inflections(codebook);
    Rows.read(codebook, "world/demonyms.tsv", 11, row -> addDemonyms(row, inflections));
    Rows.read(codebook, "world/seats.tsv", 4, this::addSeat);
  }

  private void addCountry(String[] row) {
    Map<String, List<String>> byLanguage = new HashMap<>();
    for (int i = 0; i < LANGUAGES.length; i++) {
      byLanguage.put(LANGUAGES[i], List.copyOf(Rows.split(row[6 + i], '|')));
    }
    Country country =
        new Country(
            row[0],
            row[1],
            row[2],
            row[3],
            Double.parseDouble(row[4]),
            Double.parseDouble(row[5]),
            byLanguage);
    byKey.put(country.key(), country);
    CountryMatch match = match(country, CountryMatch.Kind.NAME);
    for (String language : LANGUAGES) {
      for (String name : byLanguage.getOrDefault(language, List.of())) {
        names.add(language, name, match);
      }
    }
  }

  private void addDemonyms(String[] row, Inflections inflections) {
    boolean part = row[0].endsWith("+");
    Country country = known(part ? row[0].substring(0, row[0].length() - 1) : row[0]);
    String[] cells = {
      row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8], row[9], row[10]
    };
    for (int i = 0; i < LANGUAGES.length; i++) {
      String language = LANGUAGES[i];
      // The columns are nb, nn, en, da, sv; nn and da inherit from nb.
      String adjectiveCell = cells[2 * i];
      String peopleCell = cells[2 * i + 1];
      boolean inherits = language.equals("nn") || language.equals("da");
      if (adjectiveCell.isEmpty() && inherits) {
        adjectiveCell = cells[0];
        if (peopleCell.isEmpty()) {
          peopleCell = inflections.base(language, cells[1]);
        }
      }
      if (language.equals("en") && peopleCell.isEmpty()) {
        peopleCell = adjectiveCell;
      }
      CountryMatch adjective =
          new CountryMatch(country, CountryMatch.Kind.ADJECTIVE, false, false, false, part);
      for (String base : Rows.split(adjectiveCell, '|')) {
        for (String form : inflections.adjective(language, base)) {
          adjectives.add(language, form, adjective);
        }
      }
      addPeople(country, language, part, peopleCell, adjectiveCell, inflections);
    }
  }

  private void addPeople(
      Country country,
      String language,
      boolean part,
      String peopleCell,
      String adjectiveCell,
      Inflections inflections) {
    if (peopleCell.equals("-")) {
      for (String base : Rows.split(adjectiveCell, '|')) {
        inhabitants.add(
            language,
            base,
            new CountryMatch(country, CountryMatch.Kind.INHABITANT, false, true, false, part));
      }
      return;
    }
    for (String base : Rows.split(peopleCell, '|')) {
      List<List<String>> forms = inflections.people(language, base);
      // Plural forms first: a form that is both counts as plural.
      for (int at : new int[] {3, 2, 1, 0}) {
        for (String form : at < forms.size() ? forms.get(at) : List.<String>of()) {
          boolean plural = at >= 2;
          boolean definite = at % 2 == 1 && !language.equals("en");
          inhabitants.add(
              language,
              form,
              new CountryMatch(
                  country, CountryMatch.Kind.INHABITANT, false, plural, definite, part));
        }
      }
    }
  }

  private void addSeat(String[] row) {
    if (row[1].equals("capital")) {
      capitals.putIfAbsent(row[0], row[2]);
    }
    CountryMatch match =
        match(
            known(row[0]),
            row[1].equals("metonym") ? CountryMatch.Kind.METONYM : CountryMatch.Kind.SEAT);
    seats.addToAll(row[2], match);
    for (String form : Rows.split(row[3], '|')) {
      seats.addToAll(form, match);
    }
  }

  private Country known(String key) {
    Country country = byKey.get(key);
    if (country == null) {
      throw new IllegalArgumentException("no country " + key + " in countries.tsv");
    }
    return country;
  }

  private static CountryMatch match(Country country, CountryMatch.Kind kind) {
    return new CountryMatch(country, kind, false, false, false, false);
  }

  /** All countries, in order of the table: states and territories by code, then former states. */
  public Collection<Country> all() {
    return Collections.unmodifiableCollection(byKey.values());
  }

  /** The country with this ISO 3166-1 alpha-3 code; null when there is none. */
  public @Nullable Country byCode(String code) {
    return byKey.get(code);
  }

  /** The English name of a country's capital; null when the table has none. */
  public @Nullable String capital(Country country) {
    return capitals.get(country.key());
  }

  /**
   * The country of a name, base form or genitive: {@code Russland}, {@code USAs}, {@code
   * Storbritannias}, {@code the United States} without the article.
   */
  public @Nullable CountryMatch name(String form, String language) {
    String plain = NameForm.plain(form);
    CountryMatch found = withGenitive(names, plain, language);
    if (found == null && plain.indexOf(' ') > 0) {
      // "Sør Sudan", "Guinea Bissau": written without the hyphen.
      found = withGenitive(names, plain.replace(' ', '-'), language);
    }
    return found;
  }

  /**
   * The country of an adjective in any form: {@code russisk}, {@code Russiske}, {@code
   * nordkoreansk}, {@code British}.
   */
  public @Nullable CountryMatch adjective(String form, String language) {
    return lowerCased(adjectives, NameForm.plain(form), language);
  }

  /**
   * The country of a people: {@code russer}, {@code Russerne}, {@code russaranes}, {@code Turks}.
   */
  public @Nullable CountryMatch inhabitant(String form, String language) {
    String plain = NameForm.plain(form);
    CountryMatch found = lowerCased(inhabitants, plain, language);
    if (found == null) {
      String base = NameForm.withoutGenitive(plain, language);
      found = base == null ? null : lowerCased(inhabitants, base, language);
      return found == null ? null : found.withGenitive();
    }
    return found;
  }

  /**
   * The country whose government a town, building or street may stand for: {@code Moskva}, {@code
   * Kremls}, {@code Det hvite hus}, {@code Downing Street}. Whether it does is for the context to
   * say.
   */
  public @Nullable CountryMatch seat(String form, String language) {
    return withGenitive(seats, NameForm.plain(form), language);
  }

  /**
   * The first that fits of name, inhabitant, adjective, seat. In English "Russian" is both an
   * adjective and a person: the part of speech decides which method to call.
   */
  public @Nullable CountryMatch find(String form, String language) {
    CountryMatch found = name(form, language);
    if (found == null) {
      found = inhabitant(form, language);
    }
    if (found == null) {
      found = adjective(form, language);
    }
    return found == null ? seat(form, language) : found;
  }

  /**
   * The countries in a compound, in order: {@code Ukraina-krigen}, {@code USA-ledede}, {@code
   * norsk-russisk}, {@code russiskstøttede}, {@code Syria-avtalen}. Empty when there is none or the
   * form is no compound.
   */
  public List<CountryMatch> compound(String form, String language) {
    String plain = NameForm.plain(form);
    List<CountryMatch> found = new ArrayList<>(2);
    if (plain.indexOf('-') > 0) {
      if (find(plain, language) != null) {
        return found;
      }
      int start = 0;
      while (start < plain.length()) {
        int end = plain.indexOf('-', start);
        end = end < 0 ? plain.length() : end;
        // "Saudi-Arabia-besøket", "Nord-Korea-saken": the longest run of parts first.
        int next = plain.indexOf('-', end + 1);
        CountryMatch match = next < 0 ? null : part(plain.substring(start, next), language);
        if (match != null) {
          end = next;
        } else {
          match = part(plain.substring(start, end), language);
        }
        if (match != null) {
          found.add(match);
        }
        start = end + 1;
      }
      return found;
    }
    if (language.equals("en") || plain.length() < 9) {
      return found;
    }
    for (int cut = plain.length() - 4; cut >= 4; cut--) {
      String head = plain.substring(0, cut);
      CountryMatch match = cut >= 5 ? names.get(head, language) : null;
      if (match == null && head.endsWith("sk")) {
        match = adjective(head, language);
      }
      if (match != null && find(plain, language) == null) {
        found.add(match);
        return found;
      }
    }
    return found;
  }

  private @Nullable CountryMatch part(String form, String language) {
    CountryMatch match = name(form, language);
    if (match == null) {
      match = adjective(form, language);
    }
    return match;
  }

  private static @Nullable CountryMatch withGenitive(
      FormIndex<CountryMatch> index, String given, String language) {
    CountryMatch found = index.get(given, language);
    if (found != null) {
      return found;
    }
    String form = NameForm.withoutArticle(given, language);
    found = index.get(form, language);
    if (found != null) {
      return found;
    }
    String base = NameForm.withoutGenitive(form, language);
    found = base == null ? null : index.get(base, language);
    return found == null ? null : found.withGenitive();
  }

  private static @Nullable CountryMatch lowerCased(
      FormIndex<CountryMatch> index, String form, String language) {
    CountryMatch found = index.get(form, language);
    if (found == null && !form.isEmpty() && Character.isUpperCase(form.charAt(0))) {
      found =
          index.get(form.substring(0, 1).toLowerCase(Locale.ROOT) + form.substring(1), language);
    }
    return found;
  }
}
