package dev.detente.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.detente.codebook.Codebook;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A ledger survives what befalls the process that writes it. */
class CrashTest {
  /** How often the writer is killed; {@code -Ddetente.kills=200} in the profile {@code crash}. */
  private static final int KILLS = Integer.getInteger("detente.kills", 10);

  private static final LocalDateTime NOW = LocalDateTime.of(2031, 3, 11, 12, 0);

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("quays.duckdb");
  }

  private Process writer(int last, int atOnce) throws IOException {
    return new ProcessBuilder(command(last, atOnce)).redirectErrorStream(true).start();
  }

  private List<String> command(int last, int atOnce) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx512m",
        "-cp",
        System.getProperty("java.class.path"),
        QuayWriter.class.getName(),
        file().toString(),
        "0",
        Integer.toString(last),
        Integer.toString(atOnce));
  }

  @Test
  void aKilledWriterLosesNothingThatItHadKept() throws Exception {
    Random dice = new Random(7);
    int articles = 8 * KILLS + 20;
    int kept = -1;
    int killed = 0;
    while (true) {
      Process process = writer(articles, 3);
      boolean done = false;
      int until = kept + 1 + dice.nextInt(8);
      try (BufferedReader said = process.inputReader()) {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
          if (line.matches("\\d+")) {
            kept = Math.max(kept, Integer.parseInt(line));
          }
          done |= line.equals("done");
          if (killed < KILLS && kept >= until) {
            // Anywhere in what it does next.
            Thread.sleep(dice.nextInt(40));
            process.destroyForcibly();
          }
        }
      } catch (IOException e) {
        // What a killed process still had to say is lost.
      }
      process.waitFor();
      if (done) {
        break;
      }
      assertThat(killed++).as("killed").isLessThan(KILLS);
      try (Ledger ledger = Ledger.read(file())) {
        long there = ledger.survey().counts().articles();
        assertThat(there).isGreaterThan(kept);
        assertThat(ledger.database().number("SELECT count(DISTINCT id) FROM article"))
            .isEqualTo(there);
        // The index goes with the file.
        List<String> found = new ArrayList<>();
        ledger.find(
            new Question(
                null, List.of(), null, null, null, List.of(), List.of(), null, null, null, null,
                "stenges", null, null, 0),
            finding -> found.add(finding.article()));
        assertThat(found).hasSize((int) there).doesNotHaveDuplicates();
      }
    }
    assertThat(killed).isEqualTo(KILLS);
    assertThat(content(file())).isEqualTo(undisturbed(articles));
  }

  private static List<String> content(Path file) {
    try (Ledger ledger = Ledger.read(file)) {
      return LedgerContent.of(ledger);
    }
  }

  private List<String> undisturbed(int articles) {
    Path calm = folder.resolve("calm.duckdb");
    try (Ledger ledger = Ledger.write(calm)) {
      Adding adding = ledger.adding(Codebook.bundled());
      for (int i = 0; i < articles; i++) {
        adding.add(MadeArticles.coded(i), false, NOW);
      }
      adding.commit(NOW);
    }
    return content(calm);
  }

  /**
   * Disks are not filled in tests; that a file may grow no more looks the same to who writes it.
   */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskCostsWhatWasNotKeptAndNoMore() throws Exception {
    assumeThat(Path.of("/usr/bin/prlimit")).exists();
    int articles = 250;
    Process process = writer(articles, 10);
    int kept = -1;
    List<String> said = new ArrayList<>();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (line.equals("open")) {
          new ProcessBuilder("/usr/bin/prlimit", "--fsize=400000", "--pid", "" + process.pid())
              .start()
              .waitFor();
        }
        if (line.matches("\\d+")) {
          kept = Integer.parseInt(line);
        }
      }
    }
    assertThat(process.waitFor()).as(String.join("\n", said)).isNotZero();
    assertThat(kept).isBetween(0, articles - 2);
    assertThat(said).anyMatch(line -> line.contains("DET-070"));
    try (Ledger ledger = Ledger.read(file())) {
      assertThat(ledger.survey().counts().articles()).isGreaterThan(kept);
    }
    try (Ledger ledger = Ledger.write(file())) {
      Adding adding = ledger.adding(Codebook.bundled());
      IntStream.range(0, articles).forEach(i -> adding.add(MadeArticles.coded(i), false, NOW));
      adding.commit(NOW);
    }
    assertThat(content(file())).isEqualTo(undisturbed(articles));
  }

  @Test
  void aSecondProcessIsToldWhoHasTheLedger() throws Exception {
    Process process = writer(1_000_000, 1);
    try (BufferedReader said = process.inputReader()) {
      assertThat(said.readLine()).isEqualTo("open");
      assertThatThrownBy(() -> Ledger.read(file()))
          .hasMessageContaining("DET-0702")
          .hasMessageContaining("PID " + process.pid());
      assertThatThrownBy(() -> Ledger.write(file())).hasMessageContaining("DET-0702");
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
    try (Ledger one = Ledger.read(file())) {
      assertThat(one.survey().counts().articles()).isNotNegative();
    }
  }
}
