package dev.detente.source.page;

import java.util.Arrays;

/**
 * From characters of an extracted text to the HTML that they were taken from.
 *
 * <p>Both sides count UTF-16 units: of the article's string, and of the decoded HTML. Stretches in
 * which both advance together are held as one, so that an article takes a few hundred numbers.
 * White space that the page sets between its blocks (the blank line between paragraphs) leads to
 * where the next block begins. Immutable and thread-safe.
 */
public final class SourceMap {
  static final SourceMap NONE = new SourceMap(new int[0], new int[0], 0);

  private final int[] text;
  private final int[] html;
  private final int length;

  private SourceMap(int[] text, int[] html, int length) {
    this.text = text;
    this.html = html;
    this.length = length;
  }

  /** Length of the text, in UTF-16 units. */
  public int length() {
    return length;
  }

  /**
   * Where in the HTML a character of the text begins; for the text's end, one past its last
   * character.
   *
   * @param textIndex 0 to {@link #length()}, inclusive
   */
  public int toHtml(int textIndex) {
    if (textIndex < 0 || textIndex > length) {
      throw new IndexOutOfBoundsException(textIndex);
    }
    if (length == 0) {
      return 0;
    }
    if (textIndex == length) {
      return toHtml(length - 1) + 1;
    }
    int found = Arrays.binarySearch(text, textIndex);
    int run = found >= 0 ? found : -found - 2;
    return html[run] + (textIndex - text[run]);
  }

  /** Number of stretches. */
  public int runs() {
    return text.length;
  }

  /** Where a stretch begins in the text. */
  public int runText(int run) {
    return text[run];
  }

  /** Where a stretch begins in the HTML. */
  public int runHtml(int run) {
    return html[run];
  }

  /** Puts a map together, character by character. Not thread-safe. */
  static final class Builder {
    private int[] text = new int[64];
    private int[] html = new int[64];
    private int runs;
    private int length;

    /** The next character of the text stands here in the HTML. */
    void add(int htmlIndex) {
      if (runs == 0 || html[runs - 1] + (length - text[runs - 1]) != htmlIndex) {
        if (runs == text.length) {
          text = Arrays.copyOf(text, runs * 2);
          html = Arrays.copyOf(html, runs * 2);
        }
        text[runs] = length;
        html[runs] = htmlIndex;
        runs++;
      }
      length++;
    }

    SourceMap build() {
      return new SourceMap(Arrays.copyOf(text, runs), Arrays.copyOf(html, runs), length);
    }
  }
}
