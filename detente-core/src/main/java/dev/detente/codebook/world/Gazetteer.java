package dev.detente.codebook.world;

import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

  /** Added for towns that the exonym table lists: towns that news writes about. */
  private static final int EXONYM_WEIGHT = 300_000;

  private record Extent(double south, double north, double west, double east) {}

  /** A town by its GeoNames name and country. */
  private record Town(String name, String country) {}

  private final Countries countries;
  private final TownTable towns;
  private final Map<String, List<GazetteerPlace>> listed = new HashMap<>(4096);
  private final Map<String, List<Town>> exonyms = new HashMap<>(1024);
  private final Map<Town, String> englishNames = new HashMap<>(512);
  private final Map<String, Extent> extents = new HashMap<>(512);
  private int longest = 1;

  Gazetteer(Codebook codebook, Countries countries) {
    this.countries = countries;
    this.towns = new TownTable(codebook, "world/cities.tsv");
    Rows.read(codebook, "world/exonyms.tsv", 4, this::addExonyms);
    Rows.read(codebook, "world/places.tsv", 7, this::addPlace);
    Rows.read(
        codebook,
        "world/extents.tsv",
        5,
        row ->
            extents.put(
                row[0],
                new Extent(
                    Double.parseDouble(row[1]),
                    Double.parseDouble(row[2]),
                    Double.parseDouble(row[3]),
                    Double.parseDouble(row[4]))));
  }

  private void addExonyms(String[] row) {
    Town town = new Town(row[0], row[1]);
    englishNames.put(town, row[3].isEmpty() ? row[0] : row[3]);
    for (String form : Rows.split(row[2], '|')) {
      exonyms.computeIfAbsent(form, key -> new ArrayList<>(1)).add(town);
      longest = Math.max(longest, wordsOf(form));
    }
  }

  private void addPlace(String[] row) {
    int bracket = row[0].indexOf(" (");
    GazetteerPlace place =
        new GazetteerPlace(
            bracket < 0 ? row[0] : row[0].substring(0, bracket),
            row[2].isEmpty() ? null : row[2],
            Double.parseDouble(row[3]),
            Double.parseDouble(row[4]),
            row[5].equals("point") ? GazetteerPlace.Precision.POINT : GazetteerPlace.Precision.AREA,
            LISTED_WEIGHT,
            "",
            row[6].equals("w"));
    addListed(place.name(), place);
    for (String form : Rows.split(row[1], '|')) {
      addListed(form, place);
    }
  }

  private void addListed(String form, GazetteerPlace place) {
    listed.computeIfAbsent(form, key -> new ArrayList<>(1)).add(place);
    longest = Math.max(longest, wordsOf(form));
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

  /** The most words that a listed name has. */
  public int longestName() {
    return longest;
  }

  /** Whether the hand-made tables hold exactly this name: one hash look-up, for a first sieve. */
  public boolean isListed(String form) {
    return listed.containsKey(form);
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
      found = exact(NameForm.titleCase(plain), language);
    }
    return found;
  }

  /** As {@link #find}, without trying genitive or capitals. */
  public List<GazetteerPlace> exact(String form, String language) {
    List<GazetteerPlace> found = new ArrayList<>(4);
    CountryMatch country = countries.name(form, language);
    List<GazetteerPlace> named = listed.getOrDefault(form, List.of());
    // A territory that the table of places lists is a place, not a country: Svalbard.
    if (country != null
        && !country.genitive()
        && (named.isEmpty() || !country.country().kind().equals("territory"))) {
      found.add(ofCountry(country.country()));
    }
    found.addAll(named);
    int fixed = found.size();
    for (Town town : exonyms.getOrDefault(form, List.of())) {
      for (TownTable.Row row : towns.find(town.name())) {
        if (!row.byOtherName() && row.country().equals(town.country())) {
          found.add(ofTown(row));
          break;
        }
      }
    }
    List<TownTable.Row> rows = towns.find(form);
    for (TownTable.Row row : rows) {
      if (!row.byOtherName()) {
        GazetteerPlace place = ofTown(row);
        if (!found.contains(place)) {
          found.add(place);
        }
      }
    }
    if (found.isEmpty()) {
      for (TownTable.Row row : rows) {
        found.add(ofTown(row));
      }
    } else if (found.size() - fixed > 1) {
      found.subList(fixed, found.size()).sort((a, b) -> Integer.compare(b.weight(), a.weight()));
    }
    return found;
  }

  private GazetteerPlace ofTown(TownTable.Row row) {
    try {
      return parse(row);
    } catch (NumberFormatException e) {
      throw new DetenteException(
          "DET-0312",
          "codebook table world/cities.tsv, row of "
              + row.name()
              + ": "
              + e.getMessage()
              + "; correct the row",
          e);
    }
  }

  private GazetteerPlace parse(TownTable.Row row) {
    String[] cells = row.cells();
    String english = englishNames.get(new Town(row.name(), row.country()));
    String flags = cells[7];
    return new GazetteerPlace(
        english == null ? row.name() : english,
        row.country().isEmpty() ? null : row.country(),
        Double.parseDouble(cells[3]),
        Double.parseDouble(cells[4]),
        flags.indexOf('a') >= 0 ? GazetteerPlace.Precision.AREA : GazetteerPlace.Precision.POINT,
        Integer.parseInt(cells[5]) + (english == null ? 0 : EXONYM_WEIGHT),
        cells[6],
        english == null && (flags.indexOf('w') >= 0 || flags.indexOf('p') >= 0));
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
    Extent extent = extents.get(country.code());
    double lat = country.lat();
    double lon = country.lon();
    if (extent != null) {
      lat = towards(lat, north, extent.south(), extent.north());
      lon = towards(lon, east, extent.west(), extent.east());
    }
    return new GazetteerPlace(
        name, country.code(), lat, lon, GazetteerPlace.Precision.AREA, LISTED_WEIGHT, "", false);
  }

  private static double towards(double centre, int direction, double low, double high) {
    double edge = direction > 0 ? high : low;
    return direction == 0 ? centre : Math.round((centre + 0.65 * (edge - centre)) * 100) / 100.0;
  }

  /** The likeliest place of this name; null when the name is unknown. */
  public @Nullable GazetteerPlace first(String form, String language) {
    List<GazetteerPlace> found = find(form, language);
    return found.isEmpty() ? null : found.get(0);
  }
}
