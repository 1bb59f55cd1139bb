package dev.detente.web.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A picture with the table that stands behind it, as values for the template. One thread. */
final class Figure {
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final List<String> heads;

  /**
   * @param heads of the table's columns
   */
  Figure(List<String> heads) {
    this.heads = heads;
  }

  /**
   * Adds a row.
   *
   * @param href where its first cell leads; null for nowhere
   */
  void row(@Nullable String href, @Nullable Object... cells) {
    Map<String, Object> row = new HashMap<>();
    row.put("href", href);
    row.put("first", String.valueOf(cells[0]));
    List<String> rest = new ArrayList<>();
    for (int i = 1; i < cells.length; i++) {
      Object cell = cells[i];
      rest.add(cell == null ? "" : cell.toString());
    }
    row.put("cells", rest);
    rows.add(row);
  }

  /** The values; null when there is nothing to draw. */
  @Nullable Map<String, Object> with(@Nullable Object svg) {
    return svg == null || rows.isEmpty()
        ? null
        : Map.of("svg", svg.toString(), "heads", heads, "rows", rows);
  }
}
