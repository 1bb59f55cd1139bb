package dev.detente.article;

import java.util.Arrays;

/**
 * The text of an article, exactly as it was given, with the two ways of counting its characters.
 *
 * <p>Java strings count UTF-16 units, Detente's records count code points. For a text without
 * supplementary characters the two are the same and conversion costs nothing; else a position is
 * found by binary search over the supplementary characters. A lone surrogate counts as one code
 * point. Immutable and thread-safe.
 */
public final class ArticleText {
  private final String string;

  /** UTF-16 index of each surrogate pair's first unit, ascending. */
  private final int[] pairs;

  private ArticleText(String string, int[] pairs) {
    this.string = string;
    this.pairs = pairs;
  }

  /** Wraps a text; linear time. */
  public static ArticleText of(String string) {
    int[] pairs = new int[0];
    int count = 0;
    for (int i = 0; i + 1 < string.length(); i++) {
      if (Character.isHighSurrogate(string.charAt(i))
          && Character.isLowSurrogate(string.charAt(i + 1))) {
        if (count == pairs.length) {
          pairs = Arrays.copyOf(pairs, Math.max(8, count * 2));
        }
        pairs[count++] = i++;
      }
    }
    return new ArticleText(string, Arrays.copyOf(pairs, count));
  }

  /** The text as a Java string. */
  public String string() {
    return string;
  }

  /** Length in code points. */
  public int length() {
    return string.length() - pairs.length;
  }

  /**
   * The code point position of a UTF-16 index; an index inside a surrogate pair gives the pair's
   * own position.
   *
   * @param utf16 0 to {@code string().length()}, inclusive
   */
  public int codePoint(int utf16) {
    if (pairs.length == 0) {
      return utf16;
    }
    int found = Arrays.binarySearch(pairs, utf16);
    int before = found >= 0 ? found : -found - 1;
    // A pair that begins before this index has been counted as two units, also when the index is
    // inside it.
    return utf16 - before;
  }

  /**
   * The UTF-16 index at which a code point begins.
   *
   * @param codePoint 0 to {@link #length()}, inclusive
   */
  public int utf16(int codePoint) {
    if (pairs.length == 0) {
      return codePoint;
    }
    int low = 0;
    int high = pairs.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pairs[middle] - middle < codePoint) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return codePoint + low;
  }

  /** The span of code points for a half-open range of UTF-16 units. */
  public Span span(int utf16Start, int utf16End) {
    return new Span(codePoint(utf16Start), codePoint(utf16End));
  }

  /** The words of a span, exactly as they stand. */
  public String slice(Span span) {
    return string.substring(utf16(span.start()), utf16(span.end()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ArticleText text && text.string.equals(string);
  }

  @Override
  public int hashCode() {
    return string.hashCode();
  }

  @Override
  public String toString() {
    return string;
  }
}
