package dev.detente.ledger.story;

import java.util.List;

/**
 * One report, however many outlets print it: twenty outlets with one wire story are one report with
 * twenty printings.
 *
 * @param original id of the article that printed it first
 * @param printings ids of all articles that print it, the original among them, in order
 */
public record Report(String original, List<String> printings) {
  public Report {
    printings = List.copyOf(printings);
  }
}
