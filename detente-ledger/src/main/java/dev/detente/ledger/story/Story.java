package dev.detente.ledger.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** Its fields in JSON by name, in order. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("story", id);
    fields.put("articles", articles());
    fields.put("reports", reports.stream().map(Report::fields).toList());
    return fields;
  }

  /** The columns of a table with a row for each article. */
  public static List<String> columns() {
    return List.of("story", "report", "article", "published", "outlet");
  }

  /**
   * Its rows in such a table.
   *
   * @param headings of its articles, by id
   */
  public List<List<@Nullable Object>> rows(Map<String, Heading> headings) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Report report : reports) {
      for (String article : report.printings()) {
        Heading heading = headings.get(article);
        rows.add(
            Arrays.asList(
                id,
                report.original(),
                article,
                heading == null ? null : heading.published(),
                heading == null ? null : heading.outlet()));
      }
    }
    return rows;
  }
}
