package dev.detente.ledger.relate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayRangeTest {
  @ParameterizedTest
  @CsvSource({
    "2022-02-07, 2022-02-07, 2022-02-07",
    "2022-02-07T15:00, 2022-02-07, 2022-02-07",
    "2022-02, 2022-02-01, 2022-02-28",
    "2022-02-XX, 2022-02-01, 2022-02-28",
    "2022, 2022-01-01, 2022-12-31",
    "2022~, 2022-01-01, 2022-12-31",
    "2022-02-05/2022-02-06, 2022-02-05, 2022-02-06",
    "2022-02-05/.., 2022-02-05, 2022-02-05",
    "2022-21, 2022-03-01, 2022-05-31",
    "2022-24, 2022-12-01, 2023-02-28"
  })
  void anEdtfDateIsSoManyDays(String edtf, LocalDate first, LocalDate last) {
    DayRange days = DayRange.of(edtf);
    assertThat(LocalDate.ofEpochDay(days.first())).isEqualTo(first);
    assertThat(LocalDate.ofEpochDay(days.last())).isEqualTo(last);
  }

  @Test
  void whatIsNoDateIsNone() {
    assertThat(DayRange.of("soon")).isNull();
    assertThat(DayRange.of("2022-02-31")).isNull();
    assertThat(DayRange.of(null)).isNull();
    assertThat(DayRange.of("2022-02-07~").approximate()).isTrue();
  }

  @Test
  void reportsWithinFourDaysAreFoundByEachOther() {
    for (int day = 1; day < 24; day++) {
      String one = String.format("2021-05-%02d", day);
      for (int apart = 0; apart <= Keys.NEAR; apart++) {
        String other = String.format("2021-05-%02d", day + apart);
        assertThat(Keys.windows(DayRange.of(one)))
            .as(one + " " + other)
            .containsAnyElementsOf(Keys.windows(DayRange.of(other)));
      }
      assertThat(Keys.windows(DayRange.of("2021-05")))
          .containsAnyElementsOf(Keys.windows(DayRange.of(one)));
    }
  }
}
