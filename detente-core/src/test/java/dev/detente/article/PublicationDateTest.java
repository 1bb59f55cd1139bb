package dev.detente.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDateTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-02-07",
        "2022-02",
        "2022",
        "2022~",
        "2022-02-XX",
        "2022-XX-XX",
        "202X",
        "2022-21",
        "2022-02-05/2022-02-06",
        "2022-02-07T15:00",
        "2022-02-07T15:00:30Z",
        "2022-02-07T15:00:30.250+01:00",
        "2024-02-29"
      })
  void dates(String value) {
    assertThat(PublicationDate.isDate(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2022-13",
        "2022-00",
        "2023-02-29",
        "22-02-07",
        "07.02.2022",
        "2022-2",
        "2022/"
      })
  void noDates(String value) {
    assertThat(PublicationDate.isDate(value)).isFalse();
  }

  @Test
  void aTextMayBeginWithItsDate() {
    assertThat(PublicationDate.prefixOf(" date 2031-05 Statsråden kom."))
        .isEqualTo(new PublicationDate.Prefix("2031-05", 14));
    assertThat(PublicationDate.prefixOf("date: 2031-05-07\n\nStatsråden"))
        .isEqualTo(new PublicationDate.Prefix("2031-05-07", 18));
    assertThat(PublicationDate.prefixOf("date palms grow")).isNull();
    assertThat(PublicationDate.prefixOf("date 2031-13 is no month")).isNull();
    assertThat(PublicationDate.prefixOf("On date 2031-05 it rained")).isNull();
    assertThat(PublicationDate.prefixOf("")).isNull();
  }
}
