package dev.detente.web.page;

import dev.detente.ledger.tension.TensionPoint;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Tension along time as an SVG picture: conflict above the middle, cooperation below it, each point
 * with the band that it lies in nine times of ten. A table with the same numbers belongs behind it.
 */
final class TensionChart {
  private static final int WIDTH = 720;
  private static final int TOP = 12;
  private static final int HALF = 90;
  private static final int MOST = 100;

  private TensionChart() {}

  /** Draws the points that have a value; empty without any. */
  static String draw(List<TensionPoint> points, Wording wording) {
    List<TensionPoint> known = points.stream().filter(point -> point.value() != null).toList();
    if (known.isEmpty()) {
      return "";
    }
    LocalDate first = known.get(0).from();
    LocalDate last = known.get(known.size() - 1).from();
    double days = Math.max(7, ChronoUnit.DAYS.between(first, last));
    StringBuilder svg =
        new StringBuilder("<svg class=\"weeks\" viewBox=\"0 0 ")
            .append(WIDTH)
            .append(' ')
            .append(TOP + 2 * HALF + 32)
            .append("\" role=\"img\" aria-label=\"")
            .append(wording.of("tension_chart"))
            .append("\">");
    int middle = TOP + HALF;
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"axis\" x1=\"0\" y1=\"%1$d\" x2=\"%2$d\" y2=\"%1$d\"/>",
            middle,
            WIDTH));
    for (TensionPoint point : known) {
      double x = 8 + (WIDTH - 16) * ChronoUnit.DAYS.between(first, point.from()) / days;
      Double value = point.value();
      Double low = point.low();
      Double high = point.high();
      if (value == null) {
        continue;
      }
      String tone = value > 0 ? "conflict" : "cooperation";
      if (low != null && high != null) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<line class=\"band %s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                tone,
                x,
                y(low),
                x,
                y(high)));
      }
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>",
              tone,
              x,
              y(value)));
    }
    int under = TOP + 2 * HALF + 26;
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"0\" y=\"%d\">%s</text><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
            under,
            first,
            WIDTH,
            under,
            last));
    return svg.append("</svg>").toString();
  }

  private static double y(double value) {
    return TOP + HALF - HALF * Math.max(-MOST, Math.min(MOST, value)) / MOST;
  }
}
