package dev.detente.web.page;

import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.story.DemandLife;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Demands along one time, a line each, with a mark for everything that became of them. */
final class DemandChart {
  private static final int WIDTH = 1080;
  private static final int ROW = 26;
  private static final int LEFT = 400;
  private static final int AROUND = 3;
  private static final int LONGEST = 56;

  private DemandChart() {}

  /** Draws demands with the table behind them; null when no day is known. */
  static @Nullable Map<String, Object> draw(List<DemandLife> lives, Wording wording) {
    TimeScale scale =
        TimeScale.around(
            lives.stream()
                .flatMap(life -> life.stages().stream())
                .map(stage -> stage.voice().days()),
            AROUND,
            LEFT,
            WIDTH);
    if (scale == null) {
      return null;
    }
    int height = lives.size() * ROW + 40;
    Svg svg = new Svg(WIDTH, height, "demands-chart", wording.of("demands_chart"));
    scale.draw(svg, height - 4, 4, wording);
    Figure table =
        new Figure(
            List.of(
                wording.of("demand"),
                wording.of("field_speaker"),
                wording.of("stage"),
                wording.of("time")));
    double y = 20;
    int number = 0;
    for (DemandLife life : lives) {
      String who = life.stages().get(0).voice().speakerName();
      String words = life.stages().get(0).voice().words();
      String text = (who == null ? "" : who + ": ") + words;
      svg.link("#d" + number++, text);
      svg.text("row", "start", 0, y + 4.5, cut(text));
      svg.end();
      double from = Double.NaN;
      double to = Double.NaN;
      for (DemandLife.Stage stage : life.stages()) {
        DayRange days = stage.voice().days();
        if (days != null) {
          double x = (scale.x(days.first()) + scale.x(days.last() + 1)) / 2;
          from = Double.isNaN(from) ? x : Math.min(from, x);
          to = Double.isNaN(to) ? x : Math.max(to, x);
        }
      }
      if (to > from) {
        svg.line("thread", from, y, to, y);
      }
      double before = Double.NEGATIVE_INFINITY;
      for (DemandLife.Stage stage : life.stages()) {
        DayRange days = stage.voice().days();
        String label = wording.label("stage", stage.kind().label());
        if (days != null) {
          if (days.days() > 1) {
            svg.line("maybe", scale.x(days.first()), y, scale.x(days.last() + 1), y);
          }
          double x = Math.max((scale.x(days.first()) + scale.x(days.last() + 1)) / 2, before + 13);
          before = x;
          svg.group(null, label + ", " + Dates.range(days, wording));
          mark(svg, stage.kind(), x, y);
          svg.endGroup();
        }
        table.row(
            Shown.at(stage.voice().end().article(), stage.voice().end().id()),
            cut(words),
            stage.voice().speakerName(),
            label,
            Dates.range(days, wording));
      }
      y += ROW;
    }
    return table.with(svg);
  }

  /** The mark of a stage; told apart by its form. */
  static void mark(Svg svg, DemandLife.Kind kind, double x, double y) {
    switch (kind) {
      case RAISED -> svg.circle("stage raised", x, y, 5);
      case REPEATED -> svg.circle("stage repeated", x, y, 4);
      case HARDENED -> svg.path("stage hardened", path("M%.1f %.1fl6 11h-12z", x, y - 7));
      case SOFTENED -> svg.path("stage softened", path("M%.1f %.1fl6-11h-12z", x, y + 6));
      case REJECTED ->
          svg.path("stage rejected", path("M%.1f %.1fl10 10m0-10l-10 10", x - 5, y - 5));
      case MET -> svg.path("stage met", path("M%.1f %.1fl4 5 7-10", x - 5, y));
    }
  }

  private static String path(String format, double x, double y) {
    return String.format(Locale.ROOT, format, x, y);
  }

  private static String cut(String words) {
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1).strip() + "\u2026";
  }
}
