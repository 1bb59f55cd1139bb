package dev.detente.ledger.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.ledger.relate.ArticleSketch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
    return new Sought(n, new Bearings(keys, new long[0], meanings, new byte[0]));
  }

  private record Ranked(long n, int alike, int common) {}

  private static List<Long> expected(Sought asking, List<Sought> all) {
    List<Ranked> ranked = new ArrayList<>();
    for (Sought other : all) {
      Set<String> common = new HashSet<>(asking.bearings().keys());
      common.retainAll(other.bearings().keys());
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

  @Test
  void theMostAlikeOfAllAreFoundHoweverTheIndexIsCut() {
    Random dice = new Random(5);
    List<Sought> all = new ArrayList<>();
    try (SearchIndex index = SearchIndex.writable(folder)) {
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
      List<Sought> asking = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        asking.add(all.get(dice.nextInt(ARTICLES)));
      }
      List<List<Found>> found = index.candidates(asking, MOST);
      for (int i = 0; i < asking.size(); i++) {
        assertThat(found.get(i))
            .extracting(Found::n)
            .as("of " + asking.get(i).n())
            .isEqualTo(expected(asking.get(i), all));
      }
      assertThat(found).anyMatch(some -> some.size() == MOST);
    }
  }
}
