package dev.detente.ledger.relate;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which links across articles are asked for. Immutable.
 *
 * @param relations empty for all
 * @param article id of an article that they lead from or to; null for any
 * @param least confidence, 0 to 1
 */
public record LinkQuestion(Set<CrossRelation> relations, @Nullable String article, double least) {
  /** All links. */
  public static final LinkQuestion ALL = new LinkQuestion(Set.of(), null, 0);

  public LinkQuestion {
    relations = Set.copyOf(relations);
  }
}
