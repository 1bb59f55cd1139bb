package dev.detente.ledger.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** Its fields in JSON by name, in order. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("original", original);
    fields.put("printings", printings);
    return fields;
  }
}
