package dev.detente.web.page;

import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.story.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Voices along time, a lane for each side: a dot where the day is known, a bar over the days that
 * it may have been otherwise. What marks a side is the form of its mark, and its lane.
 */
final class VoiceChart {
  private static final int WIDTH = 1080;
  private static final int ROW = 22;
  private static final int LEFT = 130;
  private static final int AROUND = 4;
  private static final double LETTER = 7.2;

  private final List<Lane> lanes = new ArrayList<>();

  private record Lane(String kind, String name, List<Voice> voices) {}

  /**
   * Adds a side.
   *
   * @param kind {@code claimed}, {@code denied} or {@code confirmed}
   */
  void lane(String kind, String name, List<Voice> voices) {
    if (!voices.isEmpty()) {
      lanes.add(new Lane(kind, name, voices));
    }
  }

  /** Draws the sides with the table behind them; null when no day is known. */
  @Nullable Map<String, Object> draw(String label, Wording wording) {
    TimeScale scale =
        TimeScale.around(
            lanes.stream().flatMap(lane -> lane.voices().stream()).map(Voice::days),
            AROUND,
            LEFT,
            WIDTH);
    if (scale == null) {
      return null;
    }
    int rows = lanes.stream().mapToInt(lane -> lane.voices().size()).sum();
    int height = rows * ROW + lanes.size() * 10 + 34;
    Svg svg = new Svg(WIDTH, height, "voices-chart", label);
    scale.draw(svg, height - 4, 4, wording);
    Figure table =
        new Figure(
            List.of(
                wording.of("field_speaker"),
                wording.of("side"),
                wording.of("time"),
                wording.of("field_outlet")));
    double y = 18;
    for (Lane lane : lanes) {
      svg.text("name", "start", 0, y + 4, lane.name());
      for (Voice voice : lane.voices()) {
        DayRange days = voice.days();
        String who = voice.speakerName() == null ? wording.of("untold") : voice.speakerName();
        String outlet = voice.outlet() == null ? voice.end().article() : voice.outlet();
        String href = Shown.at(voice.end().article(), voice.end().id());
        if (days != null) {
          boolean vague = days.days() > 1;
          double from = scale.x(days.first());
          double to = scale.x(days.last() + 1);
          double middle = (from + to) / 2;
          String text = who + ", " + outlet;
          boolean flipped = (vague ? to : middle) + 12 + LETTER * text.length() > WIDTH;
          svg.link(href, who + ": " + voice.words());
          if (vague) {
            svg.line("maybe", from, y, to, y);
          }
          mark(svg, lane.kind(), middle, y);
          svg.text(
              "at",
              flipped ? "end" : "start",
              flipped ? (vague ? from : middle) - 12 : (vague ? to : middle) + 12,
              y + 4.5,
              text);
          svg.end();
        }
        table.row(href, who, lane.name(), Dates.range(days, wording), outlet);
        y += ROW;
      }
      y += 10;
    }
    return table.with(svg);
  }

  private static void mark(Svg svg, String kind, double x, double y) {
    switch (kind) {
      case "denied" ->
          svg.path(
              "mark-denied",
              String.format(Locale.ROOT, "M%.1f %.1fl10 10m0-10l-10 10", x - 5, y - 5));
      case "confirmed" -> svg.circle("mark-confirmed", x, y, 5);
      default -> svg.circle("mark-claimed", x, y, 5);
    }
  }
}
