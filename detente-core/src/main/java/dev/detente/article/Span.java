package dev.detente.article;

/**
 * A half-open range {@code [start, end)} of Unicode code points of an article's text.
 *
 * <p>Code points, not UTF-16 units, so that the figures mean the same to Java, Python, R and the
 * W3C TextPositionSelector; {@link ArticleText} converts. Immutable and thread-safe. Ordered by
 * start, then end.
 *
 * @param start first code point, 0 or more
 * @param end one past the last code point, {@code start} or more
 */
public record Span(int start, int end) implements Comparable<Span> {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
    }
  }

  /** Number of code points. */
  public int length() {
    return end - start;
  }

  /** Whether the two share at least one code point. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /**
   * Whether every code point of the other lies in this one; an empty span lies in any that touches
   * it.
   */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** Whether the code point at this position belongs to the span. */
  public boolean contains(int position) {
    return start <= position && position < end;
  }

  /** The smallest span that contains both. */
  public Span union(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  @Override
  public int compareTo(Span other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }

  @Override
  public String toString() {
    return "[" + start + ", " + end + ")";
  }
}
