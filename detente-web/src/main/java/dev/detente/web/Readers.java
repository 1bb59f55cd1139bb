package dev.detente.web;

import dev.detente.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A few readers of one ledger, lent to one request at a time each, and not for longer than a
 * question may take. Thread-safe.
 */
final class Readers implements AutoCloseable {
  private static final int WAIT_SECONDS = 20;

  private final Ledger ledger;
  private final List<Ledger> all = new ArrayList<>();
  private final BlockingQueue<Ledger> free;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "detente-clock"));

  /**
   * @param ledger closed with this
   * @param count how many requests may ask it at once
   */
  Readers(Ledger ledger, int count) {
    this.ledger = ledger;
    this.free = new ArrayBlockingQueue<>(count);
    for (int i = 0; i < count; i++) {
      Ledger reader = ledger.reader();
      all.add(reader);
      free.add(reader);
    }
  }

  static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Asks the ledger.
   *
   * @param millis after which the question is broken off, by DET-0713
   * @throws Busy when all readers are lent for too long
   */
  <T extends @Nullable Object> T ask(long millis, Function<Ledger, T> question) {
    Ledger reader;
    try {
      reader = free.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy();
    }
    if (reader == null) {
      throw new Busy();
    }
    ScheduledFuture<?> end = clock.schedule(reader::stop, millis, TimeUnit.MILLISECONDS);
    try {
      return question.apply(reader);
    } finally {
      end.cancel(false);
      reader.resume();
      free.add(reader);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    all.forEach(Ledger::close);
    ledger.close();
  }

  /** Too many ask at once. */
  static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Busy() {
      super("too many questions at once; ask again in a moment");
    }
  }
}
