package dev.detente.flink.read;

import dev.detente.pipeline.OrderedRun;
import dev.detente.pipeline.ReadArticle;
import dev.detente.source.Incoming;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Reads articles within a task, on a thread with as much stack as the command line gives, so that
 * the same text is read or refused; counts them. Of one thread, the task's.
 */
public final class TaskReader implements AutoCloseable {
  /** Names of accumulators and metrics. */
  public static final String ARTICLES = "articles";

  public static final String REFUSED = "refused";
  public static final String INTERNAL = "internal";

  /** The group of our metrics. */
  public static final String METRICS = "detente";

  private static final long STACK = 16L << 20;

  private final Reading reading;
  private final ExecutorService thread;
  private final LongCounter articles = new LongCounter();
  private final LongCounter refused = new LongCounter();
  private final LongCounter internal = new LongCounter();
  private final Counter words;

  /** Takes hold of what reads by these settings. */
  public TaskReader(Settings settings, RuntimeContext context) throws IOException {
    reading = Reading.hold(settings);
    thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread reader = new Thread(null, task, "detente-reader", STACK);
              reader.setDaemon(true);
              return reader;
            });
    context.addAccumulator(ARTICLES, articles);
    context.addAccumulator(REFUSED, refused);
    context.addAccumulator(INTERNAL, internal);
    MetricGroup metrics = context.getMetricGroup().addGroup(METRICS);
    words = metrics.counter("words");
    metrics.gauge(ARTICLES, articles::getLocalValuePrimitive);
    metrics.gauge(REFUSED, refused::getLocalValuePrimitive);
  }

  /** The codebook and what is made with it. */
  public Reading reading() {
    return reading;
  }

  /**
   * Reads an article.
   *
   * @param article one with an article, on the thread that reads
   * @param then what is made of it, there too
   */
  public <T> OrderedRun.Outcome<T> read(Callable<Incoming> article, Function<ReadArticle, T> then)
      throws InterruptedException {
    try {
      OrderedRun.Outcome<T> outcome =
          thread
              .submit(
                  () ->
                      OrderedRun.attempt(
                          article.call(),
                          incoming -> {
                            ReadArticle read = reading.pipeline().read(incoming);
                            T made = then.apply(read);
                            count(read);
                            return made;
                          }))
              .get();
      if (outcome.value() != null) {
        articles.add(1);
      } else if (outcome.internal()) {
        internal.add(1);
      }
      return outcome;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void count(ReadArticle read) {
    long count = 0;
    for (var sentence : read.analysed().sentences()) {
      count += sentence.size();
    }
    words.inc(count);
  }

  /** Counts one that could not be read. */
  public void refuse() {
    refused.add(1);
  }

  @Override
  public void close() throws InterruptedException {
    thread.shutdownNow();
    if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("an article is still being read");
    }
    reading.close();
  }
}
