package dev.detente.ledger.relate;

import java.util.Comparator;

/**
 * A link between two articles.
 *
 * @param from for {@link CrossRelation#SAME} the one of the article whose id comes first; else the
 *     statement that denies, rejects, confirms, repeats or answers
 * @param confidence probability that the link is right, 0 to 1
 * @param why what speaks for it
 */
public record CrossLink(End from, CrossRelation relation, End to, double confidence, String why) {
  /** By ends, then by relation. */
  public static final Comparator<CrossLink> ORDER =
      Comparator.comparing(CrossLink::from)
          .thenComparing(CrossLink::to)
          .thenComparing(CrossLink::relation);
}
