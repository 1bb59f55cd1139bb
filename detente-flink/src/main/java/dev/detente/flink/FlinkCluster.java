package dev.detente.flink;

import dev.detente.article.DetenteException;
import dev.detente.flink.files.LineFiles;
import dev.detente.flink.read.ReadFunction;
import dev.detente.flink.read.Settings;
import dev.detente.pipeline.Cluster;
import dev.detente.pipeline.ClusterReport;
import dev.detente.pipeline.ClusterTask;
import dev.detente.source.ArticleSource;
import dev.detente.source.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Reads with Apache Flink: within this process, or with a cluster that is running. Stateless. */
public final class FlinkCluster implements Cluster {
  private static final Pattern ADDRESS = Pattern.compile("([^:/ ]+):(\\d{1,5})");
  private static final int FAILURES = 30;
  private static final Duration INTERVAL = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Override
  public ClusterReport read(ClusterTask task) {
    URI to = address(task.to());
    requireEmpty(to, task.to());
    List<Part> parts = parts(task);
    try {
      StreamExecutionEnvironment environment = environment(task.jobManager(), task.parallelism());
      environment.setParallelism(task.parallelism());
      ReadJob.build(environment, parts, Settings.of(task.options()), to);
      JobExecutionResult result = environment.execute("detente cluster read");
      LineFiles.tidy(to);
      return new ClusterReport(
          count(result, ReadFunction.ARTICLES),
          count(result, ReadFunction.REFUSED),
          count(result, ReadFunction.INTERNAL) > 0);
    } catch (DetenteException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(e);
    } catch (Exception | LinkageError e) {
      throw failed(e);
    }
  }

  /** The inputs; on other machines, which start in another folder, by their whole names. */
  private static List<Part> parts(ClusterTask task) {
    List<Part> parts =
        new ArticleSource(task.inputs(), task.options(), InputStream.nullInputStream()).parts();
    if (task.jobManager() == null) {
      return parts;
    }
    return parts.stream()
        .map(
            part ->
                part.name().contains("://")
                    ? part
                    : new Part(Path.of(part.name()).toAbsolutePath().toString(), part.format()))
        .toList();
  }

  private static StreamExecutionEnvironment environment(
      @Nullable String jobManager, int parallelism) throws URISyntaxException {
    Configuration configuration = new Configuration();
    configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    // A machine that is lost costs what it did; an article that kills its machine ends the job.
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "failure-rate");
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_MAX_FAILURES_PER_INTERVAL, FAILURES);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_FAILURE_RATE_INTERVAL, INTERVAL);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_DELAY, PAUSE);
    if (jobManager == null) {
      // What is sorted on its way between tasks takes buffers; those of one slot, for each.
      MemorySize network = MemorySize.ofMebiBytes(Math.min(2048, 128 + 64L * parallelism));
      configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
      configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
      return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    }
    Matcher address = ADDRESS.matcher(jobManager);
    if (!address.matches()) {
      throw new DetenteException(
          "DET-0906",
          "--jobmanager " + jobManager + ": is no address; give HOST:PORT of its REST endpoint");
    }
    return StreamExecutionEnvironment.createRemoteEnvironment(
        address.group(1), Integer.parseInt(address.group(2)), configuration, jars());
  }

  /**
   * The jars that hold us; none where a build tool runs any part of us from a folder, since classes
   * that come half from a jar and half from the class path do not fit each other.
   */
  private static String[] jars() throws URISyntaxException {
    Set<String> jars = new TreeSet<>();
    for (Class<?> type : List.of(FlinkCluster.class, Cluster.class)) {
      Path path = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!path.toString().endsWith(".jar")) {
        return new String[0];
      }
      jars.add(path.toString());
    }
    return jars.toArray(new String[0]);
  }

  private static DetenteException failed(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new DetenteException(
        "DET-0902",
        "the job failed ("
            + cause
            + "); nothing of it is in the folder, so that the same command can be given again",
        e);
  }

  private static long count(JobExecutionResult result, String accumulator) {
    Long count = result.getAccumulatorResult(accumulator);
    return count == null ? 0 : count;
  }

  private static URI address(String to) {
    return to.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")
        ? URI.create(to)
        : Path.of(to).toAbsolutePath().normalize().toUri();
  }

  private static void requireEmpty(URI to, String name) {
    try {
      FileSystem files = FileSystem.get(to);
      org.apache.flink.core.fs.Path folder = new org.apache.flink.core.fs.Path(to);
      if (files.exists(folder)
          && (!files.getFileStatus(folder).isDir() || files.listStatus(folder).length > 0)) {
        throw new DetenteException(
            "DET-0903", name + " is not empty, and nothing is written over; give a new folder");
      }
    } catch (IOException e) {
      throw new DetenteException(
          "DET-0904", name + ": cannot be written (" + e.getMessage() + ")", e);
    }
  }
}
