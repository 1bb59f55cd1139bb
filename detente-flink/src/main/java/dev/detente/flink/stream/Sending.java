package dev.detente.flink.stream;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent.
 *
 * @param key the last message of a key counts, where a topic is compacted
 * @param time of the article's message; negative when that had none
 * @param headers names and values by turns
 */
public record Sending(
    String topic, byte @Nullable [] key, byte @Nullable [] value, long time, String[] headers) {
  private static final String[] NONE = {};

  static Sending of(String topic, String key, String json, long time) {
    return new Sending(topic, bytes(key), bytes(json), time, NONE);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
