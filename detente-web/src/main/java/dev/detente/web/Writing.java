package dev.detente.web;

import dev.detente.ledger.Ledger;
import dev.detente.web.api.Writer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one thread that changes a ledger while others ask it. Thread-safe. */
final class Writing implements Writer, AutoCloseable {
  private static final int END_SECONDS = 30;

  private final Ledger ledger;
  private volatile Runnable changed = () -> {};
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(work -> Readers.daemon(work, "detente-writer"));

  /**
   * @param ledger opened to be written; from now on used by this alone
   */
  Writing(Ledger ledger) {
    this.ledger = ledger;
  }

  /** What is done after each change, on the thread that asked for it. */
  void onChange(Runnable listener) {
    changed = listener;
  }

  @Override
  public <T extends @Nullable Object> T write(Function<Ledger, T> change) {
    try {
      T made = thread.submit(() -> change.apply(ledger)).get();
      changed.run();
      return made;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Readers.Busy();
    } catch (RejectedExecutionException e) {
      throw new Readers.Busy();
    }
  }

  /** Ends after the change that is under way. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
