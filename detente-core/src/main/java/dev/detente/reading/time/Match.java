package dev.detente.reading.time;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule matched.
 *
 * @param from first token of the match, context included
 * @param spanStart first token of the expression
 * @param end one past the expression's last token
 * @param to one past the last token of the match, context included
 * @param captures classes and inner expressions, in order
 */
record Match(Rule rule, int from, int spanStart, int end, int to, List<Capture> captures) {

  /**
   * What a class or slot of the pattern took.
   *
   * @param name of the class, or {@code time}
   * @param token index of the token
   * @param inner the inner expression of a {@code {time}} slot
   */
  record Capture(String name, int token, @Nullable Match inner) {}

  /** The index-th capture of this name; null if there are fewer. */
  @Nullable Capture capture(String name, int index) {
    int left = index;
    for (Capture capture : captures) {
      if (capture.name().equals(name) && left-- == 0) {
        return capture;
      }
    }
    return null;
  }

  boolean has(String name) {
    return capture(name, 0) != null;
  }
}
