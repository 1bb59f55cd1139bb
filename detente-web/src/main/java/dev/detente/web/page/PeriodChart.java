package dev.detente.web.page;

import dev.detente.ledger.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much was said and done in stretches of time, as a picture: statements above the line, events
 * below it, these in the colour of their mean.
 */
final class PeriodChart {
  private static final int WIDTH = 1080;
  private static final int HALF = 52;
  private static final int MONTH_DAYS = 31;
  private static final int DAYS = 70;
  private static final int WEEKS = 700;
  private static final int MONTHS = 4000;

  private PeriodChart() {}

  /** How long the stretches are, so that there are neither too many nor too few of them. */
  static Period.Length length(@Nullable LocalDate first, @Nullable LocalDate last) {
    long days = first == null || last == null ? 0 : last.toEpochDay() - first.toEpochDay();
    return days <= DAYS
        ? Period.Length.DAY
        : days <= WEEKS
            ? Period.Length.WEEK
            : days <= MONTHS ? Period.Length.MONTH : Period.Length.YEAR;
  }

  /** The stretches in order with the table behind them; null without any. */
  static @Nullable Map<String, Object> draw(
      List<Period> periods, Period.Length length, String label, Wording wording) {
    if (periods.isEmpty()) {
      return null;
    }
    LocalDate first = periods.get(0).from();
    LocalDate last = end(periods.get(periods.size() - 1).from(), length);
    if (last.toEpochDay() - first.toEpochDay() < MONTH_DAYS) {
      last = first.plusDays(MONTH_DAYS);
    }
    int middle = HALF + 12;
    int height = middle + HALF + 30;
    TimeScale scale = new TimeScale(first, last, 96, WIDTH);
    long most = 1;
    for (Period period : periods) {
      most = Math.max(most, Math.max(period.statements(), period.events()));
    }
    Svg svg = new Svg(WIDTH, height, "periods", label);
    scale.draw(svg, height - 4, middle + HALF, wording);
    svg.text("name", "start", 0, middle - 10, wording.of("statements"));
    svg.text("name", "start", 0, middle + 20, wording.of("events"));
    Figure table =
        new Figure(
            List.of(
                wording.of("time"),
                wording.of("statements"),
                wording.of("events"),
                wording.of("mean")));
    for (Period period : periods) {
      double x = scale.x(period.from());
      double width = Math.min(28, scale.x(end(period.from(), length).plusDays(1)) - x - 1.5);
      double up = (double) HALF * period.statements() / most;
      double down = (double) HALF * period.events() / most;
      Double score = period.score();
      String name = name(period.from(), length, wording);
      svg.group(
          null,
          name
              + ": "
              + period.statements()
              + " "
              + wording.of("statements")
              + ", "
              + period.events()
              + " "
              + wording.of("events"));
      if (up > 0) {
        svg.rect("said", x, middle - up, width, up);
      }
      if (down > 0) {
        svg.rect(score == null ? "neutral" : Shown.tone(score), x, middle, width, down);
      }
      svg.endGroup();
      table.row(
          "/find?since=" + period.from() + "&until=" + end(period.from(), length),
          name,
          period.statements(),
          period.events(),
          score == null ? "" : Shown.decimal(score, wording));
    }
    svg.line("axis", 90, middle, WIDTH, middle);
    return table.with(svg);
  }

  private static String name(LocalDate from, Period.Length length, Wording wording) {
    return switch (length) {
      case DAY, WEEK -> Dates.day(from, wording);
      case MONTH -> Dates.month(from, wording);
      case YEAR -> Integer.toString(from.getYear());
    };
  }

  /** The last day of a stretch. */
  private static LocalDate end(LocalDate from, Period.Length length) {
    return switch (length) {
      case DAY -> from;
      case WEEK -> from.plusDays(6);
      case MONTH -> from.plusMonths(1).minusDays(1);
      case YEAR -> from.plusYears(1).minusDays(1);
    };
  }
}
