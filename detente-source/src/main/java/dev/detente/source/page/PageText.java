package dev.detente.source.page;

import dev.detente.article.ArticleText;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of an article put together from its parts, paragraphs apart by one blank line, with its
 * passages and the way back to the HTML.
 *
 * @param text the text
 * @param passages one a part, joined parts together
 * @param map from the text to the HTML
 */
record PageText(ArticleText text, List<Passage> passages, SourceMap map) {

  static PageText of(List<Part> parts, Markup markup) {
    StringBuilder text = new StringBuilder();
    SourceMap.Builder map = new SourceMap.Builder();
    SourceIndex index = new SourceIndex(markup);
    List<int[]> spans = new ArrayList<>();
    List<PassageKind> kinds = new ArrayList<>();
    for (Part part : parts) {
      Block block = part.block();
      int[][] where = new int[block.pieces().size()][];
      boolean joined = part.joined() && !spans.isEmpty();
      int gap = text.isEmpty() ? 0 : joined ? 1 : 2;
      int[] start = {-1};
      InlineText.write(
          block.pieces(),
          block.at(Place.PREFORMATTED),
          (c, piece, at) -> {
            int[] of = where[piece];
            if (of == null) {
              of = index.of(block.pieces().get(piece));
              where[piece] = of;
            }
            if (start[0] < 0) {
              for (int i = 0; i < gap; i++) {
                text.append(joined ? ' ' : '\n');
                map.add(of[at]);
              }
              start[0] = text.length();
            }
            text.append(c);
            map.add(of[at]);
          });
      if (joined) {
        spans.get(spans.size() - 1)[1] = text.length();
      } else {
        spans.add(new int[] {start[0], text.length()});
        kinds.add(part.kind());
      }
    }
    ArticleText whole = ArticleText.of(text.toString());
    List<Passage> passages = new ArrayList<>(spans.size());
    for (int i = 0; i < spans.size(); i++) {
      int from = trimStart(text, spans.get(i)[0], spans.get(i)[1]);
      int to = trimEnd(text, from, spans.get(i)[1]);
      passages.add(new Passage(kinds.get(i), whole.span(from, to)));
    }
    return new PageText(whole, passages, map.build());
  }

  private static int trimStart(CharSequence text, int from, int to) {
    int at = from;
    while (at < to && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int trimEnd(CharSequence text, int from, int to) {
    int at = to;
    while (at > from && isSpace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
