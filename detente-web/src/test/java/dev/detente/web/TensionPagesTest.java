package dev.detente.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.ledger.Ledger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tension of three years is shown a year at a time, and what is not found yet is said to be so. */
class TensionPagesTest {
  private static final int WEEKS = 150;
  private static final LocalDate FIRST = LocalDate.of(2028, 1, 5);

  @TempDir private static Path folder;
  private static Path file;
  private static TestRoom room;

  @BeforeAll
  static void open() {
    file = folder.resolve("weeks.duckdb");
    ExampleLedger.write(
        file,
        IntStream.range(0, WEEKS)
            .mapToObj(
                week ->
                    ExampleLedger.article(
                        "week-" + week,
                        "en",
                        FIRST.plusWeeks(week).toString(),
                        week % 2 == 0
                            ? "Norway imposed sanctions on Iceland on Tuesday."
                            : "Iceland threatened Norway with war on Tuesday."))
            .toList());
    room = new TestRoom(Ledger.read(file), TestRoom.settings());
  }

  @AfterAll
  static void close() {
    room.close();
  }

  private static Document page(String path) {
    return Jsoup.parse(room.get(path).body());
  }

  @Test
  void everyWeekIsOnOnePageAndEarlierOnesAreLinked() {
    List<String> weeks = new ArrayList<>();
    String path = "/tension?between=ISL,NOR";
    int pages = 0;
    for (; !path.isEmpty(); pages++) {
      Document shown = page(path);
      assertThat(shown.select("details.week")).as(path).isNotEmpty().hasSizeLessThanOrEqualTo(52);
      weeks.addAll(shown.select("details.week time").eachText());
      assertThat(shown.select("svg.tension:not(.small)")).as(path).hasSize(1);
      assertThat(shown.select("nav.turning a[rel=prev]")).as(path).hasSize(pages == 0 ? 0 : 1);
      path = shown.select("nav.turning a[rel=next]").attr("href");
    }
    assertThat(pages).isEqualTo(3);
    assertThat(weeks).doesNotHaveDuplicates().hasSizeGreaterThan(140);
  }

  @Test
  void theSmallPicturesShowTheLastYear() {
    for (String path : List.of("/", "/tension")) {
      Document shown = page(path);
      for (Element picture : shown.select(".multiples svg")) {
        assertThat(picture.select("circle")).as(path).hasSizeLessThanOrEqualTo(52);
      }
      assertThat(shown.select(".multiples svg")).as(path).isNotEmpty();
    }
  }

  @Test
  void aDayThatIsNoneIsRefused() {
    assertThat(room.get("/tension?between=ISL,NOR&until=yesterday").statusCode()).isEqualTo(400);
    assertThat(page("/tension?between=ISL,NOR&until=1901-01-01").select("details.week"))
        .isNotEmpty();
  }

  @Test
  void whatIsBeingFoundIsSaidToBeAndIsThereAMomentLater() throws InterruptedException {
    try (TestRoom busy = new TestRoom(Ledger.read(file), TestRoom.settings().withBehind(60_000))) {
      for (String path : List.of("/", "/tension")) {
        Document shown = Jsoup.parse(busy.get(path).body());
        for (int tries = 0; tries < 300 && !shown.select(".soon").isEmpty(); tries++) {
          // Said instead of nothing: neither the pictures nor "nothing here".
          assertThat(shown.select("main .nothing")).as(path).isEmpty();
          Thread.sleep(100);
          shown = Jsoup.parse(busy.get(path).body());
        }
        assertThat(shown.select(".multiples svg")).as(path).isNotEmpty();
        assertThat(shown.select(".soon")).as(path).isEmpty();
      }
      assertThat(Jsoup.parse(busy.get("/tension").body()).select("details.week")).isNotEmpty();
    }
  }
}
