package dev.detente.flink.stream;

import org.jspecify.annotations.Nullable;

/**
 * A message as it came.
 *
 * @param time in milliseconds since 1970, as Kafka has it; negative when it has none
 */
public record Message(
    String topic,
    int partition,
    long offset,
    long time,
    byte @Nullable [] key,
    byte @Nullable [] value) {
  /** What it is called: {@code articles/3@1207}. */
  String name() {
    return topic + "/" + partition + "@" + offset;
  }
}
