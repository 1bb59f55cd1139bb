package dev.detente.ledger.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.ledger.relate.ArticleSketch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The candidates of an article are those that a look at all others gives. */
class CandidatesTest {
  private static final int ARTICLES = 5000;
  private static final int MOST = 20;
  private static final SearchIndex.State STATE = new SearchIndex.State("l", 1, 1);

  @TempDir Path folder;

  private static Sought made(long n, Random dice) {
    Set<String> keys = new TreeSet<>();
    for (int i = dice.nextInt(12); i >= 0; i--) {
      keys.add("k" + (int) (40 * Math.pow(dice.nextDouble(), 2)));
    }
    // Few different ones, so that many are as alike; some with the same lowest bits.
    int[] meanings =
        dice.ints(dice.nextInt(60), 0, 200)
            .map(one -> (one % 3 == 0 ? one << 12 : one * 0x9E3779B1) - (one % 5 << 28))
            .sorted()
            .distinct()
            .toArray();
    return new Sought(n, new Bearings(keys, new long[0], meanings, new byte[0], null));
  }

  private record Ranked(long n, int alike, int common) {}

  private static List<Long> expected(Sought asking, List<Sought> all, int latest) {
    List<Ranked> ranked = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      Sought other = all.get(i);
      Set<String> common = new HashSet<>(asking.bearings().keys());
      common.retainAll(other.bearings().keys());
      if (other.n() < asking.n()) {
        common.removeIf(key -> seen.merge(key, 1, Integer::sum) > latest);
      }
      if (other.n() < asking.n() && !common.isEmpty()) {
        ranked.add(
            new Ranked(
                other.n(),
                ArticleSketch.shared(asking.bearings().meanings(), other.bearings().meanings()),
                common.size()));
      }
    }
    return ranked.stream()
        .sorted(
            Comparator.comparingInt((Ranked one) -> -one.alike())
                .thenComparing(one -> -one.common())
                .thenComparing(Ranked::n))
        .limit(MOST)
        .map(Ranked::n)
        .sorted()
        .toList();
  }

  private List<Sought> filled(SearchIndex index) {
    Random dice = new Random(5);
    List<Sought> all = new ArrayList<>();
    for (int n = 1; n <= ARTICLES; n++) {
      Sought article = made(n, dice);
      all.add(article);
      // Other documents stand between the articles'.
      index.add(((long) n << 20) + 2, n, "en", "said", new Traits());
      index.add((long) n << 20, n, "en", "told", article.bearings());
      if (n == 1000 || n == 1003 || n == 4000) {
        index.commit(STATE);
      }
    }
    index.commit(STATE);
    return all;
  }

  private static void check(SearchIndex index, List<Sought> all, List<Sought> asking, int latest) {
    List<List<Found>> found = index.candidates(asking, MOST, latest);
    for (int i = 0; i < asking.size(); i++) {
      assertThat(found.get(i))
          .extracting(Found::n)
          .as("of " + asking.get(i).n())
          .isEqualTo(expected(asking.get(i), all, latest));
    }
    assertThat(found).anyMatch(some -> some.size() == MOST);
  }

  private static List<Sought> some(List<Sought> all) {
    Random dice = new Random(9);
    return dice.ints(60, 0, ARTICLES).mapToObj(all::get).toList();
  }

  @Test
  void theMostAlikeOfAllAreFoundHoweverTheIndexIsCut() {
    try (SearchIndex index = SearchIndex.writable(folder)) {
      List<Sought> all = filled(index);
      check(index, all, some(all), ARTICLES);
    }
  }

  @Test
  void ofATermThatManyHaveTheLatestBeforeTheOneThatAsksCount() {
    try (SearchIndex index = SearchIndex.writable(folder)) {
      List<Sought> all = filled(index);
      // One at a time, as they come, and many at once.
      check(index, all, some(all), 100);
      check(index, all, all.subList(ARTICLES - 1, ARTICLES), 100);
      check(index, all, all.subList(3900, 4300), 7);
      // An article that was indexed anew stands after later ones.
      index.remove(List.of(1500L, 4200L));
      index.add(1500L << 20, 1500, "en", "told", all.get(1499).bearings());
      index.add(4200L << 20, 4200, "en", "told", all.get(4199).bearings());
      index.commit(STATE);
      check(index, all, some(all), 100);
    }
  }
}
