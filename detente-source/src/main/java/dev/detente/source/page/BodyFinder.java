package dev.detente.source.page;

import dev.detente.article.PassageKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the article among the blocks of a page. Immutable and thread-safe. */
final class BodyFinder {
  private static final int UNWANTED =
      Hint.COMMENT.bit()
          | Hint.RELATED.bit()
          | Hint.SHARE.bit()
          | Hint.AD.bit()
          | Hint.PROMO.bit()
          | Hint.NAVIGATION.bit()
          | Hint.FOOTER.bit()
          | Hint.CONSENT.bit()
          | Hint.TAGS.bit()
          | Hint.BIO.bit()
          | Hint.PAYWALL.bit()
          | Hint.SIDEBAR.bit()
          | Hint.HIDDEN.bit();
  private static final int UNWANTED_PLACES =
      Place.NAVIGATION.bit()
          | Place.FOOTER.bit()
          | Place.FORM.bit()
          | Place.HIDDEN.bit()
          | Place.ASIDE.bit();

  private final PageWords words;

  BodyFinder(PageWords words) {
    this.words = words;
  }

  /** The parts of the article, headline included, in order; empty when there is none. */
  List<Part> find(PageBlocks page, @Nullable String title) {
    Container best = container(page);
    if (best == null) {
      return List.of();
    }
    List<Part> parts = new ArrayList<>();
    boolean body = false;
    for (Block block : page.blocks()) {
      if (!best.contains(block.container())
          || (block.container().allHints & UNWANTED & ~best.allHints) != 0
          || (block.container().places & UNWANTED_PLACES & ~best.places) != 0
          || words.isFurniture(block.text())) {
        continue;
      }
      if (block.at(Place.TITLE) && !body) {
        parts.add(new Part(block, PassageKind.HEADLINE));
      } else if (block.at(Place.CAPTION)) {
        parts.add(new Part(block, PassageKind.CAPTION));
      } else if (block.at(Place.HEADING)) {
        parts.add(new Part(block, PassageKind.SUBHEADING));
      } else if (block.linkShare() < 0.6 && (block.length() > 40 || block.at(Place.PARAGRAPH))) {
        parts.add(new Part(block, body ? PassageKind.BODY : PassageKind.LEAD));
        body = true;
      }
    }
    return parts;
  }

  private static @Nullable Container container(PageBlocks page) {
    double[] scores = new double[page.containers().size()];
    for (Block block : page.blocks()) {
      if (!BlockCollector.isProse(block)
          || (block.container().allHints & UNWANTED) != 0
          || (block.container().places & UNWANTED_PLACES) != 0) {
        continue;
      }
      double value = 1 + Math.min(block.length() / 100.0, 3) + commas(block.text());
      Container c = block.at(Place.PARAGRAPH) ? block.container().parent : block.container();
      double share = 1;
      for (int i = 0; i < 4 && c != null; i++, c = c.parent, share *= 0.5) {
        scores[c.index] += value * share;
      }
    }
    Container best = null;
    double top = 0;
    for (Container c : page.containers()) {
      double score = scores[c.index] * (c.chars == 0 ? 0 : 1 - (double) c.linkChars / c.chars);
      if (score > top) {
        top = score;
        best = c;
      }
    }
    return best;
  }

  private static int commas(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      count += c == ',' || c == '，' || c == '、' ? 1 : 0;
    }
    return Math.min(count, 10);
  }
}
