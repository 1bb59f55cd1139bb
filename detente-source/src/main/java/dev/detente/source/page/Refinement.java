package dev.detente.source.page;

import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Puts together what the page's markup and what the words tell of a passage: the markup knows
 * headings and paragraphs; the words know where in a caption the credit begins, and that a plain
 * paragraph is one.
 */
final class Refinement {
  private static final Set<PassageKind> FROM_WORDS =
      EnumSet.of(PassageKind.CAPTION, PassageKind.CREDIT, PassageKind.NOTICE, PassageKind.BYLINE);

  private Refinement() {}

  /**
   * The passages, in order.
   *
   * @param marked by the page's markup
   * @param read from the plain text
   */
  static List<Passage> of(List<Passage> marked, List<Passage> read) {
    List<Passage> passages = new ArrayList<>(marked.size());
    int at = 0;
    for (Passage passage : marked) {
      while (at < read.size() && read.get(at).span().end() <= passage.span().start()) {
        at++;
      }
      int end = at;
      boolean known = true;
      // A label in capitals alone makes no caption of what the page sets as a paragraph.
      boolean sure = passage.kind() == PassageKind.CAPTION;
      while (end < read.size() && read.get(end).span().start() < passage.span().end()) {
        known &= passage.span().contains(read.get(end).span());
        known &= FROM_WORDS.contains(read.get(end).kind());
        sure |= read.get(end).kind() != PassageKind.CAPTION;
        end++;
      }
      boolean open =
          passage.kind() == PassageKind.CAPTION
              || passage.kind() == PassageKind.BODY
              || passage.kind() == PassageKind.LEAD;
      if (open && known && sure && end > at) {
        passages.addAll(read.subList(at, end));
      } else {
        passages.add(passage);
      }
    }
    return passages;
  }
}
