package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher and the jar, run as a user runs them. */
class LauncherIT {
  private static final Path LAUNCHER = Run.ROOT.resolve("detente");
  private static final Path EXAMPLE = Run.ROOT.resolve("examples/kystposten-1.txt");

  @TempDir Path folder;

  @BeforeEach
  void onSystemsWithAShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh");
  }

  private Run run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    return new Run(code, Files.readString(out), Files.readString(err));
  }

  private Run shell(String line) throws IOException, InterruptedException {
    return run(Map.of(), "/bin/sh", "-c", line);
  }

  @Test
  void itReadsFromAnyFolderAndThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), LAUNCHER);

    Run run = shell(link + " read " + EXAMPLE);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.out()).startsWith("{\"schema\":\"detente/record/1\"").contains("kystposten-1");
  }

  @Test
  void theSameBytesComeFromThisProcess() throws Exception {
    Run run = shell(LAUNCHER + " read --threads 2 " + Run.ROOT.resolve("examples"));

    assertThat(run.out()).isEqualTo(Run.piped("", "read", Run.ROOT.resolve("examples")).out());
  }

  @Test
  void aPipeThatClosesEndsItQuietly() throws Exception {
    Run run =
        shell(
            "{ "
                + LAUNCHER
                + " read "
                + Run.ROOT.resolve("examples")
                + "; echo $? >code; } | head -n 1");

    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).hasSize(1);
    assertThat(Files.readString(folder.resolve("code")).strip()).isEqualTo("0");
  }

  @Test
  void standardInputAndExitCodesPassThrough() throws Exception {
    assertThat(shell("echo 'The minister rejected the claim.' | " + LAUNCHER + " read -").code())
        .isZero();
    assertThat(shell(LAUNCHER + " read --format xml " + EXAMPLE).code()).isEqualTo(2);
    Run gone = shell(LAUNCHER + " read gone.txt " + EXAMPLE);
    assertThat(gone.code()).isEqualTo(3);
    assertThat(gone.out().lines()).hasSize(1);
    assertThat(gone.err()).contains("DET-0101").contains("gone.txt");
  }

  @Test
  void aMissingJavaIsSaid() throws Exception {
    Run run = run(Map.of("JAVA_HOME", "/nowhere"), LAUNCHER.toString(), "--version");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("DET-0601").contains("/nowhere").contains("17");
  }

  @Test
  void anOldJavaIsSaid() throws Exception {
    Path old = folder.resolve("jdk11");
    Files.createDirectories(old.resolve("bin"));
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    Files.writeString(old.resolve("bin/java"), "#!/bin/sh\n", StandardCharsets.UTF_8);
    assertThat(old.resolve("bin/java").toFile().setExecutable(true)).isTrue();

    Run run = run(Map.of("JAVA_HOME", old.toString()), LAUNCHER.toString(), "--version");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("DET-0601").contains("Java 11");
  }

  @Test
  void theJarRunsByItself() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(Run.ROOT.resolve("detente-cli/target/detente.jar").toString());
    command.add("--version");

    Run run = run(Map.of(), command.toArray(new String[0]));

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("detente ").contains("model ");
  }

  @Test
  void serveOpensTheLedgerAndKeepsItsPort() throws Exception {
    String ledger = " --ledger " + folder.resolve("room.duckdb");
    assertThat(shell(LAUNCHER + " serve --port 0" + ledger).err()).contains("DET-0701");
    assertThat(shell(LAUNCHER + " add" + ledger + " " + EXAMPLE).code()).isZero();
    Process room =
        new ProcessBuilder("/bin/sh", "-c", "exec " + LAUNCHER + " serve --port 0" + ledger)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      String line = room.inputReader(StandardCharsets.UTF_8).readLine();
      assertThat(line).matches("Open http://127\\.0\\.0\\.1:\\d+/\\?token=\\S{20,}");
      HttpResponse<String> page =
          HttpClient.newBuilder()
              .cookieHandler(new CookieManager())
              .followRedirects(HttpClient.Redirect.ALWAYS)
              .build()
              .send(
                  HttpRequest.newBuilder(URI.create(line.substring("Open ".length()))).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("/articles/kystposten-1");
      String port = line.replaceFirst(".*:(\\d+)/.*", "$1");
      Run second = shell(LAUNCHER + " serve --port 0" + ledger);
      assertThat(second.code()).isEqualTo(1);
      assertThat(second.err()).contains("DET-0702");
      String other = " --ledger " + folder.resolve("other.duckdb");
      assertThat(shell(LAUNCHER + " add" + other + " " + EXAMPLE).code()).isZero();
      Run third = shell(LAUNCHER + " serve --port " + port + other);
      assertThat(third.code()).isEqualTo(1);
      assertThat(third.err()).contains("DET-0802").contains(port);
    } finally {
      room.destroy();
      assertThat(room.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
