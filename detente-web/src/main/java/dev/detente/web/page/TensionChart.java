package dev.detente.web.page;

import dev.detente.ledger.tension.TensionPoint;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tension along time as a picture: conflict above the middle, cooperation below it, with the band
 * that each value lies in nine times of ten. Weeks without an event break the line.
 */
final class TensionChart {
  private static final int[] LIMITS = {10, 25, 50, 100};

  private TensionChart() {}

  /** The table that stands behind pictures of tension, empty. */
  static Figure table(Wording wording) {
    return new Figure(
        List.of(
            wording.of("field_between"),
            wording.of("week"),
            wording.of("nav_tension"),
            wording.of("from"),
            wording.of("to"),
            wording.of("events")));
  }

  /** How far up and down points reach: the same for pictures that stand beside each other. */
  static int limit(List<List<TensionPoint>> all) {
    double most = 0;
    for (List<TensionPoint> points : all) {
      for (TensionPoint point : points) {
        most = Math.max(most, reach(point.value()));
        most = Math.max(most, Math.max(reach(point.low()), reach(point.high())));
      }
    }
    for (int limit : LIMITS) {
      if (most <= limit) {
        return limit;
      }
    }
    return LIMITS[LIMITS.length - 1];
  }

  private static double reach(@Nullable Double value) {
    return value == null ? 0 : Math.abs(value);
  }

  /**
   * Draws the points that have a value, and adds them to the table behind them; null without any.
   *
   * @param name what it is the tension of
   * @param limit how far up and down it reaches
   * @param first the day at the left, for small ones that stand beside each other; null when it
   *     stands alone and is large
   * @param last that at the right
   */
  static @Nullable Svg draw(
      String name,
      List<TensionPoint> points,
      Figure table,
      int limit,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      Wording wording) {
    boolean large = first == null;
    List<TensionPoint> known = points.stream().filter(point -> point.value() != null).toList();
    if (known.isEmpty()) {
      return null;
    }
    int width = large ? 1080 : 340;
    int half = large ? 110 : 44;
    int top = 14;
    int middle = top + half;
    int height = middle + half + 30;
    TimeScale scale =
        new TimeScale(
            first == null ? known.get(0).from() : first,
            last == null ? known.get(known.size() - 1).from().plusDays(6) : last,
            large ? 96 : 34,
            width - 64);
    Svg svg =
        new Svg(
            width,
            height,
            large ? "tension" : "tension small",
            wording.of("tension_chart") + ": " + name);
    scale.draw(svg, height - 4, middle + half, wording);
    svg.text("mark", "end", large ? 88 : 28, top + 8, "+" + limit);
    svg.text("mark", "end", large ? 88 : 28, middle + 4, "0");
    svg.text("mark", "end", large ? 88 : 28, middle + half, "\u2212" + limit);
    if (large) {
      svg.text("name conflict", "start", 0, top + 30, wording.of("conflict"));
      svg.text("name cooperation", "start", 0, middle + half - 22, wording.of("cooperation"));
    }
    svg.line("axis", large ? 92 : 32, middle, width - 64, middle);
    double beforeX = Double.NaN;
    double beforeY = Double.NaN;
    LocalDate before = LocalDate.MIN;
    double y = middle;
    for (TensionPoint point : known) {
      double value = value(point.value());
      double low = point.low() == null ? value : point.low();
      double high = point.high() == null ? value : point.high();
      double x = scale.middle(point.from().toEpochDay() + 3);
      double band =
          Math.max(5, Math.min(26, scale.x(point.from().plusDays(7)) - scale.x(point.from())));
      String tone = value > 0 ? "conflict" : value < 0 ? "cooperation" : "neutral";
      y = y(value, limit, middle, half);
      if (high > low) {
        double up = y(high, limit, middle, half);
        svg.rect("band", x - band / 2, up, band, y(low, limit, middle, half) - up);
      }
      if (before.plusWeeks(1).equals(point.from())) {
        svg.line("thread", beforeX, beforeY, x, y);
      }
      svg.group(null, Dates.day(point.from(), wording) + ": " + Shown.decimal(value, wording));
      svg.circle(tone, x, y, large ? 5 : 3.5);
      svg.endGroup();
      beforeX = x;
      beforeY = y;
      before = point.from();
      table.row(
          null,
          name,
          Dates.day(point.from(), wording),
          Shown.decimal(value, wording),
          Shown.decimal(low, wording),
          Shown.decimal(high, wording),
          String.format(wording.locale(), "%.1f", point.events()));
    }
    double end = value(known.get(known.size() - 1).value());
    svg.text("value", "start", beforeX + 12, y + 5, Shown.decimal(end, wording));
    return svg;
  }

  private static double value(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  private static double y(double value, int limit, int middle, int half) {
    return middle - half * Math.max(-limit, Math.min(limit, value)) / limit;
  }
}
