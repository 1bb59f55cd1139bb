package dev.detente.source.mark;

import dev.detente.article.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One annotation of brat. Immutable.
 *
 * @param id {@code T1}, {@code E1}, {@code R1}, {@code A1}, {@code N1}, {@code #1}; {@code *} for
 *     an equivalence, which has none
 * @param label its type
 * @param spans where it stands, in order, code points; only a text-bound one, {@code T}, has any
 * @param arguments what it joins or speaks of, in the file's order
 * @param value an attribute's value, a note's text or the entry that a normalisation refers to;
 *     null when there is none
 */
public record Annotation(
    String id, String label, List<Span> spans, List<Argument> arguments, @Nullable String value) {
  /**
   * Another annotation in a role.
   *
   * @param role empty where brat writes none
   * @param id of the other
   */
  public record Argument(String role, String id) {}

  public Annotation {
    spans = List.copyOf(spans);
    arguments = List.copyOf(arguments);
  }
}
