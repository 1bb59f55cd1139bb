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
    FLOORS.put("statement content", 90.0);
    FLOORS.put("statement attributed", 85.5);
    FLOORS.put("event type", 60.0);
    FLOORS.put("event who-whom", 42.0);
    FLOORS.put("link", 49.0);
    FLOORS.put("actor", 82.5);
    FLOORS.put("time text and value", 86.0);
    FLOORS.put("place text", 87.0);
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

  /** Of links as sure as this, so many are right: but for one, as few articles have few of them. */
  @Test
  void linksAreRightAsOftenAsTheirConfidenceSays() {
    Path gold = SHARED.resolve("data/gold");
    assumeTrue(Files.isDirectory(gold), "no annotated articles at " + gold);
    String records = ScoreRuns.read(gold);
    for (double least : new double[] {0.6, 0.7, 0.8}) {
      long[] counts = ScoreRuns.ofSureLinks(gold, records, least).counts("link");
      System.out.println("links of " + least + " and more: " + counts[0] + " of " + counts[1]);
      assertThat((double) counts[0])
          .as("right of %d links with a confidence of %s and more", counts[1], least)
          .isGreaterThanOrEqualTo(least * counts[1] - 1);
    }
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
