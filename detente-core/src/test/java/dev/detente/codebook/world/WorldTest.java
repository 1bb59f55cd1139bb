package dev.detente.codebook.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldTest {
  private static final World WORLD = World.load(Codebook.bundled());
  private static final Countries COUNTRIES = WORLD.countries();

  @ParameterizedTest
  @CsvSource({
    "nb, Russland, RUS",
    "nb, Russlands, RUS",
    "nb, USAs, USA",
    "nb, Storbritannias, GBR",
    "nn, Kviterussland, BLR",
    "nn, Austerrikes, AUT",
    "nn, Noregs, NOR",
    "nb, De forente stater, USA",
    "nb, Filippinene, PHL",
    "nb, RUSSLAND, RUS",
    "nb, Honduras, HND",
    "nb, Kongo, COD",
    "nb, Sør Sudan, SSD",
    "en, Britain, GBR",
    "en, U.S., USA",
    "en, the United States, USA",
    "en, Ivory Coast, CIV",
    "da, Hviderusland, BLR",
    "sv, Ryssland, RUS",
    "sv, Tysklands, DEU",
    "nb, Sovjetunionen, SUN"
  })
  void findsCountriesByName(String language, String form, String code) {
    assertThat(COUNTRIES.name(form, language))
        .extracting(match -> match.country().key())
        .isEqualTo(code);
  }

  @Test
  void keepsTheLanguagesApart() {
    assertThat(COUNTRIES.name("Island", "nb")).isNotNull();
    assertThat(COUNTRIES.name("Island", "en")).isNull();
    assertThat(COUNTRIES.adjective("polish", "en")).isNull();
    assertThat(COUNTRIES.inhabitant("finne", "nb")).isNull();
    assertThat(COUNTRIES.inhabitant("finner", "nb")).isNull();
    assertThat(COUNTRIES.inhabitant("finnene", "nb")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "nb, russisk, RUS",
    "nb, Russiske, RUS",
    "nb, nordkoreanske, PRK",
    "nb, amerikansk, USA",
    "nn, austerriksk, AUT",
    "nn, kviterussiske, BLR",
    "en, British, GBR",
    "en, U.S., USA",
    "sv, ryska, RUS",
    "da, østrigske, AUT"
  })
  void findsCountriesByAdjective(String language, String form, String code) {
    assertThat(COUNTRIES.adjective(form, language))
        .extracting(match -> match.country().code())
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "nb, russerne, RUS, true, true",
    "nb, Russernes, RUS, true, true",
    "nb, amerikaneren, USA, false, true",
    "nb, franskmennene, FRA, true, true",
    "nb, briter, GBR, true, false",
    "nn, russarane, RUS, true, true",
    "nn, amerikanarar, USA, true, false",
    "nn, islendingane, ISL, true, true",
    "en, Russians, RUS, true, false",
    "en, Frenchmen, FRA, true, false",
    "en, Chinese, CHN, true, false",
    "sv, ryssarna, RUS, true, true"
  })
  void findsCountriesByPeople(
      String language, String form, String code, boolean plural, boolean definite) {
    CountryMatch match = COUNTRIES.inhabitant(form, language);
    assertThat(match).isNotNull();
    assertThat(match.country().code()).isEqualTo(code);
    assertThat(match.plural()).isEqualTo(plural);
    assertThat(match.definite()).isEqualTo(definite);
  }

  @ParameterizedTest
  @CsvSource({
    "nb, Moskva, RUS, SEAT",
    "nb, Kremls, RUS, METONYM",
    "nb, Det hvite hus, USA, METONYM",
    "nn, Det kvite huset, USA, METONYM",
    "en, Downing Street, GBR, METONYM",
    "nb, Beijings, CHN, SEAT",
    "nb, MOSKVA, RUS, SEAT"
  })
  void findsCountriesBySeatOfGovernment(
      String language, String form, String code, CountryMatch.Kind kind) {
    CountryMatch match = COUNTRIES.seat(form, language);
    assertThat(match).isNotNull();
    assertThat(match.country().code()).isEqualTo(code);
    assertThat(match.kind()).isEqualTo(kind);
  }

  @Test
  void knowsPartsOfCountries() {
    CountryMatch match = COUNTRIES.adjective("skotske", "nb");
    assertThat(match).isNotNull();
    assertThat(match.part()).isTrue();
    assertThat(match.country().code()).isEqualTo("GBR");
  }

  @ParameterizedTest
  @CsvSource({
    "nb, Ukraina-krigen, UKR",
    "nb, norsk-russisk, NOR RUS",
    "nb, russiskstøttede, RUS",
    "nb, Nord-Korea-saken, PRK",
    "nb, Nato-Russland-rådet, RUS",
    "nn, Syria-avtala, SYR",
    "en, Russian-backed, RUS",
    "nb, Russland, ''",
    "nb, Saudi-Arabia, ''"
  })
  void findsCountriesInCompounds(String language, String form, String codes) {
    List<String> found =
        COUNTRIES.compound(form, language).stream().map(m -> m.country().code()).toList();
    assertThat(String.join(" ", found)).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource({
    "nb, FNs, UNO, IGO",
    "nb, Nato, IGO, IGO",
    "nb, NATOs, IGO, IGO",
    "nn, Tryggingsrådet, UNO, IGO",
    "nb, EU-kommisjonen, EUR, IGO",
    "nb, Hizbollah, LBN, REB",
    "nb, AP, MNC, JRN",
    "nb, Ap, NOR, PTY",
    "en, Security Council, UNO, IGO",
    "en, The African Union, IGO, IGO",
    "en, European Union, EUR, IGO",
    "en, Hezbollah's, LBN, REB",
    "nb, Aftenposten, NOR, JRN",
    "nn, Raude Krossen, NGO, NGO"
  })
  void findsOrganisations(String language, String form, String country, String sector) {
    Organisation found = WORLD.organisations().name(form, language);
    assertThat(found).isNotNull();
    assertThat(found.country()).isEqualTo(country);
    assertThat(found.sector()).isEqualTo(sector);
  }

  @Test
  void organisationsChangeWithTime() {
    Organisation taliban = WORLD.organisations().name("Taliban", "nb");
    assertThat(taliban).isNotNull();
    assertThat(taliban.sectorAt("2001-09-20")).isEqualTo("GOV");
    assertThat(taliban.sectorAt("2019-05")).isEqualTo("REB");
    assertThat(taliban.sectorAt("2021-11-03")).isEqualTo("GOV");
    assertThat(taliban.sectorAt(null)).isEqualTo("GOV");
  }

  @Test
  void findsTheOrganisationThatACompoundBeginsWith() {
    assertThat(WORLD.organisations().compound("Nato-sjefen", "nb"))
        .extracting(Organisation::name)
        .isEqualTo("NATO");
    assertThat(WORLD.organisations().compound("FN-styrkane", "nn"))
        .extracting(Organisation::name)
        .isEqualTo("United Nations");
    assertThat(WORLD.organisations().compound("EU-kommisjonen", "nb")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "president, FRA, 2022-02, Emmanuel Macron",
    "foreign-minister, NOR, 2018-05-14, Ine Eriksen Søreide",
    "prime-minister, GBR, 2003-03, Tony Blair",
    "chancellor, DEU, 2022, Olaf Scholz",
    "secretary-general, UNO, 2010-01, Ban Ki-moon"
  })
  void knowsWhoHeldAnOffice(String role, String country, String published, String person) {
    assertThat(WORLD.offices().holders(role, country, published))
        .extracting(Office::person)
        .containsExactly(person);
  }

  @Test
  void knowsBothHoldersInAMonthOfChange() {
    assertThat(WORLD.offices().holders("prime-minister", "NOR", "2021-10"))
        .extracting(Office::person)
        .containsExactly("Jonas Gahr Støre", "Erna Solberg");
  }

  @Test
  void findsOfficesByNameSpellingAndSurname() {
    assertThat(WORLD.offices().ofPerson("Volodymyr Zelensky", "2023-01").get(0).country())
        .isEqualTo("UKR");
    assertThat(WORLD.offices().ofSurname("Macron", "2022-02").get(0).role()).isEqualTo("president");
    assertThat(WORLD.offices().ofSurname("Clinton", "1998-05").get(0).person())
        .isEqualTo("Bill Clinton");
    assertThat(WORLD.offices().ofSurname("Clinton", "2011-05").get(0).person())
        .isEqualTo("Hillary Clinton");
    assertThat(WORLD.offices().ofPerson("Trygve Slagsvold Vedum", "2023-03").get(0).role())
        .isEqualTo("finance-minister");
    assertThat(WORLD.offices().ofSurname("Ukjent", "2022-02")).isEmpty();
  }

  @Test
  void givesNoOfficeOutsideItsTime() {
    assertThat(WORLD.offices().heldBy("Ine Eriksen Søreide", "2018-03"))
        .extracting(Office::role)
        .isEqualTo("foreign-minister");
    assertThat(WORLD.offices().heldBy("Ine Eriksen Søreide", "2024-06").sector()).isEqualTo("LEG");
    assertThat(WORLD.offices().heldBy("Jacques Chirac", "2014-12")).isNull();
  }

  @Test
  void keepsInitialismsWhole() {
    assertThat(WORLD.organisations().name("ICES", "nn"))
        .extracting(Organisation::name)
        .isEqualTo("ICES");
    assertThat(NameForm.withoutGenitive("RUSSLANDS", "nb")).isEqualTo("RUSSLAND");
    assertThat(NameForm.withoutGenitive("RTS", "nb")).isNull();
    assertThat(NameForm.withoutGenitive("FNs", "nb")).isEqualTo("FN");
    assertThat(NameForm.withoutGenitive("Kyiv’s", "en")).isNull();
    assertThat(NameForm.withoutGenitive("Kyiv's", "en")).isEqualTo("Kyiv");
  }

  @Test
  void readsTitles() {
    assertThat(WORLD.offices().role("utenriksministeren", "nb")).isEqualTo("foreign-minister");
    assertThat(WORLD.offices().role("Utanriksminister", "nn")).isEqualTo("foreign-minister");
    assertThat(WORLD.offices().role("Prime Minister", "en")).isEqualTo("prime-minister");
    assertThat(WORLD.offices().role("snekker", "nb")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "nb, Moskva, RUS",
    "nb, Genève, CHE",
    "nb, KYIV, UKR",
    "nb, PORT-AU-PRINCE, HTI",
    "nb, NEW YORK, USA",
    "nb, Göteborg, SWE",
    "nb, Oslos, NOR",
    "nn, Vestbreidda, PSE",
    "nb, Gaza by, PSE",
    "nb, Krim, UKR",
    "en, Geneva, CHE",
    "nb, Paris, FRA",
    "nb, Georgia, GEO",
    "nb, Gjerdrum, NOR"
  })
  void locatesPlaces(String language, String form, String country) {
    assertThat(WORLD.gazetteer().first(form, language))
        .isNotNull()
        .extracting(GazetteerPlace::country)
        .isEqualTo(country);
  }

  @Test
  void everyTableFitsTheOthers() {
    for (Country country : COUNTRIES.all()) {
      assertThat(country.names().get("nb")).as(country.key()).isNotEmpty();
      assertThat(country.lat()).isBetween(-90.0, 90.0);
      assertThat(country.lon()).isBetween(-180.0, 180.0);
    }
    for (Organisation organisation : WORLD.organisations().all()) {
      assertThat(organisation.sector()).as(organisation.name()).matches("[A-Z]{3}");
    }
  }

  @Test
  void namesTheTableAndTheLineOfABadRow(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("world"));
    Files.writeString(
        folder.resolve("world/countries.tsv"), "# mine\nNOR\tNOR\tstate\tNorway\tx\t8\n");
    assertThatThrownBy(() -> World.load(Codebook.overlaid(folder)))
        .isInstanceOf(DetenteException.class)
        .hasMessageContaining("DET-0312")
        .hasMessageContaining("world/countries.tsv, line 2");
  }

  @Test
  void readsAUsersOwnPlaces(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("world"));
    Files.writeString(
        folder.resolve("world/places.tsv"), "Graytown\tGråby\tNOR\t60.5\t10.5\tpoint\n");
    World own = World.load(Codebook.overlaid(folder));
    assertThat(own.gazetteer().first("Gråby", "nb"))
        .isNotNull()
        .extracting(GazetteerPlace::name)
        .isEqualTo("Graytown");
    assertThat(own.gazetteer().first("Oslo", "nb")).isNotNull();
  }
}
