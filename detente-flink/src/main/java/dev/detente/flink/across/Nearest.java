package dev.detente.flink.across;

import dev.detente.ledger.relate.CandidateIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The earlier articles that an article is compared with, as the ledger chooses them: those with
 * most meanings in common, then with most keys, then the first, {@link CandidateIndex#MOST} at
 * most. Stateless.
 */
public final class Nearest {
  private Nearest() {}

  /**
   * The chosen, in order.
   *
   * @param common keys that each has in common with the article, by its place
   * @param alike meanings that each has in common with it
   * @param fewest keys in common
   */
  public static List<Long> of(Map<Long, Integer> common, Map<Long, Integer> alike, int fewest) {
    List<Long> chosen = new ArrayList<>(common.keySet());
    chosen.removeIf(article -> common.getOrDefault(article, 0) < fewest);
    chosen.sort(
        Comparator.comparing((Long article) -> alike.getOrDefault(article, 0))
            .thenComparing(article -> common.getOrDefault(article, 0))
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    return chosen.subList(0, Math.min(CandidateIndex.MOST, chosen.size()));
  }
}
