package dev.detente.cli.score;

import dev.detente.article.Span;
import java.util.List;

/**
 * One way in which a record differs from the annotation. Immutable.
 *
 * @param group what differs: {@code act}, {@code event missed}, {@code speaker}, ...
 * @param cause how: {@code claim read as say}; with the group, what is counted
 * @param detail this one in words
 * @param goldSpans where it stands in the annotation; empty when only the record has it
 * @param readSpans where it stands in the record; empty when only the annotation has it
 */
public record Difference(
    String group, String cause, String detail, List<Span> goldSpans, List<Span> readSpans) {
  public Difference {
    goldSpans = List.copyOf(goldSpans);
    readSpans = List.copyOf(readSpans);
  }

  /** What is counted: {@code act: claim read as say}. */
  public String label() {
    return cause.isEmpty() ? group : group + ": " + cause;
  }
}
