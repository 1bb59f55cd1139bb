package dev.detente.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.ledger.tension.TensionPoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** However long tension goes back, a page shows a year of it, and all years can be reached. */
class YearOfWeeksTest {
  private static final LocalDate FIRST = LocalDate.of(2021, 1, 4);

  private static TensionPoint point(int week, @Nullable Double value) {
    return new TensionPoint(FIRST.plusWeeks(week), value, value, value, 1, 1, List.of());
  }

  /** Ten years of weeks, some of which nothing is known of, with a silence of two years. */
  private static List<TensionPoint> tenYears() {
    Random dice = new Random(3);
    List<TensionPoint> all = new ArrayList<>();
    for (int week = 0; week < 520; week++) {
      boolean silent = week >= 200 && week < 304 || dice.nextInt(4) == 0;
      all.add(point(week, silent ? null : 10.0 * dice.nextInt(5)));
    }
    return all;
  }

  private static Set<LocalDate> known(List<TensionPoint> all) {
    Set<LocalDate> known = new TreeSet<>();
    all.stream().filter(one -> one.value() != null).forEach(one -> known.add(one.from()));
    return known;
  }

  @Test
  void goingBackYearByYearShowsEveryWeekOnce() {
    List<TensionPoint> all = tenYears();
    List<LocalDate> shown = new ArrayList<>();
    YearOfWeeks year = YearOfWeeks.of(all, null);
    assertThat(year.later()).isNull();
    int pages = 1;
    while (true) {
      assertThat(year.points()).isNotEmpty().hasSizeLessThanOrEqualTo(YearOfWeeks.WEEKS);
      year.points().forEach(one -> shown.add(one.from()));
      if (year.earlier() == null) {
        break;
      }
      year = YearOfWeeks.of(all, year.earlier());
      pages++;
    }
    assertThat(shown).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(shown)).isEqualTo(known(all));
    assertThat(pages).isBetween(8, 10);
  }

  @Test
  void goingForwardEndsWithTheLastWeek() {
    List<TensionPoint> all = tenYears();
    Set<LocalDate> shown = new TreeSet<>();
    YearOfWeeks year = YearOfWeeks.of(all, LocalDate.of(1990, 1, 1));
    assertThat(year.earlier()).isNull();
    for (int pages = 0; year.later() != null && pages < 20; pages++) {
      year.points().forEach(one -> shown.add(one.from()));
      year = YearOfWeeks.of(all, year.later());
    }
    year.points().forEach(one -> shown.add(one.from()));
    assertThat(shown).isEqualTo(known(all));
  }

  @Test
  void withoutAnythingKnownThereIsNothingToTurnTo() {
    assertThat(YearOfWeeks.of(List.of(point(0, null)), null))
        .isEqualTo(new YearOfWeeks(List.of(), null, null));
  }

  @Test
  void smallPicturesOfTenYearsShowTheLastOfThem() {
    List<Kept.Pair> pairs = new ArrayList<>();
    for (String other : List.of("ISL", "SWE", "FIN", "DNK", "POL", "DEU")) {
      pairs.add(new Kept.Pair("NOR", other, tenYears()));
    }
    // One that has been quiet since long is still led to.
    pairs.add(new Kept.Pair("FRA", "ITA", List.of(point(3, 20.0))));
    var shown = PairPages.small(pairs, Wording.inLanguage("en"));
    assertThat(shown).isNotNull();
    assertThat((List<?>) shown.get("charts")).hasSize(7);
    assertThat((List<?>) shown.get("rows"))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(6 * YearOfWeeks.WEEKS);
    assertThat(shown.toString().length()).isLessThan(250_000);
  }
}
