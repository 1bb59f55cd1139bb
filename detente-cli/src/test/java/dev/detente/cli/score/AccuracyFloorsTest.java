package dev.detente.cli.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.detente.cli.ScoreRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What we have reached on the annotated articles we do not lose. Skipped where those are not beside
 * the checkout ({@code -Ddetente.shared=FOLDER}).
 */
class AccuracyFloorsTest {
  private static final Path SHARED = Path.of(System.getProperty("detente.shared", "../../shared"));

  /** A little below what {@code docs/accuracy.md} gives, in percent. */
  private static final Map<String, Double> FLOORS = new LinkedHashMap<>();

  static {
    FLOORS.put("text returned unchanged", 100.0);
    FLOORS.put("statement content", 89.0);
    FLOORS.put("statement attributed", 82.5);
    FLOORS.put("event type", 55.5);
    FLOORS.put("event who-whom", 34.5);
    FLOORS.put("link", 35.0);
    FLOORS.put("actor", 82.0);
    FLOORS.put("time text and value", 86.0);
    FLOORS.put("place text", 85.0);
  }

  @Test
  void figuresStayAboveTheirFloors() {
    Path gold = SHARED.resolve("data/gold");
    assumeTrue(Files.isDirectory(gold), "no annotated articles at " + gold);

    Figures figures = ScoreRuns.of(gold);

    System.out.println(figures.table());
    Map<String, Double> fallen = new LinkedHashMap<>();
    FLOORS.forEach(
        (what, floor) -> {
          if (figures.percent(what) < floor) {
            fallen.put(what, figures.percent(what));
          }
        });
    assertThat(fallen).isEmpty();
  }

  @Test
  void ourFiguresAreThoseOfTheScorerBesideTheData() throws Exception {
    Path gold = SHARED.resolve("data/gold");
    Path scorer = SHARED.resolve("tools/score.py");
    assumeTrue(Files.isRegularFile(scorer), "no scorer at " + scorer);
    assumeTrue(hasPython(), "no python3");
    Path records = Files.createTempFile("records", ".jsonl");
    try {
      Files.writeString(records, ScoreRuns.read(gold));
      Process process =
          new ProcessBuilder("python3", "" + scorer, "records", "" + gold, "-r", "" + records)
              .redirectErrorStream(true)
              .start();
      String theirs = new String(process.getInputStream().readAllBytes(), "UTF-8");

      assertThat(ScoreRuns.table(gold, records)).isEqualTo(theirs);
    } finally {
      Files.delete(records);
    }
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (java.io.IOException e) {
      return false;
    }
  }
}
