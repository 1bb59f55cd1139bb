package dev.detente.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.ledger.Survey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The names of the biggest events stand apart, and no leader passes through the words of another.
 */
class WeekChartTest {
  private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);
  private static final Pattern LEADER =
      Pattern.compile(
          "class=\"leader\" x1=\"([\\d.]+)\" y1=\"([\\d.]+)\" x2=\"[\\d.]+\" y2=\"([\\d.]+)\"");
  private static final Pattern NAME =
      Pattern.compile(
          "class=\"big\" text-anchor=\"(start|end)\" x=\"([\\d.]+)\" y=\"([\\d.]+)\">([^<]+)<");

  private record Box(double from, double to, double y) {}

  @Test
  void noLeaderPassesThroughTheWordsOfAnother() {
    Random dice = new Random(5);
    int named = 0;
    for (int round = 0; round < 50; round++) {
      List<Survey.Week> weeks = new ArrayList<>();
      List<Survey.Big> big = new ArrayList<>();
      for (int week = 0; week < 8; week++) {
        LocalDate from = MONDAY.plusWeeks(week);
        weeks.add(new Survey.Week(from, 1 + dice.nextInt(9), 1 + dice.nextInt(9), 0));
        big.add(
            new Survey.Big(
                "a" + week,
                "e1",
                "SUPPORT",
                "Kari Moe".repeat(1 + dice.nextInt(2)),
                dice.nextBoolean() ? "Island" : null,
                from.plusDays(dice.nextInt(7)),
                dice.nextBoolean() ? 5 : -5));
      }
      String svg =
          String.valueOf(
              Objects.requireNonNull(WeekChart.draw(weeks, big, Wording.inLanguage("en")))
                  .get("svg"));
      List<Box> names = new ArrayList<>();
      for (Matcher m = NAME.matcher(svg); m.find(); ) {
        double x = Double.parseDouble(m.group(2));
        double length = 6.6 * m.group(4).length();
        double from = m.group(1).equals("end") ? x - length : x;
        names.add(new Box(from, from + length, Double.parseDouble(m.group(3))));
      }
      named += names.size();
      for (Matcher m = LEADER.matcher(svg); m.find(); ) {
        double x = Double.parseDouble(m.group(1));
        double one = Double.parseDouble(m.group(2));
        double other = Double.parseDouble(m.group(3));
        assertThat(names)
            .noneMatch(
                name ->
                    name.from() < x
                        && x < name.to()
                        && Math.min(one, other) < name.y() - 3
                        && name.y() - 3 < Math.max(one, other));
      }
    }
    assertThat(named).isGreaterThan(200);
  }

  @Test
  void theBiggestEventIsNamed() {
    Map<String, Object> drawn =
        WeekChart.draw(
            List.of(new Survey.Week(MONDAY, 2, 0, -4)),
            List.of(new Survey.Big("a1", "e1", "COERCE", "Norge", "Island", MONDAY, -9)),
            Wording.inLanguage("en"));
    assertThat(Objects.requireNonNull(drawn).get("svg").toString()).contains("Norge → Island");
  }
}
