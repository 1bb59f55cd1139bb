package dev.detente.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2031-03-24 | 24 March 2031 | 24. mars 2031",
        "2031-03 | March 2031 | mars 2031",
        "2031 | 2031 | 2031",
        "2031-03-XX | a day in March 2031 | en dag i mars 2031",
        "2031-XX-XX | a day in 2031 | en dag i 2031",
        "2031-03-24~ | about 24 March 2031 | omkring 24. mars 2031",
        "../2031-04-01 | until 1 April 2031 | til 1. april 2031",
        "2031-03-24/.. | from 24 March 2031 | fra 24. mars 2031",
        "2031-03/2031-05 | March 2031–May 2031 | mars 2031–mai 2031",
        "2031-02-31 | 2031-02-31 | 2031-02-31",
        "soon | soon | soon"
      })
  void aDateIsAsImpreciseInWordsAsItIs(String edtf, String en, String nb) {
    assertThat(Dates.words(edtf, Wording.inLanguage("en"))).isEqualTo(en);
    assertThat(Dates.words(edtf, Wording.inLanguage("nb"))).isEqualTo(nb);
  }

  @Test
  void daysOfOneMonthOrYearSayItOnce() {
    Wording en = Wording.inLanguage("en");
    LocalDate day = LocalDate.of(2031, 3, 1);
    assertThat(Dates.span(day, day.plusDays(24), en)).isEqualTo("1–25 March 2031");
    assertThat(Dates.span(day, day.plusDays(40), en)).isEqualTo("1 Mar\u2009–\u200910 April 2031");
    assertThat(Dates.span(day, day, Wording.inLanguage("nn"))).isEqualTo("1. mars 2031");
  }

  @Test
  void countriesHaveTheirNamesInEveryLanguage() {
    assertThat(Lands.name("ISL", Wording.inLanguage("nb"))).isEqualTo("Island");
    assertThat(Lands.name("NOR", Wording.inLanguage("nn"))).isEqualTo("Noreg");
    assertThat(Lands.name("XKX", Wording.inLanguage("en"))).isEqualTo("Kosovo");
    assertThat(Lands.name("EUR", Wording.inLanguage("en"))).isEqualTo("European Union");
    assertThat(Lands.name("QQQ", Wording.inLanguage("en"))).isEqualTo("QQQ");
    assertThat(Lands.name(null, Wording.inLanguage("en"))).isNull();
  }
}
