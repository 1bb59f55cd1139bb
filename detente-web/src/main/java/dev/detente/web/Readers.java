package dev.detente.web;

import dev.detente.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A few readers of one ledger, lent to one request at a time each. Thread-safe. */
final class Readers implements AutoCloseable {
  private static final int WAIT_SECONDS = 20;

  private final Ledger ledger;
  private final List<Ledger> all = new ArrayList<>();
  private final BlockingQueue<Ledger> free;

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

  /**
   * Asks the ledger.
   *
   * @throws Busy when all readers are lent for too long
   */
  <T extends @Nullable Object> T ask(Function<Ledger, T> question) {
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
    try {
      return question.apply(reader);
    } finally {
      free.add(reader);
    }
  }

  @Override
  public void close() {
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
