package dev.detente.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint;
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

    List<String> records = records("coded");
    assertThat(told).isEqualTo("coded: " + records.size() + " articles\n");
    assertThat(records).isEqualTo(read.lines().sorted().toList());
    assertThat(added).contains(records.size() + " new articles");
    String links = "SELECT * FROM links ORDER BY ALL";
    assertThat(run(detente, "sql", "--ledger", "coded.duckdb", links))
        .isEqualTo(run(detente, "sql", "--ledger", "read.duckdb", links))
        .contains("same");
  }

  /** A job manager and a task manager that know Flink and nothing of ours: the job brings it. */
  @Test
  void ourJarsGoToAClusterThatIsRunning() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh");
    String detente = ROOT.resolve("detente").toString();
    String examples = ROOT.resolve("examples").toString();
    List<String> read = run(detente, "read", "--format", "jsonl", examples).lines().toList();

    List<String> first;
    List<String> second;
    try (FlinkProcesses cluster =
        new FlinkProcesses(Files.createDirectory(folder.resolve("cluster")), 1, flinkAlone())) {
      cluster.await();
      String[] command = {
        detente,
        "cluster",
        "read",
        examples,
        "--threads",
        "1",
        "--parquet",
        "--jobmanager",
        cluster.address()
      };
      run(with(command, "--to", "first"));
      first = records("first");
      // A task manager that has read before reads again.
      run(with(command, "--to", "second"));
      second = records("second");
    }

    assertThat(first).isEqualTo(read.stream().sorted().toList());
    assertThat(second).isEqualTo(first);
    assertThat(run(detente, "add", "--ledger", "tables.duckdb", "second/records/*/*.parquet"))
        .contains(read.size() + " new articles");
  }

  /** As on Kubernetes, with what the manifest for it says, and jars laid out as in its image. */
  @Test
  void aClusterIsThereForOneJob() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh");
    String detente = ROOT.resolve("detente").toString();
    Path examples = ROOT.resolve("examples");
    List<String> read =
        run(detente, "read", "--format", "jsonl", examples.toString()).lines().toList();
    JsonNode manifest = Manifests.read("batch.yaml");
    List<String> arguments = Manifests.arguments(manifest);
    arguments.set(arguments.indexOf("/archive/crawl"), examples.toString());
    arguments.set(arguments.indexOf("/archive/coded"), folder.resolve("coded").toString());
    arguments.set(arguments.indexOf("--threads") + 1, "1");
    Path home = Files.createDirectory(folder.resolve("cluster"));
    Files.createDirectory(home.resolve("lib"));
    Path usrlib = Files.createDirectory(home.resolve("usrlib"));
    for (String jar :
        List.of("detente-cli/target/detente.jar", "detente-flink/target/detente-flink.jar")) {
      Path file = ROOT.resolve(jar);
      Files.copy(file, usrlib.resolve(file.getFileName()));
    }

    try (FlinkProcesses cluster =
        FlinkProcesses.ofJob(
            home,
            1,
            flinkAlone() + File.pathSeparator + jar(StandaloneApplicationClusterEntryPoint.class),
            manifest.at("/spec/job/entryClass").asText(),
            arguments)) {
      assertThat(cluster.ended()).as(cluster.logs()).isZero();
    }

    assertThat(records("coded")).isEqualTo(read.stream().sorted().toList());
  }

  private static Path jar(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** What the launcher puts beside our jars, and the names of SLF4J, which every Flink brings. */
  private static String flinkAlone() throws Exception {
    Path names = jar(org.slf4j.Logger.class);
    try (Stream<Path> jars = Files.list(ROOT.resolve("detente-flink/target/lib"))) {
      return Stream.concat(jars.sorted(), Stream.of(names))
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static String[] with(String[] command, String... more) {
    return Stream.of(command, more).flatMap(Stream::of).toArray(String[]::new);
  }

  /** The records in a folder, sorted. */
  private List<String> records(String of) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(of).resolve("records"))) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .flatMap(file -> lines(file).stream())
          .sorted()
          .toList();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
