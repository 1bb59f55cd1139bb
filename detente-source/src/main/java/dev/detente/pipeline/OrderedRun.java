package dev.detente.pipeline;

import dev.detente.article.Article;
import dev.detente.article.DetenteException;
import dev.detente.source.ArticleSource;
import dev.detente.source.Checkpoint;
import dev.detente.source.Incoming;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles with several threads and hands on what becomes of them in the order they came, so
 * that the number of threads never shows. At most a few articles a thread are held at once.
 */
public final class OrderedRun {
  /**
   * What became of one article.
   *
   * @param value null when it failed
   * @param failure null when it did not
   * @param internal whether the failure is ours and not the input's
   * @param notices what the user should know of the input
   * @param reached how far the input has been read with it; null when that was not kept
   */
  public record Outcome<T>(
      @Nullable T value,
      @Nullable DetenteException failure,
      boolean internal,
      List<String> notices,
      @Nullable Checkpoint reached) {}

  private record Slot<T>(@Nullable Future<Outcome<T>> future) {}

  private OrderedRun() {}

  /**
   * Runs to the end of the source, or until the sink throws.
   *
   * @param work thread-safe
   * @param sink called on the calling thread
   */
  public static <T> void run(
      ArticleSource source, Function<Incoming, T> work, int threads, Consumer<Outcome<T>> sink) {
    ExecutorService workers = Executors.newFixedThreadPool(threads, daemons("reader"));
    BlockingQueue<Slot<T>> queue = new ArrayBlockingQueue<>(threads * 4);
    AtomicReference<@Nullable RuntimeException> broken = new AtomicReference<>();
    Thread feeder =
        new Thread(
            () -> {
              try {
                source.forEach(incoming -> put(queue, submit(incoming, work, workers)));
              } catch (Interrupted e) {
                return;
              } catch (RuntimeException e) {
                broken.set(e);
              }
              try {
                queue.put(new Slot<>(null));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "detente-feeder");
    feeder.setDaemon(true);
    feeder.start();
    try {
      while (true) {
        Future<Outcome<T>> future = queue.take().future();
        if (future == null) {
          break;
        }
        sink.accept(future.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      feeder.interrupt();
      workers.shutdownNow();
      awaitEnd(workers);
    }
    RuntimeException thrown = broken.get();
    if (thrown != null) {
      throw thrown;
    }
  }

  /** What the work uses may be closed after this: no thread is in it any more. */
  private static void awaitEnd(ExecutorService workers) {
    try {
      while (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
        // An article takes seconds at most: there is nothing to do but wait.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(null, task, "detente-" + name, 16L << 20);
      thread.setDaemon(true);
      return thread;
    };
  }

  private static <T> Future<Outcome<T>> submit(
      Incoming incoming, Function<Incoming, T> work, ExecutorService workers) {
    Article article = incoming.article();
    if (article == null) {
      return CompletableFuture.completedFuture(
          new Outcome<>(null, incoming.failure(), false, incoming.notices(), incoming.reached()));
    }
    return workers.submit(() -> attempt(incoming, work));
  }

  /** What becomes of an article; a fault of ours costs that article and nothing else. */
  public static <T> Outcome<T> attempt(Incoming incoming, Function<Incoming, T> work) {
    Article article = Objects.requireNonNull(incoming.article());
    List<String> notices = incoming.notices();
    Checkpoint reached = incoming.reached();
    try {
      return new Outcome<>(work.apply(incoming), null, false, notices, reached);
    } catch (DetenteException e) {
      return new Outcome<>(null, e, false, notices, reached);
    } catch (RuntimeException | StackOverflowError e) {
      StackTraceElement[] trace = e.getStackTrace();
      return new Outcome<>(
          null,
          new DetenteException(
              "DET-0501",
              "article "
                  + article.id()
                  + ": internal error ("
                  + e
                  + (trace.length == 0 ? "" : " at " + trace[0])
                  + "); please report it with the article",
              e),
          true,
          notices,
          reached);
    }
  }

  private static <T> void put(BlockingQueue<Slot<T>> queue, Future<Outcome<T>> future) {
    try {
      queue.put(new Slot<>(future));
    } catch (InterruptedException e) {
      throw new Interrupted();
    }
  }

  /** The consumer has stopped: the feeder is to end. */
  private static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Interrupted() {
      super(null, null, false, false);
    }
  }
}
