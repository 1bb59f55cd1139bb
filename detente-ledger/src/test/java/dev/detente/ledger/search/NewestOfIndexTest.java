package dev.detente.ledger.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newest that are looked for among the last days are the newest of all. */
class NewestOfIndexTest {
  private static final int ITEMS = 6000;

  @TempDir private Path folder;

  /** Items of thirty years, many on one day, some without a day, a few far ahead. */
  private static void fill(SearchIndex index) {
    Random dice = new Random(5);
    for (int i = 0; i < ITEMS; i++) {
      Traits traits =
          new Traits().with(Trait.KIND, "s").with(Trait.ACT, i % 97 == 0 ? "deny" : "claim");
      int kind = dice.nextInt(20);
      if (kind > 2) {
        LocalDate day =
            LocalDate.of(2031, 1, 1).minusDays((long) (Math.pow(dice.nextDouble(), 3) * 11_000));
        LocalDate from = kind == 3 ? day.plusYears(60) : day;
        traits.on(from.toEpochDay(), from.plusDays(2).toEpochDay());
      }
      index.add((i / 4L << 20) + 2 * (i % 4 + 1), i / 4L, "en", "harbour", traits);
    }
    index.commit(new SearchIndex.State("a", 1, ITEMS));
  }

  @Test
  void aPageIsTheSameAsOfAll() {
    try (SearchIndex index = SearchIndex.writable(folder)) {
      fill(index);
      for (String act : List.of("claim", "deny", "ask")) {
        Filter filter = new Filter().with(Trait.KIND, List.of("s")).with(Trait.ACT, List.of(act));
        long[] all = index.newest(filter, 0, null);
        assertThat(all).hasSize(act.equals("ask") ? 0 : act.equals("deny") ? 62 : ITEMS - 62);
        Map<Long, Integer> days = new HashMap<>();
        index.visit(filter, (item, day, score) -> days.put(item, day));
        for (int most : new int[] {1, 7, 41, 500, ITEMS}) {
          assertThat(index.newest(filter, most, null))
              .isEqualTo(Arrays.copyOf(all, Math.min(most, all.length)));
        }
        for (int at = 0; at < all.length; at += 53) {
          int day = days.get(all[at]);
          Place place =
              new Place(day == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(day), all[at]);
          assertThat(index.newest(filter, 20, place))
              .isEqualTo(Arrays.copyOfRange(all, at + 1, Math.min(all.length, at + 21)));
        }
      }
    }
  }

  @Test
  void aReaderSeesWhatIsKeptMeanwhile() {
    try (SearchIndex index = SearchIndex.writable(folder)) {
      fill(index);
      SearchIndex other = SearchIndex.readable(folder);
      assertThat(other).isNotNull();
      try (other) {
        Filter filter = new Filter().with(Trait.KIND, List.of("s"));
        assertThat(other.newest(filter, 0, null)).hasSize(ITEMS);
        index.remove(List.of(0L));
        assertThat(other.newest(filter, 0, null)).hasSize(ITEMS);
        index.commit(new SearchIndex.State("a", 2, ITEMS));
        assertThat(other.newest(filter, 0, null)).hasSize(ITEMS - 4);
      }
    }
  }
}
