package dev.detente.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks fifty times a second at what threads do, and counts by the part of us that they are in, or
 * that called what they are in.
 */
final class Sampler implements AutoCloseable {
  private static final long PAUSE_MILLIS = 20;
  private static final String OURS = "dev.detente.";

  /** Beginnings of packages, the first that fits counts. */
  private static final Map<String, String> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("language", "analysis: the network, and sentences and words around it");
    PARTS.put("article.passages", "reading");
    PARTS.put("reading", "reading");
    PARTS.put("codebook", "reading");
    PARTS.put("record.json", "records as JSON, and from it");
    PARTS.put("flink.across", "links, copies and stories across articles");
    PARTS.put("ledger.relate", "links, copies and stories across articles");
    PARTS.put("ledger.story", "links, copies and stories across articles");
    PARTS.put("source.duplicate", "links, copies and stories across articles");
    PARTS.put("flink.files", "files and tables");
    PARTS.put("source", "taking articles from inputs");
  }

  private final Map<String, Integer> counts;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Begins.
   *
   * @param counts to be added to
   */
  Sampler(Map<String, Integer> counts) {
    this.counts = counts;
    this.thread = new Thread(this::look, "sampler");
    thread.setDaemon(true);
    thread.start();
  }

  private void look() {
    while (!closed) {
      Thread.getAllStackTraces()
          .forEach(
              (other, stack) -> {
                if (other.getState() == Thread.State.RUNNABLE
                    && other != thread
                    && stack.length > 0
                    && !waits(stack[0])) {
                  String part = part(stack);
                  if (part != null) {
                    counts.merge(part, 1, Integer::sum);
                  }
                }
              });
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Threads that wait in the system are told as running. */
  private static boolean waits(StackTraceElement top) {
    return top.isNativeMethod()
        && (top.getClassName().startsWith("sun.nio.ch.")
            || top.getClassName().startsWith("java.net.")
            || top.getMethodName().equals("waitForReferencePendingList"));
  }

  private static @Nullable String part(StackTraceElement[] stack) {
    boolean flink = false;
    for (StackTraceElement frame : stack) {
      String name = frame.getClassName();
      if (name.startsWith(OURS) && !name.startsWith(OURS + "benchmark")) {
        for (Map.Entry<String, String> part : PARTS.entrySet()) {
          if (name.startsWith(OURS + part.getKey())) {
            return part.getValue();
          }
        }
      }
      flink |= name.startsWith("org.apache.flink.");
    }
    return flink ? "Flink itself: passing on, sorting, starting" : null;
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
