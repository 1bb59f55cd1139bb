package dev.detente.source.page;

import java.util.List;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The text of a run of inline content: white space run together as browsers do, a line break where
 * the page breaks the line; soft hyphens, zero-width spaces and byte order marks, which divide a
 * word only on the screen, left out.
 */
final class InlineText {
  private InlineText() {}

  /** Takes the characters as they come, with where they came from. */
  interface Sink {
    /**
     * The next character.
     *
     * @param piece which of the pieces it stands in
     * @param at index in that piece; 0 for a line break
     */
    void add(char c, int piece, int at);
  }

  static String of(List<Node> pieces, boolean preformatted) {
    StringBuilder text = new StringBuilder();
    write(pieces, preformatted, (c, piece, at) -> text.append(c));
    return text.toString();
  }

  static void write(List<Node> pieces, boolean preformatted, Sink sink) {
    boolean begun = false;
    int spacePiece = -1;
    int spaceAt = 0;
    int breakPiece = -1;
    int breakAt = 0;
    for (int p = 0; p < pieces.size(); p++) {
      String raw = textOf(pieces.get(p));
      if (raw == null) {
        breakPiece = breakPiece < 0 ? p : breakPiece;
        breakAt = 0;
        spacePiece = -1;
        continue;
      }
      for (int i = 0; i < raw.length(); i++) {
        char c = raw.charAt(i);
        if (isInvisible(c)) {
          continue;
        }
        if (isSpace(c)) {
          if (preformatted && c == '\n') {
            if (breakPiece < 0) {
              breakPiece = p;
              breakAt = i;
            }
            spacePiece = -1;
          } else if (spacePiece < 0 && breakPiece < 0) {
            spacePiece = p;
            spaceAt = i;
          }
          continue;
        }
        if (begun && breakPiece >= 0) {
          sink.add('\n', breakPiece, breakAt);
        } else if (begun && spacePiece >= 0) {
          sink.add(' ', spacePiece, spaceAt);
        }
        breakPiece = -1;
        spacePiece = -1;
        begun = true;
        sink.add(c, p, i);
      }
    }
  }

  /** Null for a line break. */
  static @Nullable String textOf(Node piece) {
    return piece instanceof TextNode text ? text.getWholeText() : null;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  private static boolean isInvisible(char c) {
    return c == 0xAD || c == 0x200B || c == 0xFEFF || c == 0 || c == 0x2060;
  }
}
