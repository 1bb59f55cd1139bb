package dev.detente.flink.read;

import dev.detente.article.DetenteException;
import dev.detente.pipeline.OrderedRun;
import dev.detente.pipeline.Pipeline;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordWriter;
import dev.detente.source.Incoming;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Reads articles; what cannot be read, and what is to be known of the others, goes aside. */
public final class ReadFunction extends ProcessFunction<Arrival, Coded> {
  private static final long serialVersionUID = 1L;

  /** Where remarks go. */
  public static final OutputTag<Remark> REMARKS =
      new OutputTag<>("remarks", TypeInformation.of(Remark.class));

  /** Names of accumulators. */
  public static final String ARTICLES = "articles";

  public static final String REFUSED = "refused";
  public static final String INTERNAL = "internal";

  private static final String UNDATED = "undated";
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** As much as the threads of the command line have: the same text is read or refused. */
  private static final long STACK = 16L << 20;

  private final Settings settings;
  private transient @Nullable Reading reading;
  private transient @Nullable Pipeline pipeline;
  private transient @Nullable ExecutorService reader;
  private transient LongCounter articles = new LongCounter();
  private transient LongCounter refused = new LongCounter();
  private transient LongCounter internal = new LongCounter();
  private transient @Nullable Counter words;

  public ReadFunction(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    Reading held = Reading.hold(settings);
    reading = held;
    pipeline = held.pipeline();
    reader =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(null, task, "detente-reader", STACK);
              thread.setDaemon(true);
              return thread;
            });
    articles = new LongCounter();
    refused = new LongCounter();
    internal = new LongCounter();
    getRuntimeContext().addAccumulator(ARTICLES, articles);
    getRuntimeContext().addAccumulator(REFUSED, refused);
    getRuntimeContext().addAccumulator(INTERNAL, internal);
    words = getRuntimeContext().getMetricGroup().addGroup("detente").counter("words");
    getRuntimeContext()
        .getMetricGroup()
        .addGroup("detente")
        .gauge(ARTICLES, articles::getLocalValuePrimitive);
    getRuntimeContext()
        .getMetricGroup()
        .addGroup("detente")
        .gauge(REFUSED, refused::getLocalValuePrimitive);
  }

  /** What reading an article gave. */
  private record Read(Coded coded, long words) {}

  @Override
  public void processElement(Arrival arrival, Context context, Collector<Coded> out)
      throws Exception {
    if (arrival.article() == null) {
      refuse(arrival, String.valueOf(arrival.message()), context);
      return;
    }
    OrderedRun.Outcome<Read> outcome = read(arrival);
    Read read = outcome.value();
    if (read == null) {
      if (outcome.internal()) {
        internal.add(1);
      }
      DetenteException failure = outcome.failure();
      refuse(arrival, failure == null ? "" : String.valueOf(failure.getMessage()), context);
      return;
    }
    articles.add(1);
    if (words != null) {
      words.inc(read.words());
    }
    out.collect(read.coded());
    if (!arrival.notices().isEmpty()) {
      context.output(REMARKS, new Remark(arrival.order(), arrival.notices(), ""));
    }
  }

  private void refuse(Arrival arrival, String message, Context context) {
    refused.add(1);
    context.output(REMARKS, new Remark(arrival.order(), arrival.notices(), message));
  }

  private OrderedRun.Outcome<Read> read(Arrival arrival) throws InterruptedException {
    ExecutorService thread = reader;
    Pipeline reads = pipeline;
    if (thread == null || reads == null) {
      throw new IllegalStateException("not open");
    }
    try {
      return thread
          .submit(
              () ->
                  OrderedRun.attempt(
                      arrival.incoming(), incoming -> coded(reads, arrival.order(), incoming)))
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Read coded(Pipeline pipeline, long order, Incoming incoming) {
    var read = pipeline.read(incoming);
    ArticleRecord record = read.record();
    String published = record.article().published();
    long count = 0;
    for (var sentence : read.analysed().sentences()) {
      count += sentence.size();
    }
    return new Read(
        new Coded(
            order,
            record.article().id(),
            published != null && DAY.matcher(published).matches() ? published : UNDATED,
            RecordWriter.line(record).getBytes(StandardCharsets.UTF_8)),
        count);
  }

  @Override
  public void close() throws Exception {
    if (reader != null) {
      reader.shutdownNow();
      reader.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES);
    }
    if (reading != null) {
      reading.close();
      reading = null;
    }
  }
}
