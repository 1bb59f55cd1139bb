package dev.detente.web.news;

import dev.detente.article.DetenteException;
import dev.detente.ledger.Fresh;
import dev.detente.ledger.Question;
import dev.detente.web.api.Lender;
import dev.detente.web.api.Writer;
import io.javalin.http.sse.SseClient;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells those who want to know of what comes into the ledger. Thread-safe. */
public final class News implements AutoCloseable {
  /** Between two signs of life to those who listen. */
  private static final long GREETING = 15_000;

  private static final int END_MILLIS = 15_000;

  private final Streams streams;
  private final @Nullable Hooks hooks;
  private final Thread thread;
  private boolean changed = true;
  private boolean ended;

  /**
   * Begins to tell.
   *
   * @param writer null when the ledger is open to be read alone: then nothing is sent to hooks
   * @param questions the question that a filter asks
   * @param retryMillis until a hook that failed is tried again at first, and at last
   */
  public News(
      Lender lender,
      @Nullable Writer writer,
      Function<String, Question> questions,
      Supplier<String> origin,
      long[] retryMillis) {
    this.streams = new Streams(lender, origin);
    this.hooks =
        writer == null
            ? null
            : new Hooks(lender, writer, questions, origin, retryMillis[0], retryMillis[1]);
    this.thread = new Thread(this::run, "detente-news");
    thread.setDaemon(true);
    thread.start();
  }

  /** Something may have come. */
  public synchronized void changed() {
    changed = true;
    notifyAll();
  }

  /** Whether no more can listen. */
  public boolean isFull() {
    return streams.isFull();
  }

  /** Tells this one of all that comes from a position on. */
  public void listen(SseClient client, Question question, Fresh.Position from) {
    streams.add(client, question, from);
    changed();
  }

  private void run() {
    while (true) {
      boolean woken = await();
      synchronized (this) {
        if (ended) {
          return;
        }
      }
      try {
        if (!woken) {
          streams.greet();
        }
        streams.tell();
        if (hooks != null && hooks.deliver()) {
          changed();
        }
      } catch (DetenteException | IllegalStateException e) {
        // The ledger cannot be asked just now; those who are told are told later.
      } catch (RuntimeException e) {
        // One who listens has gone, or too many ask; the others are told next time.
      }
    }
  }

  /** Whether something has come, else it is time for a sign of life or another attempt. */
  private synchronized boolean await() {
    long next = hooks == null ? -1 : hooks.next();
    long millis = next < 0 ? GREETING : Math.min(GREETING, next);
    try {
      if (!changed && !ended) {
        wait(millis);
      }
    } catch (InterruptedException e) {
      ended = true;
    }
    boolean woken = changed || (next >= 0 && next < GREETING);
    changed = false;
    return woken;
  }

  @Override
  public void close() {
    synchronized (this) {
      ended = true;
      notifyAll();
    }
    try {
      thread.join(END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    streams.close();
  }
}
