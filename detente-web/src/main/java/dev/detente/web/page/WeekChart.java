package dev.detente.web.page;

import dev.detente.ledger.Survey;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Weeks as a picture: events of cooperation above the line, of conflict below it, drawn to the same
 * scale, and the biggest of them named where they stand.
 */
final class WeekChart {
  private static final int WIDTH = 1080;
  private static final int HALF = 78;
  private static final int ROW = 17;
  private static final int ROWS = 3;
  private static final int MOST_WEEKS = 104;
  private static final int FEWEST_WEEKS = 5;
  private static final int LONGEST = 30;
  private static final double LETTER = 6.6;

  /** What lies before a longer silence is history told in passing. */
  private static final int MOST_EMPTY = 26;

  private WeekChart() {}

  /** The first of the weeks that are drawn: at most two years. */
  static @Nullable LocalDate first(List<Survey.Week> weeks) {
    if (weeks.isEmpty()) {
      return null;
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
    return ChronoUnit.WEEKS.between(first, last) >= MOST_WEEKS
        ? last.minusWeeks(MOST_WEEKS - 1)
        : first;
  }

  /**
   * The last weeks with the table behind them; null without any.
   *
   * @param big events to be named, the biggest first
   */
  static @Nullable Map<String, Object> draw(
      List<Survey.Week> weeks, List<Survey.Big> big, Wording wording) {
    LocalDate first = first(weeks);
    if (first == null) {
      return null;
    }
    LocalDate last = weeks.get(weeks.size() - 1).from();
    LocalDate begin = first;
    List<Survey.Week> shown = weeks.stream().filter(week -> !week.from().isBefore(begin)).toList();
    LocalDate end = last;
    if (ChronoUnit.WEEKS.between(first, last) < FEWEST_WEEKS) {
      end = first.plusWeeks(FEWEST_WEEKS);
    }
    int top = ROWS * ROW + 14;
    int middle = top + HALF;
    int height = middle + HALF + ROWS * ROW + 40;
    TimeScale scale = new TimeScale(first, end.plusDays(6), 96, WIDTH);
    long most = 1;
    for (Survey.Week week : shown) {
      most = Math.max(most, Math.max(week.conflict(), week.cooperation()));
    }
    Svg svg = new Svg(WIDTH, height, "weeks", wording.of("overview_chart"));
    scale.draw(svg, height - 6, middle, wording);
    svg.text("name cooperation", "start", 0, middle - 10, wording.of("cooperation"));
    svg.text("name conflict", "start", 0, middle + 20, wording.of("conflict"));
    Figure table =
        new Figure(
            List.of(
                wording.of("week"),
                wording.of("cooperation"),
                wording.of("conflict"),
                wording.of("mean")));
    for (Survey.Week week : shown) {
      double x = scale.x(week.from());
      double width = Math.min(64, scale.x(week.from().plusDays(7)) - x - 2);
      double up = (double) HALF * week.cooperation() / most;
      double down = (double) HALF * week.conflict() / most;
      svg.group(
          null,
          Dates.day(week.from(), wording)
              + ": "
              + wording.of("cooperation")
              + " "
              + week.cooperation()
              + ", "
              + wording.of("conflict")
              + " "
              + week.conflict());
      if (up > 0) {
        svg.rect("cooperation", x, middle - up, width, up);
      }
      if (down > 0) {
        svg.rect("conflict", x, middle, width, down);
      }
      svg.endGroup();
      table.row(
          "/find?since=" + week.from() + "&until=" + week.from().plusDays(6),
          Dates.day(week.from(), wording),
          week.cooperation(),
          week.conflict(),
          Shown.decimal(week.mean(), wording));
    }
    svg.line("axis", 90, middle, WIDTH, middle);
    name(big, svg, scale, middle, shown, most, wording);
    return table.with(svg);
  }

  /**
   * A name beside its week.
   *
   * @param at where its leader stands
   * @param from where the words begin; {@code to}: where they end
   * @param end where the leader ends at the bar
   */
  private record Label(
      Survey.Big deed, String text, boolean up, double at, double from, double to, double end) {
    boolean meets(Label other) {
      return up == other.up && other.from < to + 14 && from < other.to + 14;
    }

    /** Whether the words stand where the leader of a label further out passes. */
    boolean crosses(Label leader) {
      return up == leader.up && from - 2 < leader.at && leader.at < to + 2;
    }
  }

  /**
   * Names the biggest events above and below their weeks, as many as there is room for. Rows are
   * given from the right, so that no leader passes through the words of another.
   */
  private static void name(
      List<Survey.Big> big,
      Svg svg,
      TimeScale scale,
      int middle,
      List<Survey.Week> shown,
      long most,
      Wording wording) {
    List<Label> chosen = new ArrayList<>();
    for (Survey.Big deed : big) {
      Label label = label(deed, scale, middle, shown, most, wording);
      if (label != null && chosen.stream().filter(label::meets).count() < ROWS) {
        chosen.add(label);
      }
    }
    chosen.sort(Comparator.comparingDouble((Label label) -> -label.at()));
    List<List<Label>> rows = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      rows.add(new ArrayList<>());
    }
    for (Label label : chosen) {
      for (int row = 0; row < ROWS; row++) {
        if (isFree(label, row, rows)) {
          rows.get(row).add(label);
          draw(label, row, svg, middle);
          break;
        }
      }
    }
  }

  private static boolean isFree(Label label, int row, List<List<Label>> rows) {
    for (int other = 0; other < ROWS; other++) {
      for (Label placed : rows.get(other)) {
        if (other == row && label.meets(placed)
            || other < row && placed.crosses(label)
            || other > row && label.crosses(placed)) {
          return false;
        }
      }
    }
    return true;
  }

  private static @Nullable Label label(
      Survey.Big deed,
      TimeScale scale,
      int middle,
      List<Survey.Week> shown,
      long most,
      Wording wording) {
    LocalDate week = deed.day().minusDays(deed.day().getDayOfWeek().getValue() - 1L);
    Survey.Week at = shown.stream().filter(one -> one.from().equals(week)).findFirst().orElse(null);
    if (at == null) {
      return null;
    }
    boolean up = deed.score() > 0;
    String text =
        wording.label("type", deed.type())
            + (deed.who() == null ? "" : ": " + cut(deed.who()))
            + (deed.whom() == null ? "" : " \u2192 " + cut(deed.whom()));
    double length = LETTER * text.length();
    double x = scale.x(week) + 4;
    double from = x + length > WIDTH ? x - length : x;
    double bar = (double) HALF * (up ? at.cooperation() : at.conflict()) / most;
    return new Label(deed, text, up, x - 2, from, from + length, up ? middle - bar : middle + bar);
  }

  private static void draw(Label label, int row, Svg svg, int middle) {
    double y = label.up() ? middle - HALF - 10 - row * ROW : middle + HALF + 20 + row * ROW;
    boolean flipped = label.from() < label.at();
    svg.line("leader", label.at(), label.end(), label.at(), label.up() ? y + 3 : y - 12);
    svg.link(
        "/articles/" + Asked.encoded(label.deed().article()) + "#" + label.deed().id(),
        label.text());
    svg.text("big", flipped ? "end" : "start", label.at() + (flipped ? -2 : 2), y, label.text());
    svg.end();
  }

  private static String cut(String words) {
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1).strip() + "\u2026";
  }
}
