package dev.detente.cli.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.ledger.export.Csv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of named columns: for people as a table whose columns are as wide as what they hold and give
 * way when there is no room, for programs as JSON Lines or CSV. A table is kept until its end,
 * other forms are written row by row. Not thread-safe.
 */
public final class Grid {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int GAP = 2;

  /** Narrower than this no column becomes. */
  private static final int NARROWEST = 6;

  private final String format;
  private final int width;
  private final Style style;
  private final List<String> names;
  private final List<List<String>> rows = new ArrayList<>();
  private final boolean[] numbers;

  /**
   * @param format {@code text}, {@code jsonl} or {@code csv}
   * @param width columns of the terminal
   * @param names of the columns
   */
  public Grid(String format, int width, Style style, List<String> names) {
    this.format = format;
    this.width = width;
    this.style = style;
    this.names = List.copyOf(names);
    this.numbers = new boolean[names.size()];
    Arrays.fill(numbers, true);
  }

  /** What comes before the rows. */
  public String before() {
    return format.equals("csv") ? Csv.line(names.toArray()) : "";
  }

  /**
   * Takes a row.
   *
   * @param values strings, numbers, booleans, collections of them, or null
   * @return what is to be written of it now
   */
  public String row(List<? extends @Nullable Object> values) {
    return switch (format) {
      case "csv" -> Csv.line(values.stream().map(Grid::plain).toArray());
      case "jsonl" -> json(values);
      default -> {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
          Object value = values.get(i);
          numbers[i] &= value == null || value instanceof Number;
          cells.add(value == null ? "" : Columns.safe(shown(value)));
        }
        rows.add(cells);
        yield "";
      }
    };
  }

  /** An object as a line of JSON, in which its own names stand. */
  public static String object(Map<String, ? extends @Nullable Object> fields) {
    try {
      return JSON.writeValueAsString(fields) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String json(List<? extends @Nullable Object> values) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Object value = values.get(i);
      boolean known =
          value == null
              || value instanceof Number
              || value instanceof Boolean
              || value instanceof Collection<?>
              || value instanceof Map<?, ?>;
      object.put(names.get(i), known ? value : String.valueOf(value));
    }
    return object(object);
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof Collection<?> ? shown(value) : value;
  }

  private static String shown(Object value) {
    if (value instanceof Double number) {
      String rounded = String.format(Locale.ROOT, "%.2f", number);
      return rounded.endsWith(".00") && Math.abs(number) >= 1000
          ? rounded.substring(0, rounded.length() - 3)
          : rounded;
    }
    if (value instanceof Collection<?> many) {
      return String.join("; ", many.stream().map(String::valueOf).toList());
    }
    return String.valueOf(value);
  }

  /** What comes after the rows: for people the whole table. */
  public String after() {
    if (!format.equals("text")) {
      return "";
    }
    if (rows.isEmpty()) {
      return style.dim("nothing found") + "\n";
    }
    int[] widths = widths();
    StringBuilder out = new StringBuilder();
    StringBuilder head = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      cell(head, names.get(i), widths[i], i);
    }
    out.append(style.bold(head.toString().stripTrailing())).append('\n');
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        cell(line, row.get(i), widths[i], i);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private void cell(StringBuilder line, String text, int width, int column) {
    String cut = Columns.cut(text, width);
    String blanks = " ".repeat(width - Columns.width(cut));
    line.append(numbers[column] ? blanks + cut : cut + blanks).append(" ".repeat(GAP));
  }

  /** As wide as what they hold; the widest give way first. */
  private int[] widths() {
    int[] widths = new int[names.size()];
    int sum = GAP * (names.size() - 1);
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Columns.width(names.get(i));
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], Columns.width(row.get(i)));
      }
      sum += widths[i];
    }
    while (sum > width) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST) {
        break;
      }
      int less = Math.min(sum - width, Math.max(1, widths[widest] - second(widths, widest)));
      less = Math.min(less, widths[widest] - NARROWEST);
      widths[widest] -= less;
      sum -= less;
    }
    return widths;
  }

  private static int second(int[] widths, int widest) {
    int second = NARROWEST;
    for (int i = 0; i < widths.length; i++) {
      second = i == widest ? second : Math.max(second, widths[i]);
    }
    return Math.min(second, widths[widest]);
  }
}
