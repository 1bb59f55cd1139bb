package dev.detente.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, run as a user runs it. */
class ClusterIT {
  private static final Path ROOT = Path.of(System.getProperty("detente.root"));

  @TempDir private Path folder;

  private String run(String... command) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(err)).isZero();
    assertThat(Files.readString(err)).isEmpty();
    return Files.readString(out);
  }

  @Test
  void theSameBytesAsTheCommandLineAndALedgerOfThem() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh");
    String detente = ROOT.resolve("detente").toString();
    String examples = ROOT.resolve("examples").toString();

    String told = run(detente, "cluster", "read", examples, "--to", "coded", "--threads", "2");
    String read = run(detente, "read", "--format", "jsonl", examples);
    String added = run(detente, "add", "--ledger", "coded.duckdb", "coded");
    run(detente, "add", "--ledger", "read.duckdb", examples);

    List<String> records;
    try (Stream<Path> files = Files.walk(folder.resolve("coded/records"))) {
      records =
          files
              .filter(Files::isRegularFile)
              .flatMap(file -> lines(file).stream())
              .sorted()
              .toList();
    }
    assertThat(told).isEqualTo("coded: " + records.size() + " articles\n");
    assertThat(records).isEqualTo(read.lines().sorted().toList());
    assertThat(added).contains(records.size() + " new articles");
    String links = "SELECT * FROM links ORDER BY ALL";
    assertThat(run(detente, "sql", "--ledger", "coded.duckdb", links))
        .isEqualTo(run(detente, "sql", "--ledger", "read.duckdb", links))
        .contains("same");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
