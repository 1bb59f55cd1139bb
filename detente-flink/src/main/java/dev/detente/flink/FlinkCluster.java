package dev.detente.flink;

import dev.detente.article.DetenteException;
import dev.detente.flink.files.LineFiles;
import dev.detente.flink.read.Settings;
import dev.detente.flink.read.TaskReader;
import dev.detente.flink.stream.Drain;
import dev.detente.flink.stream.Topics;
import dev.detente.flink.system.FileSystems;
import dev.detente.pipeline.Cluster;
import dev.detente.pipeline.ClusterReport;
import dev.detente.pipeline.ClusterTask;
import dev.detente.pipeline.StreamReport;
import dev.detente.pipeline.StreamTask;
import dev.detente.source.ArticleSource;
import dev.detente.source.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Reads with Apache Flink: within this process, or with a cluster that is running. Stateless. */
public final class FlinkCluster implements Cluster {
  private static final int FAILURES = 30;
  private static final Duration INTERVAL = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final String NOTHING_LEFT =
      "nothing of it is in the folder, so that the same command can be given again";
  private static final String GOES_ON =
      "the same command goes on where the last checkpoint was, nothing lost and nothing twice";

  @Override
  public ClusterReport read(ClusterTask task) {
    StreamExecutionEnvironment environment =
        Environments.of(batch(task), task.jobManager(), task.parallelism(), List.of());
    URI to = Environments.address(task.to());
    requireEmpty(to, task.to());
    List<Part> parts = parts(task);
    try {
      ReadJob.build(environment, parts, Settings.of(task.options()), to, task.tables());
      JobExecutionResult result = environment.execute("detente cluster read");
      LineFiles.tidy(to);
      return report(result);
    } catch (DetenteException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(e, NOTHING_LEFT);
    } catch (Exception | LinkageError e) {
      throw failed(e, NOTHING_LEFT);
    }
  }

  @Override
  public StreamReport stream(StreamTask task) {
    try {
      Topics.require(task);
      JobClient job;
      if (task.drain()) {
        try (Drain drain = new Drain(task)) {
          job = StreamJob.start(task);
          StreamJob.stopWhen(drain::isThrough, job, task);
        }
      } else {
        job = StreamJob.start(task);
      }
      ClusterReport ended =
          task.drain() || task.jobManager() == null
              ? report(job.getJobExecutionResult().get())
              : null;
      return new StreamReport(job.getJobID().toString(), ended);
    } catch (DetenteException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(e, GOES_ON);
    } catch (Exception | LinkageError e) {
      throw failed(e, GOES_ON);
    }
  }

  private static ClusterReport report(JobExecutionResult result) {
    return new ClusterReport(
        count(result, TaskReader.ARTICLES),
        count(result, TaskReader.REFUSED),
        count(result, TaskReader.INTERNAL) > 0);
  }

  /** The inputs; on other machines, which start in another folder, by their whole names. */
  private static List<Part> parts(ClusterTask task) {
    List<Part> parts =
        new ArticleSource(
                task.inputs(),
                task.options().with(new FileSystems()),
                InputStream.nullInputStream())
            .parts();
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

  private static Configuration batch(ClusterTask task) {
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
    if (task.jobManager() == null) {
      // Where the process is a cluster's own, started for this job, too.
      configuration.set(DeploymentOptions.ATTACHED, true);
      // What is sorted on its way between tasks takes buffers; those of one slot, for each.
      MemorySize network = MemorySize.ofMebiBytes(Math.min(2048, 128 + 64L * task.parallelism()));
      configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
      configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
    }
    return configuration;
  }

  private static DetenteException failed(Throwable e, String then) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new DetenteException("DET-0902", "the job failed (" + cause + "); " + then, e);
  }

  private static long count(JobExecutionResult result, String accumulator) {
    Long count = result.getAccumulatorResult(accumulator);
    return count == null ? 0 : count;
  }

  private static void requireEmpty(URI to, String name) {
    try {
      FileSystem files = FileSystems.of(to);
      org.apache.flink.core.fs.Path folder = new org.apache.flink.core.fs.Path(to);
      if (files.exists(folder)
          && (!files.getFileStatus(folder).isDir() || files.listStatus(folder).length > 0)) {
        throw new DetenteException(
            "DET-0903", name + " is not empty, and nothing is written over; give a new folder");
      }
      files.createRecoverableWriter();
    } catch (UnsupportedOperationException e) {
      throw new DetenteException(
          "DET-0904",
          name
              + ": its file system cannot write files that are whole or not there ("
              + e.getMessage()
              + "); for s3://, take the plugin flink-s3-fs-hadoop",
          e);
    } catch (IOException e) {
      throw new DetenteException(
          "DET-0904", name + ": cannot be written (" + e.getMessage() + ")", e);
    }
  }
}
