package dev.detente.codebook.world;

import dev.detente.codebook.Codebook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places by name: countries, towns, regions, seas, buildings. Immutable and thread-safe; a look-up
 * is a few hash look-ups.
 *
 * <p>Towns come from GeoNames, everything else from a table of our own; the latter goes first. A
 * name may be that of several places: candidates come the likeliest first, and the context chooses.
 */
public final class Gazetteer {
  /** Weight of a country: above every town. */
  private static final int COUNTRY_WEIGHT = 100_000_000;

  /** Weight of a place of the hand-made table: above every town but the largest. */
  private static final int LISTED_WEIGHT = 3_000_000;

  private final Countries countries;
  private final Map<String, GazetteerPlace[]> byName = new HashMap<>(1 << 17);
  private final Map<String, GazetteerPlace[]> byOtherName = new HashMap<>(1 << 15);
  private final Map<String, String> capitals = new HashMap<>();
  private final Map<String, double[]> extents = new HashMap<>();
  private int longest = 1;

  Gazetteer(Codebook codebook, Countries countries) {
    this.countries = countries;
    Map<String, String> englishNames = new HashMap<>();
    Map<String, List<String>> exonyms = new HashMap<>();
    Rows.read(
        codebook,
        "world/exonyms.tsv",
        4,
        row -> {
          String key = row[0] + "\t" + row[1];
          exonyms.put(key, Rows.split(row[2], '|'));
          if (!row[3].isEmpty()) {
            englishNames.put(key, row[3]);
          }
        });
    Rows.read(
        codebook,
        "world/places.tsv",
        6,
        row -> {
          int bracket = row[0].indexOf(" (");
          GazetteerPlace place =
              new GazetteerPlace(
                  bracket < 0 ? row[0] : row[0].substring(0, bracket),
                  row[2].isEmpty() ? null : row[2],
                  Double.parseDouble(row[3]),
                  Double.parseDouble(row[4]),
                  row[5].equals("point")
                      ? GazetteerPlace.Precision.POINT
                      : GazetteerPlace.Precision.AREA,
                  LISTED_WEIGHT,
                  "",
                  false);
          add(byName, place.name(), place);
          for (String form : Rows.split(row[1], '|')) {
            add(byName, form, place);
          }
        });
    Rows.read(codebook, "world/cities.tsv", 8, row -> addTown(row, englishNames, exonyms));
  }

  private void addTown(
      String[] row, Map<String, String> englishNames, Map<String, List<String>> exonyms) {
    String key = row[0] + "\t" + row[2];
    List<String> forms = exonyms.remove(key);
    GazetteerPlace place =
        new GazetteerPlace(
            englishNames.getOrDefault(key, row[0]),
            row[2].isEmpty() ? null : row[2],
            Double.parseDouble(row[3]),
            Double.parseDouble(row[4]),
            row[7].indexOf('a') >= 0
                ? GazetteerPlace.Precision.AREA
                : GazetteerPlace.Precision.POINT,
            // Towns that the exonym table lists are towns that news writes about.
            Integer.parseInt(row[5]) + (forms == null ? 0 : LISTED_WEIGHT / 10),
            row[6],
            row[7].indexOf('w') >= 0 || row[7].indexOf('p') >= 0);
    add(byName, row[0], place);
    if (!place.name().equals(row[0])) {
      add(byName, place.name(), place);
    }
    if (forms != null) {
      for (String form : forms) {
        if (!form.equals(place.name())) {
          add(byName, form, place);
        }
      }
    }
    for (String form : Rows.split(row[1], '|')) {
      add(byOtherName, form, place);
    }
    if (place.country() != null) {
      double[] extent =
          extents.computeIfAbsent(place.country(), c -> new double[] {90, -90, 180, -180});
      extent[0] = Math.min(extent[0], place.lat());
      extent[1] = Math.max(extent[1], place.lat());
      extent[2] = Math.min(extent[2], place.lon());
      extent[3] = Math.max(extent[3], place.lon());
    }
  }

