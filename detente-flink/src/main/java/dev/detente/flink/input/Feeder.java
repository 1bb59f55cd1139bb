package dev.detente.flink.input;

import dev.detente.source.ArticleSource;
import dev.detente.source.Checkpoint;
import dev.detente.source.Incoming;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads an input on a thread of its own, a few articles ahead, since a source of articles pushes
 * and Flink pulls. {@link #poll} and {@link #available} belong to one thread.
 */
final class Feeder implements AutoCloseable {
  private static final int AHEAD = 32;

  /** As much as the command line gives. */
  private static final long STACK = 16L << 20;

  /**
   * What came next.
   *
   * @param incoming null at the end
   */
  record Given(@Nullable Incoming incoming) {}

  private final Deque<Given> ready = new ArrayDeque<>();
  private final Thread thread;
  private @Nullable CompletableFuture<Void> waited;
  private @Nullable RuntimeException broken;

  /**
   * @param whole what the split is a part of
   */
  Feeder(InputSplit split, ArticleSource whole) {
    thread = new Thread(null, () -> run(split, whole), "detente-feeder", STACK);
    thread.setDaemon(true);
    thread.start();
  }

  private void run(InputSplit split, ArticleSource whole) {
    try {
      ArticleSource source = whole.only(split.part());
      Checkpoint reached = split.reached();
      if (reached != null) {
        source.readOn(Map.of(reached.input(), reached));
      }
      source.forEach(incoming -> put(new Given(incoming)));
      put(new Given(null));
    } catch (Closed e) {
      // Nobody wants more.
    } catch (RuntimeException e) {
      fail(e);
    } catch (StackOverflowError | OutOfMemoryError e) {
      fail(new IllegalStateException(e));
    }
  }

  private synchronized void fail(RuntimeException e) {
    broken = e;
    wake();
  }

  private synchronized void put(Given given) {
    try {
      while (ready.size() >= AHEAD) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new Closed();
    }
    ready.add(given);
    wake();
  }

  private void wake() {
    if (waited != null) {
      waited.complete(null);
      waited = null;
    }
  }

  /** What came next; null when nothing has come yet. */
  synchronized @Nullable Given poll() {
    Given given = ready.poll();
    if (given == null && broken != null) {
      throw broken;
    }
    notifyAll();
    return given;
  }

  /** Done when there is something to poll. */
  synchronized CompletableFuture<Void> available() {
    if (!ready.isEmpty() || broken != null) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> waiting = waited;
    if (waiting == null) {
      waiting = new CompletableFuture<>();
      waited = waiting;
    }
    return waiting;
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  private static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Closed() {
      super(null, null, false, false);
    }
  }
}
