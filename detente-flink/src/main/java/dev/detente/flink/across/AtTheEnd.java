package dev.detente.flink.across;

import org.apache.flink.streaming.api.TimerService;

/** When all that there is of a key has come. Stateless. */
final class AtTheEnd {
  private AtTheEnd() {}

  /** Has the timer of the current key called when all of it has come. */
  static void of(TimerService timers) {
    timers.registerEventTimeTimer(Long.MAX_VALUE);
  }
}
