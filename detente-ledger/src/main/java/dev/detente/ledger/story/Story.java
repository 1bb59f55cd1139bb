package dev.detente.ledger.story;

import java.util.List;

/**
 * Articles that tell the same.
 *
 * @param id of its first article
 * @param reports independent reports, by their originals
 */
public record Story(String id, List<Report> reports) {
  public Story {
    reports = List.copyOf(reports);
  }

  /** The ids of all articles that tell it, report by report. */
  public List<String> articles() {
    return reports.stream().flatMap(report -> report.printings().stream()).toList();
  }

  /** How many articles tell it. */
  public int printings() {
    return reports.stream().mapToInt(report -> report.printings().size()).sum();
  }
}