  private void add(Map<String, GazetteerPlace[]> index, String form, GazetteerPlace place) {
    GazetteerPlace[] before = index.get(form);
    if (before == null) {
      index.put(form, new GazetteerPlace[] {place});
      String upper = form.toUpperCase(Locale.ROOT);
      capitals.putIfAbsent(upper, form);
      longest = Math.max(longest, wordsOf(form));
    } else {
      GazetteerPlace[] more = Arrays.copyOf(before, before.length + 1);
      int at = before.length;
      while (at > 0 && more[at - 1].weight() < place.weight()) {
        more[at] = more[at - 1];
        at--;
      }
      more[at] = place;
      index.put(form, more);
    }
  }

  private static int wordsOf(String form) {
    int words = 1;
    for (int i = 0; i < form.length(); i++) {
      if (form.charAt(i) == ' ') {
        words++;
      }
    }
    return words;
  }

  /** The most words that a name has. */
  public int longestName() {
    return Math.max(longest, 6);
  }

  /**
   * The places of this name, genitive and capitals allowed, the likeliest first; empty when none.
   *
   * @param form as it stands in the text, the whole of a name of several words
   */
  public List<GazetteerPlace> find(String form, String language) {
    String plain = NameForm.plain(form);
    List<GazetteerPlace> found = exact(plain, language);
    if (found.isEmpty()) {
      String base = NameForm.withoutGenitive(plain, language);
      if (base != null) {
        found = exact(base, language);
      }
    }
    if (found.isEmpty() && NameForm.isAllCapitals(plain)) {
      String small = capitals.get(plain);
      if (small != null) {
        found = exact(small, language);
      }
    }
    return found;
  }

  /** As {@link #find}, without trying genitive or capitals. */
  public List<GazetteerPlace> exact(String form, String language) {
    CountryMatch country = countries.name(form, language);
    GazetteerPlace[] places = byName.get(form);
    if (country == null && places == null) {
      places = byOtherName.get(form);
      return places == null ? List.of() : List.of(places);
    }
    List<GazetteerPlace> found = new ArrayList<>(4);
    if (country != null && !country.genitive()) {
      found.add(ofCountry(country.country()));
    }
    if (places != null) {
      found.addAll(Arrays.asList(places));
    }
    return found;
  }

  /** A country as a place. */
  public GazetteerPlace ofCountry(Country country) {
    return new GazetteerPlace(
        country.name(),
        country.code(),
        country.lat(),
        country.lon(),
        GazetteerPlace.Precision.COUNTRY,
        COUNTRY_WEIGHT,
        "",
        false);
  }

  /**
   * A part of a country: an area between its centre and the edge of its towns.
   *
   * @param north 1 for the north, -1 for the south, 0 for neither
   * @param east 1 for the east, -1 for the west, 0 for neither
   * @param name English name of the part ({@code Northern Syria})
   */
  public GazetteerPlace partOf(Country country, int north, int east, String name) {
    double[] extent = extents.get(country.code());
    double lat = country.lat();
    double lon = country.lon();
    if (extent != null) {
      lat = towards(lat, north, extent[0], extent[1]);
      lon = towards(lon, east, extent[2], extent[3]);
    }
    return new GazetteerPlace(
        name, country.code(), lat, lon, GazetteerPlace.Precision.AREA, LISTED_WEIGHT, "", false);
  }

  private static double towards(double centre, int direction, double low, double high) {
    double edge = direction > 0 ? high : low;
    return direction == 0 ? centre : Math.round((centre + 0.65 * (edge - centre)) * 100) / 100.0;
  }

  /** The capital's or another place's first candidate; null when the name is unknown. */
  public @Nullable GazetteerPlace first(String form, String language) {
    List<GazetteerPlace> found = find(form, language);
    return found.isEmpty() ? null : found.get(0);
  }
}
