package dev.detente.web.page;

import dev.detente.ledger.Survey;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Weeks as an SVG picture: events of cooperation above the line, of conflict below it, drawn to the
 * same scale. Labels stand at the bars; a table with the same numbers belongs behind it.
 */
final class WeekChart {
  private static final int WIDTH = 720;
  private static final int HALF = 70;
  private static final int TWO_LABELS = 170;
  private static final int MOST_WEEKS = 104;

  /** What lies before a longer silence is history told in passing. */
  private static final int MOST_EMPTY = 26;

  private WeekChart() {}

  /** The last weeks, at most two years of them; empty without any. */
  static String draw(List<Survey.Week> weeks, Wording wording) {
    if (weeks.isEmpty()) {
      return "";
    }
    LocalDate last = weeks.get(weeks.size() - 1).from();
    LocalDate first = last;
    for (int i = weeks.size() - 2; i >= 0; i--) {
      LocalDate before = weeks.get(i).from();
      if (ChronoUnit.WEEKS.between(before, first) > MOST_EMPTY) {
        break;
      }
      first = before;
    }
    if (ChronoUnit.WEEKS.between(first, last) >= MOST_WEEKS) {
      first = last.minusWeeks(MOST_WEEKS - 1);
    }
    int count = (int) ChronoUnit.WEEKS.between(first, last) + 1;
    double step = Math.min(28, (double) WIDTH / count);
    long most = 1;
    for (Survey.Week week : weeks) {
      most = Math.max(most, Math.max(week.conflict(), week.cooperation()));
    }
    StringBuilder svg =
        new StringBuilder(
                "<svg class=\"weeks\" viewBox=\"0 0 "
                    + WIDTH
                    + " "
                    + (2 * HALF + 40)
                    + "\" role=\"img\" aria-label=\"")
            .append(wording.of("overview_chart"))
            .append("\">");
    for (Survey.Week week : weeks) {
      long place = ChronoUnit.WEEKS.between(first, week.from());
      if (place < 0) {
        continue;
      }
      double x = place * step;
      double up = (double) HALF * week.cooperation() / most;
      double down = (double) HALF * week.conflict() / most;
      bar(svg, "cooperation", x, 10 + HALF - up, step, up);
      bar(svg, "conflict", x, 10 + HALF, step, down);
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"axis\" x1=\"0\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>",
            10 + HALF,
            WIDTH,
            10 + HALF));
    label(svg, 0, 2 * HALF + 32, "start", first.toString());
    if (count > 1) {
      label(
          svg,
          Math.max(TWO_LABELS, Math.min(WIDTH, count * step)),
          2 * HALF + 32,
          "end",
          last.toString());
    }
    return svg.append("</svg>").toString();
  }

  private static void bar(
      StringBuilder svg, String kind, double x, double y, double step, double height) {
    if (height > 0) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
              kind,
              x + 1,
              y,
              Math.max(1, step - 2),
              height));
    }
  }

  private static void label(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
            x,
            y,
            anchor,
            text));
  }
}
