package dev.detente.source.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/**
 * Where each character of a text node stands in the HTML: the node's stretch of the source is read
 * again, references to characters decoded, and laid beside the text. Not thread-safe.
 */
final class SourceIndex {
  private static final int LONGEST_REFERENCE = 40;

  private static final int MOST_DECODED = 1000;

  private final Map<String, String> decoded = new HashMap<>();
  private final Markup markup;
  private final String source;

  SourceIndex(Markup markup) {
    this.markup = markup;
    this.source = markup.kept();
  }

  /** The index in the HTML of each UTF-16 unit of a piece; one number for a line break. */
  int[] of(Node piece) {
    String text = InlineText.textOf(piece);
    int start = Math.max(0, piece.sourceRange().startPos());
    if (text == null) {
      return new int[] {markup.toSource(Math.min(start, Math.max(0, source.length() - 1)))};
    }
    int end = Math.min(source.length(), Math.max(start, piece.sourceRange().endPos()));
    int[] at = new int[text.length()];
    int kept = start;
    int i = 0;
    while (i < at.length && kept < end) {
      char c = source.charAt(kept);
      if (c == '&') {
        int length = reference(kept, end);
        if (length > 0) {
          String decoded = decoded(source.substring(kept, kept + length));
          if (!decoded.isEmpty() && text.startsWith(decoded, i)) {
            int here = markup.toSource(kept);
            for (int k = 0; k < decoded.length(); k++) {
              at[i++] = here;
            }
            kept += length;
            continue;
          }
        }
      }
      if (c == text.charAt(i)
          || (Character.isWhitespace(c) && Character.isWhitespace(text.charAt(i)))) {
        at[i++] = markup.toSource(kept++);
      } else {
        kept++;
      }
    }
    if (i < at.length) {
      int last = markup.toSource(Math.max(start, Math.min(end, source.length()) - 1));
      Arrays.fill(at, i, at.length, last);
    }
    return at;
  }

  private String decoded(String reference) {
    String known = decoded.get(reference);
    if (known == null) {
      known = Parser.unescapeEntities(reference, false);
      if (decoded.size() < MOST_DECODED) {
        decoded.put(reference, known);
      }
    }
    return known;
  }

  /** Length of the reference that begins here, its semicolon included; 0 when there is none. */
  private int reference(int from, int end) {
    int limit = Math.min(end, from + LONGEST_REFERENCE);
    int at = from + 1;
    while (at < limit) {
      char c = source.charAt(at);
      if (c == ';') {
        return at + 1 - from;
      }
      if (!Character.isLetterOrDigit(c) && !(c == '#' && at == from + 1)) {
        break;
      }
      at++;
    }
    return at - from > 1 ? at - from : 0;
  }
}
