package dev.detente.codebook.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far the register of office-holders reaches, and what it tells at which date. */
class OfficeHoldersTest {
  private static final OfficeHolders OFFICES = World.load(Codebook.bundled()).offices();

  /** The states that Norwegian news abroad is mostly about, and the neighbours. */
  private static final List<String> STATES =
      List.of(
          "USA", "RUS", "CHN", "GBR", "FRA", "DEU", "UKR", "ISR", "IRN", "IRQ", "TUR", "SAU", "PAK",
          "IND", "PRK", "KOR", "JPN", "NOR", "SWE", "DNK", "FIN", "ISL", "POL", "HUN", "BLR", "ITA",
          "ESP", "GRC", "EGY", "QAT", "JOR", "ZAF", "BRA", "CAN", "AUS", "SRB", "GEO", "ARM", "AZE",
          "NLD", "BEL", "AUT", "EST", "LVA", "LTU", "CUB", "VEN", "MEX", "IDN", "CHE");

  private static boolean isLed(String country, String date) {
    for (String role :
        List.of(
            "president",
            "prime-minister",
            "chancellor",
            "king",
            "queen",
            "emir",
            "supreme-leader",
            "council-president")) {
      if (!OFFICES.holders(role, country, date).isEmpty()) {
        return true;
      }
    }
    return country.equals("CHE");
  }

  @Test
  void knowsWhoLeadsTheMostReportedStatesAtAnyDate() {
    for (String date : List.of("2001-06", "2005-06", "2010-02", "2015-08", "2020-02", "2024-10")) {
      assertThat(STATES).allMatch(country -> isLed(country, date), date);
    }
  }

  @Test
  void knowsTheForeignMinistersOfMostOfThem() {
    for (String date : List.of("2003-12", "2008-11", "2012-06", "2016-11", "2019-09", "2023-02")) {
      long known =
          STATES.stream()
              .filter(country -> !OFFICES.holders("foreign-minister", country, date).isEmpty())
              .count();
      assertThat(known).as(date).isGreaterThanOrEqualTo(45);
    }
  }

  @Test
  void theTitleIsKnownInEveryForm() {
    assertThat(OFFICES.role("utenriksministeren", "nb")).isEqualTo("foreign-minister");
    assertThat(OFFICES.role("utanriksministeren", "nn")).isEqualTo("foreign-minister");
    assertThat(OFFICES.role("Foreign Minister", "en")).isEqualTo("foreign-minister");
  }

  @Test
  void aSurnameAloneIsForgottenTenYearsAfterTheOffice() {
    assertThat(OFFICES.ofSurname("Simitis", "2005-01")).isNotEmpty();
    assertThat(OFFICES.ofSurname("Simitis", "2031-01")).isEmpty();
    assertThat(OFFICES.ofPerson("Kostas Simitis", "2031-01")).isNotEmpty();
    assertThat(OFFICES.ofSurname("X", "2024-05")).isEmpty();
  }
}
