package dev.detente.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a run has come, as a bar on standard error or not at all. Not thread-safe. */
final class Progress implements AutoCloseable {
  private final Terminal terminal;
  private final @Nullable ProgressBar bar;

  private Progress(Terminal terminal, @Nullable ProgressBar bar) {
    this.terminal = terminal;
    this.bar = bar;
  }

  /** Shows nothing. */
  static Progress none(Terminal terminal) {
    return new Progress(terminal, null);
  }

  /**
   * Shows a bar.
   *
   * @param count how many articles there are; -1 when that is not known
   */
  static Progress start(Terminal terminal, long count) {
    return new Progress(
        terminal,
        new ProgressBarBuilder()
            .setTaskName("Reading")
            .setInitialMax(count)
            .setUnit(" articles", 1)
            .setUpdateIntervalMillis(200)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.width() - 1))
            .showSpeed()
            .build());
  }

  /**
   * Shows a bar of bytes with an estimate of the time left.
   *
   * @param bytes how many there are to read
   */
  static Progress ofBytes(Terminal terminal, long bytes) {
    return new Progress(
        terminal,
        new ProgressBarBuilder()
            .setTaskName("Reading")
            .setInitialMax(bytes)
            .setUnit(" MiB", 1 << 20)
            .setUpdateIntervalMillis(200)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.width() - 1))
            .showSpeed()
            .build());
  }

  /** So many bytes have been read. */
  void at(long bytes) {
    if (bar != null) {
      bar.stepTo(bytes);
    }
  }

  void step() {
    if (bar != null) {
      bar.step();
    }
  }

  /** Prints a message, on a line of its own also while the bar is drawn. */
  void message(@Nullable String message) {
    if (bar != null) {
      terminal.err().print("\r\u001b[K");
    }
    terminal.message(message);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
