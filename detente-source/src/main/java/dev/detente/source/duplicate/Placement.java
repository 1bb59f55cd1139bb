package dev.detente.source.duplicate;

import java.util.List;

/**
 * Where a new report belongs among groups of earlier ones. Immutable.
 *
 * @param joins numbers of the groups of which it is one more printing, in the order they were
 *     given; empty when it is a report of its own, several when it shows that these are one
 * @param changes the reports of which it is a changed version: a correction, a denial, another
 *     number or name
 */
public record Placement(List<Integer> joins, List<Change> changes) {
  /**
   * A report that has a sentence of the new one in other words.
   *
   * @param report its id
   * @param difference the words that differ, {@code bordet → bordet ikke}, the new report's last
   */
  public record Change(String report, String difference) {}

  public Placement {
    joins = List.copyOf(joins);
    changes = List.copyOf(changes);
  }

  /** Whether nobody printed it before. */
  public boolean isOriginal() {
    return joins.isEmpty();
  }
}
