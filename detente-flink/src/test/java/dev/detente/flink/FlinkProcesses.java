package dev.detente.flink;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JobManager and TaskManagers as processes of their own, started from Maven's artifacts: one for
 * whatever jobs come, or one for a job of its own.
 */
final class FlinkProcesses implements AutoCloseable {
  private static final List<String> OPENS =
      List.of(System.getProperty("detente.opens", "").split(" "));

  private static final String SESSION =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";

  private static final String APPLICATION =
      "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint";

  /** Comes with Flink, which keeps in it where its processes are. */
  private static final String KEEPER =
      "org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.ZooKeeperServerMain";

  private static final String OURS =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  private final Path folder;
  private final String classPath;
  private final int rest;
  private final String main;
  private final List<String> arguments;
  private final @Nullable Process keeper;
  private Process jobManager;
  private final List<Process> taskManagers = new ArrayList<>();
  private int started;

  /** A cluster whose processes have all that the test has, so that a job ships no jars. */
  FlinkProcesses(Path folder, int taskManagers) throws IOException {
    this(folder, taskManagers, OURS);
  }

  /** A cluster of this class path. */
  FlinkProcesses(Path folder, int taskManagers, String classPath) throws IOException {
    this(folder, taskManagers, classPath, SESSION, List.of(), false);
  }

  /**
   * A cluster for one job, whose jars lie in {@code usrlib} in the folder.
   *
   * @param entry the class that is run
   */
  static FlinkProcesses ofJob(
      Path folder, int taskManagers, String classPath, String entry, List<String> arguments)
      throws IOException {
    List<String> all = new ArrayList<>(List.of("--job-classname", entry));
    all.addAll(arguments);
    return new FlinkProcesses(folder, taskManagers, classPath, APPLICATION, all, false);
  }

  /** One whose jobs outlive their job manager: what it has to know of them is kept in files. */
  static FlinkProcesses outliving(Path folder, int taskManagers) throws IOException {
    return new FlinkProcesses(folder, taskManagers, OURS, SESSION, List.of(), true);
  }

  private FlinkProcesses(
      Path folder,
      int taskManagers,
      String classPath,
      String main,
      List<String> arguments,
      boolean outliving)
      throws IOException {
    this.main = main;
    this.arguments = arguments;
    int keeping = free();
    this.folder = folder;
    this.classPath = classPath;
    this.rest = free();
    Files.writeString(
        folder.resolve("config.yaml"),
        String.join(
            "\n",
            "jobmanager.rpc.address: localhost",
            "jobmanager.bind-host: localhost",
            "jobmanager.rpc.port: " + free(),
            "rest.address: localhost",
            "rest.bind-address: localhost",
            "rest.port: " + rest,
            "taskmanager.host: localhost",
            "taskmanager.bind-host: localhost",
            "taskmanager.numberOfTaskSlots: 1",
            "taskmanager.cpu.cores: 1.0",
            "taskmanager.memory.task.heap.size: 512m",
            "taskmanager.memory.task.off-heap.size: 0m",
            "taskmanager.memory.framework.heap.size: 128m",
            "taskmanager.memory.framework.off-heap.size: 64m",
            "taskmanager.memory.managed.size: 64m",
            "taskmanager.memory.network.min: 256m",
            "taskmanager.memory.network.max: 256m",
            "taskmanager.memory.jvm-metaspace.size: 256m",
            "taskmanager.memory.jvm-overhead.min: 192m",
            "taskmanager.memory.jvm-overhead.max: 192m",
            "heartbeat.interval: 1 s",
            "heartbeat.timeout: 8 s",
            "io.tmp.dirs: " + folder.resolve("tmp"),
            ""));
    Files.createDirectories(folder.resolve("tmp"));
    if (outliving) {
      Files.writeString(
          folder.resolve("config.yaml"),
          String.join(
              "\n",
              "high-availability.type: zookeeper",
              "high-availability.storageDir: " + folder.resolve("kept").toUri(),
              "high-availability.zookeeper.quorum: localhost:" + keeping,
              "high-availability.zookeeper.client.session-timeout: 8 s",
              ""),
          StandardOpenOption.APPEND);
    }
    this.keeper =
        outliving
            ? run(
                List.of("-Dzookeeper.admin.enableServer=false", "-Xmx128m"),
                KEEPER,
                List.of(Integer.toString(keeping), folder.resolve("places").toString()))
            : null;
    this.jobManager = start(main, arguments);
    for (int i = 0; i < taskManagers; i++) {
      this.taskManagers.add(taskManager());
    }
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process taskManager() throws IOException {
    return start("org.apache.flink.runtime.taskexecutor.TaskManagerRunner", List.of());
  }

  private Process start(String main, List<String> arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("--configDir", folder.toString()));
    all.addAll(arguments);
    // As Flink's own scripts limit it, by the memory that the configuration gives.
    return run(List.of("-Xmx768m", "-XX:MaxMetaspaceSize=256m"), main, all);
  }

