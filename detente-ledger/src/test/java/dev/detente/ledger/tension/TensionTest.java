package dev.detente.ledger.tension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.detente.record.EventStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TensionTest {
  private static Deed deed(String id, String first, String last, double score, int reports) {
    return new Deed(
        id,
        "story-" + id,
        LocalDate.parse(first),
        LocalDate.parse(last),
        EventStatus.ACTUAL,
        score,
        Set.of("RUS"),
        Set.of("UKR"),
        reports);
  }

  private static List<TensionPoint> weekly(List<Deed> deeds) {
    return Tension.between(List.of("UKR", "RUS"), deeds, EventStatus.ACTUAL, Step.WEEK);
  }

  @Test
  void theValueIsTheMeanScoreTurnedRoundAndDrawnTowardsNought() {
    List<TensionPoint> points =
        weekly(
            List.of(
                deed("a", "2021-03-01", "2021-03-01", -9, 1),
                deed("b", "2021-03-07", "2021-03-07", -5, 3),
                deed("c", "2021-03-17", "2021-03-17", 8, 1)));

    assertThat(points).hasSize(3);
    assertThat(points.get(0).from()).isEqualTo(LocalDate.of(2021, 3, 1));
    assertThat(points.get(0).value()).isEqualTo(10 * 14 / (2 + Tension.PRIOR));
    assertThat(points.get(0).reports()).isEqualTo(4);
    assertThat(points.get(1).value()).isNull();
    assertThat(points.get(2).value()).isEqualTo(-10 * 8 / (1 + Tension.PRIOR));
  }

  @Test
  void reportsAddNothing() {
    assertThat(weekly(List.of(deed("a", "2021-03-01", "2021-03-01", -9, 1))).get(0).value())
        .isEqualTo(weekly(List.of(deed("a", "2021-03-01", "2021-03-01", -9, 50))).get(0).value());
  }

  @Test
  void thePartsAddUpToTheValueAndTheBandHoldsIt() {
    List<Deed> deeds = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      deeds.add(deed("d" + i, "2021-03-0" + (1 + i % 7), "2021-03-0" + (1 + i % 7), i % 11 - 8, 1));
    }
    TensionPoint point = weekly(deeds).get(0);

    assertThat(point.parts().stream().mapToDouble(TensionPoint.Part::gives).sum())
        .isCloseTo(point.value(), within(1e-9));
    assertThat(point.low()).isLessThan(point.value());
    assertThat(point.high()).isGreaterThan(point.value());
    Collections.reverse(deeds);
    assertThat(weekly(deeds)).isEqualTo(weekly(deeds));
    assertThat(weekly(deeds).get(0).low()).isCloseTo(point.low(), within(1e-9));
  }

  @Test
  void anImpreciseDateIsSharedOutOverItsDays() {
    List<TensionPoint> points = weekly(List.of(deed("a", "2021-03-01", "2021-03-28", -6, 1)));

    assertThat(points).hasSize(4);
    assertThat(points.stream().mapToDouble(TensionPoint::events))
        .allMatch(events -> events == 0.25);
  }

  @Test
  void whatIsAllegedAndWhoIsNotConcernedStaysOut() {
    Deed alleged =
        new Deed(
            "a",
            "s",
            LocalDate.of(2021, 3, 1),
            LocalDate.of(2021, 3, 1),
            EventStatus.ALLEGED,
            -9,
            Set.of("RUS"),
            Set.of("UKR"),
            1);
    Deed others =
        new Deed(
            "b",
            "s",
            LocalDate.of(2021, 3, 1),
            LocalDate.of(2021, 3, 1),
            EventStatus.ACTUAL,
            -9,
            Set.of("RUS"),
            Set.of("POL"),
            1);

    assertThat(weekly(List.of(alleged, others))).isEmpty();
    assertThat(
            Tension.between(
                List.of("RUS", "UKR"), List.of(alleged), EventStatus.ALLEGED, Step.MONTH))
        .hasSize(1);
    assertThat(Tension.between(List.of("POL"), List.of(others), EventStatus.ACTUAL, Step.DAY))
        .hasSize(1);
  }
}
