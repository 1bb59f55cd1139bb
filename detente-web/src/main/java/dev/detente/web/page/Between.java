package dev.detente.web.page;

import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.tension.Step;
import dev.detente.ledger.tension.Tension;
import dev.detente.ledger.tension.TensionPoint;
import dev.detente.record.EventStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tension between countries week by week, with the events that are shown of it. Immutable.
 *
 * @param evidence by the id of a deed
 */
record Between(List<TensionPoint> points, Map<String, Told> evidence) {
  /** Of one deed that many articles tell, so many are shown. */
  private static final int MOST = 12;

  /**
   * Who tells of a deed.
   *
   * @param some the first of them
   * @param more how many others
   */
  record Told(List<AcrossArticles.Evidence> some, int more) {}

  static Between of(Ledger ledger, Kept kept, List<String> parties) {
    AcrossArticles.Deeds deeds = new AcrossArticles(ledger).deeds(parties, kept.grouping(ledger));
    List<TensionPoint> points =
        Tension.between(parties, deeds.deeds(), EventStatus.ACTUAL, Step.WEEK);
    Map<String, Told> evidence = new HashMap<>();
    for (TensionPoint point : points) {
      for (TensionPoint.Part part : point.parts()) {
        List<AcrossArticles.Evidence> all = deeds.evidence().getOrDefault(part.event(), List.of());
        int shown = Math.min(MOST, all.size());
        evidence.put(
            part.event(), new Told(List.copyOf(all.subList(0, shown)), all.size() - shown));
      }
    }
    return new Between(points, Map.copyOf(evidence));
  }
}
