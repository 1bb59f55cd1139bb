package dev.detente.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.pipeline.ClusterReport;
import dev.detente.pipeline.ClusterTask;
import dev.detente.source.SourceOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Task managers are killed, as real processes and at any moment, and the job comes to the same end
 * by itself. Two kills; with {@code -Ddetente.kills=20} so many.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("detente.kills", 2);

  /** Articles for each kill, so that it finds the job at work. */
  private static final int ARTICLES = 60;

  private static final List<String> COUNTRIES = List.of("Island", "Danmark", "Sverige", "Finland");

  @TempDir private Path folder;

  private Path archive(int kills) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < ARTICLES * (kills + 1); i++) {
      String country = COUNTRIES.get(i % COUNTRIES.size());
      lines.append(
          String.format(
              "{\"id\":\"a%d\",\"published\":\"2031-05-%02d\",\"text\":\"Statsministeren avviste"
                  + " kravet fra %s om %d kvoter. – Vi gir oss ikke, sa hun til Kystposten.\\n\\n"
                  + "Utenriksministeren i %s svarte at avtalen fra %d fortsatt gjelder, og at båtene"
                  + " blir liggende til det er betalt.\"}%n",
              i, 1 + i % 20, country, 10 + i, country, 1990 + i % 30));
    }
    return Files.writeString(folder.resolve("archive.jsonl"), lines);
  }

  private ClusterReport read(Path archive, String to, String jobManager) {
    return new FlinkCluster()
        .read(
            new ClusterTask(
                List.of(archive.toString()),
                SourceOptions.DEFAULT,
                folder.resolve(to).toString(),
                true,
                2,
                jobManager));
  }

  private Map<String, String> files(String of) throws IOException {
    Path root = folder.resolve(of);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            root.relativize(path).toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  @Test
  void aKilledTaskManagerChangesNothing() throws Exception {
    Path archive = archive(KILLS);
    Random moments = new Random(7);
    int kills = 0;
    ClusterReport report;
    try (FlinkProcesses cluster =
        new FlinkProcesses(Files.createDirectory(folder.resolve("cluster")), 2)) {
      cluster.await();
      CompletableFuture<ClusterReport> job =
          CompletableFuture.supplyAsync(() -> read(archive, "killed", cluster.address()));
      while (kills < KILLS) {
        TimeUnit.MILLISECONDS.sleep(1500 + moments.nextInt(4000));
        if (job.isDone()) {
          break;
        }
        cluster.kill(moments.nextInt(2));
        kills++;
        cluster.await();
      }
      report = job.get(5, TimeUnit.MINUTES);
    }

    ClusterReport undisturbed = read(archive, "undisturbed", null);

    assertThat(kills).as("kills while the job was at work").isEqualTo(KILLS);
    assertThat(undisturbed).isEqualTo(new ClusterReport(ARTICLES * (KILLS + 1), 0, false));
    assertThat(report.refused()).isZero();
    assertThat(files("killed")).isEqualTo(files("undisturbed")).hasSizeGreaterThan(20);
  }

  /** In the long run alone. */
  @Test
  @EnabledIfSystemProperty(named = "detente.kills", matches = "[1-9]\\d+")
  void aKilledJobManagerChangesNothing(TestReporter reporter) throws Exception {
    int kills = 2;
    Path archive = archive(2 * kills);
    ClusterReport report;
    try (FlinkProcesses cluster =
        FlinkProcesses.outliving(Files.createDirectory(folder.resolve("cluster")), 2)) {
      cluster.await();
      CompletableFuture<ClusterReport> job =
          CompletableFuture.supplyAsync(() -> read(archive, "killed", cluster.address()));
      cluster.awaitWork();
      for (int i = 0; i < kills; i++) {
        TimeUnit.SECONDS.sleep(3);
        assertThat(job).isNotDone();
        long killed = System.nanoTime();
        cluster.killJobManager();
        cluster.awaitWork();
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - killed);
        reporter.publishEntry("at work again after", seconds + " s");
      }
      report = job.get(5, TimeUnit.MINUTES);
    }

    assertThat(report.refused()).isZero();
    read(archive, "undisturbed", null);
    assertThat(files("killed")).isEqualTo(files("undisturbed")).hasSizeGreaterThan(20);
  }
}