  private Process run(List<String> options, String main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    OPENS.stream().filter(open -> !open.isBlank()).forEach(command::add);
    command.addAll(options);
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(arguments);
    File log = folder.resolve("log-" + started++).toFile();
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log);
    // Beside which Flink looks for the jars of a job.
    process.environment().put("FLINK_LIB_DIR", folder.resolve("lib").toString());
    return process.start();
  }

  /** Where jobs go. */
  String address() {
    return "localhost:" + rest;
  }

  /** Waits until all task managers have come. */
  void await() throws IOException, InterruptedException {
    await("/overview", Pattern.compile("\"taskmanagers\":" + taskManagers.size()));
  }

  /** Waits until a job is at work. */
  void awaitWork() throws IOException, InterruptedException {
    await("/jobs/overview", Pattern.compile("\"running\":[1-9]"));
  }

  private void await(String path, Pattern wanted) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest ask =
        HttpRequest.newBuilder(URI.create("http://" + address() + path))
            .timeout(Duration.ofSeconds(5))
            .build();
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (System.nanoTime() < end) {
      for (Process process : taskManagers) {
        if (!process.isAlive()) {
          throw new IOException("a task manager ended by itself: " + process.exitValue());
        }
      }
      try {
        String body = client.send(ask, HttpResponse.BodyHandlers.ofString()).body();
        if (wanted.matcher(body).find()) {
          return;
        }
      } catch (IOException e) {
        // It has not started yet.
      }
      Thread.sleep(200);
    }
    throw new IOException("no cluster: " + logs());
  }

  /** Waits until the job that the cluster is there for has ended; its exit code. */
  int ended() throws InterruptedException {
    if (!jobManager.waitFor(3, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the job has not ended");
    }
    return jobManager.exitValue();
  }

  /** What all processes have said. */
  String logs() throws IOException {
    StringBuilder logs = new StringBuilder();
    for (int i = 0; i < started; i++) {
      logs.append(Files.readString(folder.resolve("log-" + i)));
    }
    return logs.toString();
  }

  /** Kills a task manager and starts another in its place, as whoever runs a cluster does. */
  void kill(int number) throws IOException, InterruptedException {
    taskManagers.get(number).destroyForcibly().waitFor();
    taskManagers.set(number, taskManager());
  }

  /** Kills the job manager and starts another, which knows of the jobs what was kept. */
  void killJobManager() throws IOException, InterruptedException {
    jobManager.destroyForcibly().waitFor();
    jobManager = start(main, arguments);
  }

  @Override
  public void close() throws InterruptedException {
    for (Process process : taskManagers) {
      process.destroyForcibly().waitFor();
    }
    jobManager.destroyForcibly().waitFor();
    if (keeper != null) {
      keeper.destroyForcibly().waitFor();
    }
  }
}
