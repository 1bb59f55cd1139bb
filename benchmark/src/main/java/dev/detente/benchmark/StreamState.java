package dev.detente.benchmark;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.flink.read.Settings;
import dev.detente.flink.stream.LinksAsTheyCome;
import dev.detente.flink.stream.Sending;
import dev.detente.flink.stream.Sketched;
import dev.detente.ledger.relate.ArticleSketch;
import dev.detente.ledger.relate.SketchBytes;
import dev.detente.ledger.relate.Sketcher;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.record.ArticleRecord;
import dev.detente.source.SourceOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;

/**
 * How much a stream holds: gives the steps that find links as many articles as asked, made of those
 * of a folder, so many a day in the time of articles, and says how large a savepoint is then, how
 * much of the heap is taken, and how fast that went. Nothing is read: the sketches of articles are
 * made on the way.
 *
 * <pre>java ADD-OPENS -Xmx4g -cp benchmarks.jar dev.detente.benchmark.StreamState ARTICLES PER_DAY
 * WINDOW_DAYS [FOLDER]</pre>
 */
public final class StreamState {
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** Some day; articles of the first lie on it. */
  private static final long FIRST = 22_000 * DAY;

  /** Whether all articles are out, within this process. */
  private static volatile boolean sent;

  private static volatile boolean ended;

  private StreamState() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    long articles = Long.parseLong(args[0]);
    long perDay = Long.parseLong(args[1]);
    Duration window = Duration.ofDays(Long.parseLong(args[2]));
    String folder = args.length > 3 ? args[3] : "examples";
    Path kept = Files.createTempDirectory("state");
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, kept.toUri().toString());
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    environment.setParallelism(1);
    LinksAsTheyCome.of(
            environment.addSource(
                new Made(articles, perDay, folder), TypeInformation.of(Sketched.class)),
            window,
            Settings.of(SourceOptions.DEFAULT),
            "links")
        .sinkTo(new DiscardingSink<Sending>());
    long before = heap();
    long since = System.nanoTime();
    JobClient job = environment.executeAsync();
    while (!sent) {
      TimeUnit.MILLISECONDS.sleep(100);
      if (job.getJobStatus().get().isGloballyTerminalState()) {
        throw new IllegalStateException("the job ended early");
      }
    }
    // Behind the last article, so that all are held by then.
    String savepoint =
        job.triggerSavepoint(kept.toUri().toString(), SavepointFormatType.CANONICAL).get();
    double seconds = (System.nanoTime() - since) / 1e9;
    long held = heap() - before;
    long size = size(Path.of(java.net.URI.create(savepoint)));
    ended = true;
    job.cancel().get();
    long inWindow = Math.min(articles, perDay * (window.toDays() + 2));
    System.out.printf(
        Locale.ROOT,
        "%,d articles, %,d a day, window %d days: savepoint %,d bytes (%,d an article, %,d of each"
            + " that the window holds at most), heap %,d bytes an article, %.0f articles/s%n",
        articles,
        perDay,
        window.toDays(),
        size,
        size / articles,
        size / inWindow,
        held / articles,
        articles / seconds);
    System.exit(0);
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** Sketches of made records, then silence. */
  private static final class Made implements SourceFunction<Sketched> {
    private static final long serialVersionUID = 1L;

    private final long articles;
    private final long perDay;
    private final String folder;

    Made(long articles, long perDay, String folder) {
      this.articles = articles;
      this.perDay = perDay;
      this.folder = folder;
    }

    @Override
    public void run(SourceContext<Sketched> out) throws Exception {
      Codebook codebook = Codebook.bundled();
      Sketcher sketcher = new Sketcher(codebook, World.load(codebook));
      MadeRecords made =
          new MadeRecords(
              LedgerGrowth.coded(codebook, folder).stream().map(CodedArticle::record).toList());
      for (long i = 0; i < articles && !ended; i++) {
        ArticleRecord record = made.record(i);
        ArticleSketch sketch = sketcher.sketch(record);
        Sketched sketched =
            new Sketched(
                sketch.id(),
                FIRST + i * DAY / perDay,
                sketch.keys().toArray(new String[0]),
                sketch.meanings(),
                SketchBytes.of(sketch));
        synchronized (out.getCheckpointLock()) {
          out.collect(sketched);
        }
      }
      sent = true;
      while (!ended) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }

    @Override
    public void cancel() {
      ended = true;
    }
  }
}
