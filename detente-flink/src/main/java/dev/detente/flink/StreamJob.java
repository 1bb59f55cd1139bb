package dev.detente.flink;

import dev.detente.flink.read.Settings;
import dev.detente.flink.stream.LinksAsTheyCome;
import dev.detente.flink.stream.Message;
import dev.detente.flink.stream.ReadMessages;
import dev.detente.flink.stream.Sending;
import dev.detente.flink.stream.Topics;
import dev.detente.pipeline.StreamTask;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * The steps of {@code detente cluster stream}: messages, articles, records, messages. Each step has
 * a name that stays, by which a job finds its state again.
 */
final class StreamJob {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration CHECKPOINT_TIMEOUT = Duration.ofMinutes(5);

  /** Checkpoints that may fail, one after the other, before the job is started anew. */
  private static final int CHECKPOINTS_FAILED = 3;

  /** As many tasks as a job may ever have: its state is divided so. */
  private static final int MOST_TASKS = 1024;

  private static final long ASKED_MILLIS = 300;
  private static final Duration STOPPED_WITHIN = Duration.ofMinutes(5);

  private StreamJob() {}

  /** Starts the job where it was left, or at the first article that its group has not seen. */
  static JobClient start(StreamTask task) throws Exception {
    StreamExecutionEnvironment environment =
        Environments.of(
            configuration(task), task.jobManager(), task.parallelism(), Topics.libraries());
    environment.setMaxParallelism(MOST_TASKS);
    build(environment, task);
    return environment.executeAsync("detente cluster stream " + task.from());
  }

  /**
   * Stops a job as soon as something holds, its state kept where it is started from again. Returns
   * also when the job has ended otherwise.
   */
  static void stopWhen(BooleanSupplier holds, JobClient job, StreamTask task) throws Exception {
    String kept = Environments.address(task.checkpoints()).toString();
    long end = 0;
    boolean held = false;
    while (!job.getJobStatus().get().isGloballyTerminalState()) {
      if (!held && holds.getAsBoolean()) {
        held = true;
        end = System.nanoTime() + STOPPED_WITHIN.toNanos();
      }
      if (held) {
        try {
          job.stopWithSavepoint(false, kept, SavepointFormatType.CANONICAL).get();
          return;
        } catch (ExecutionException e) {
          // Tasks that are about to start, once more or for the first time, cannot be stopped yet.
          if (System.nanoTime() > end) {
            throw e;
          }
        }
      }
      TimeUnit.MILLISECONDS.sleep(ASKED_MILLIS);
    }
  }

  private static void build(StreamExecutionEnvironment environment, StreamTask task)
      throws IOException {
    Settings settings = Settings.of(task.options());
    SingleOutputStreamOperator<Message> messages =
        environment
            .fromSource(
                Topics.source(task),
                WatermarkStrategy.noWatermarks(),
                "articles",
                TypeInformation.of(Message.class))
            .uid("articles");
    SingleOutputStreamOperator<Sending> told =
        messages
            .process(new ReadMessages(task, settings), TypeInformation.of(Sending.class))
            .name("read")
            .uid("read");
    told.union(
            LinksAsTheyCome.of(
                told.getSideOutput(ReadMessages.SKETCHES),
                task.window(),
                settings,
                task.topic(StreamTask.Topic.LINKS)))
        .sinkTo(Topics.sink(task))
        .name("topics")
        .uid("topics");
  }

  private static Configuration configuration(StreamTask task) throws IOException {
    URI checkpoints = Environments.address(task.checkpoints());
    Configuration configuration = new Configuration();
    configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, task.every());
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    configuration.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, CHECKPOINT_TIMEOUT);
    configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, CHECKPOINTS_FAILED);
    configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toString());
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    // A stream goes on when what failed is back, however long that takes.
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, FIRST_PAUSE);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, LONGEST_PAUSE);
    String last = lastCheckpoint(new Path(checkpoints));
    if (last != null) {
      // What it goes on from is the job's own from then on: it deletes it when it has a later one.
      configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, last);
      configuration.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
    }
    return configuration;
  }

  /** The last one that is whole, or what a job left that was stopped; null when there is none. */
  static @Nullable String lastCheckpoint(Path folder) throws IOException {
    FileSystem files = FileSystem.get(folder.toUri());
    List<FileStatus> kept = new ArrayList<>();
    for (FileStatus job : list(files, folder)) {
      kept.add(job);
      kept.addAll(list(files, job.getPath()));
    }
    FileStatus last = null;
    for (FileStatus one : kept) {
      Path whole = new Path(one.getPath(), "_metadata");
      if (one.isDir() && files.exists(whole)) {
        FileStatus found = files.getFileStatus(whole);
        if (last == null || found.getModificationTime() > last.getModificationTime()) {
          last = found;
        }
      }
    }
    return last == null ? null : last.getPath().getParent().toString();
  }

  private static List<FileStatus> list(FileSystem files, Path folder) throws IOException {
    FileStatus[] entries =
        files.exists(folder) && files.getFileStatus(folder).isDir()
            ? files.listStatus(folder)
            : null;
    return entries == null ? List.of() : List.of(entries);
  }
}
