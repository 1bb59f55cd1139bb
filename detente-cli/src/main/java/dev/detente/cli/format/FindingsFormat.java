package dev.detente.cli.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.ledger.Finding;
import dev.detente.ledger.export.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Statements and events that were found, one after the other. */
public abstract sealed class FindingsFormat {
  /** For people. */
  public static FindingsFormat text(int columns, Style style) {
    return new Text(columns, style);
  }

  /** One JSON object a line. */
  public static FindingsFormat jsonLines() {
    return new JsonLines();
  }

  /** For spreadsheets, with a line of headings. */
  public static FindingsFormat csv() {
    return new CommaSeparated();
  }

  /** Whether it is for people. */
  public boolean isText() {
    return this instanceof Text;
  }

  /** What comes first. */
  public String before() {
    return "";
  }

  /** One statement or event with the end of its line. */
  public abstract String render(Finding finding);

  /**
   * What comes last.
   *
   * @param shown how many came before
   * @param limit the most that might; 0 for all
   */
  public String after(int shown, int limit) {
    return "";
  }

  private static final class Text extends FindingsFormat {
    private static final int MOST_COLUMNS = 110;
    private static final int FEWEST_COLUMNS = 40;
    private static final int DAY = 11;
    private static final int INDENT = 22;
    private static final int NARROW = 60;
    private static final int MOST_LINES = 3;

    private final int columns;
    private final int indent;
    private final Style style;

    Text(int columns, Style style) {
      this.columns = Math.max(FEWEST_COLUMNS, Math.min(MOST_COLUMNS, columns));
      this.indent = this.columns < NARROW ? DAY : INDENT;
      this.style = style;
    }

    @Override
    public String render(Finding finding) {
      String date = finding.date() != null ? finding.date() : finding.published();
      Row row =
          new Row(
              columns,
              indent,
              Columns.safe(Columns.cut(finding.article(), 24)) + " " + finding.id());
      row.add(
          0,
          Columns.pad(Columns.cut(date == null ? "undated" : date, DAY - 1), DAY - 1),
          finding.date() != null ? UnaryOperator.identity() : style::dim);
      row.at(DAY, finding.what(), finding.event() ? style::yellow : style::cyan);
      row.at(indent, names(finding.who()), style::bold);
      if (!finding.whom().isEmpty()) {
        row.add(1, "→ " + names(finding.whom()), UnaryOperator.identity());
      }
      StringBuilder out = new StringBuilder(row.render(style::dim));
      List<String> facts = new ArrayList<>();
      add(facts, finding.mode());
      add(facts, finding.status());
      add(facts, finding.place());
      add(facts, finding.outlet());
      if (!facts.isEmpty()) {
        lines(
            out,
            List.of(Columns.cut(Columns.safe(String.join(" · ", facts)), columns - indent)),
            style::cyan);
      }
      List<String> words = Columns.wrap(Columns.safe(finding.words()), columns - indent);
      if (words.size() > MOST_LINES) {
        words = new ArrayList<>(words.subList(0, MOST_LINES));
        words.set(MOST_LINES - 1, Columns.cut(words.get(MOST_LINES - 1) + " …", columns - indent));
      }
      lines(out, words, finding.event() ? style::dim : UnaryOperator.identity());
      return out.append('\n').toString();
    }

    private void lines(StringBuilder out, List<String> lines, UnaryOperator<String> how) {
      for (String line : lines) {
        out.append(" ".repeat(indent)).append(how.apply(line)).append('\n');
      }
    }

    private static void add(List<String> facts, @Nullable String fact) {
      if (fact != null) {
        facts.add(fact);
      }
    }

    private static String names(List<String> names) {
      return names.isEmpty() ? "(not told)" : Columns.safe(String.join(", ", names));
    }

    @Override
    public String after(int shown, int limit) {
      return shown == 0
          ? style.dim("nothing found") + "\n"
          : shown == limit ? style.dim("the newest " + limit + "; --limit shows more") + "\n" : "";
    }
  }

  private static final class JsonLines extends FindingsFormat {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String render(Finding finding) {
      try {
        return JSON.writeValueAsString(finding.fields()) + "\n";
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final class CommaSeparated extends FindingsFormat {
    @Override
    public String before() {
      return Csv.line(Finding.columns().toArray());
    }

    @Override
    public String render(Finding finding) {
      return Csv.line(finding.cells().toArray());
    }
  }
}
