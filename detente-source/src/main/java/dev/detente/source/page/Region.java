package dev.detente.source.page;

import org.jspecify.annotations.Nullable;

/**
 * Where on a page the article stands: the element whose running text is densest, widened to the
 * elements around it while these add more running text of the same kind.
 */
final class Region {
  /** Hints of what is no part of an article, wherever it stands. */
  static final int UNWANTED =
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

  static final int UNWANTED_PLACES =
      Place.NAVIGATION.bit()
          | Place.FOOTER.bit()
          | Place.FORM.bit()
          | Place.HIDDEN.bit()
          | Place.ASIDE.bit();

  private static final int HIGHEST = 6;

  /** What running text counts that stands in another article than the page's headline does. */
  private static final double OTHER_ARTICLE = 0.1;

  private Region() {}

  /**
   * The element that holds the article; null when the page has no running text.
   *
   * @param title the block of the headline, when it was found
   */
  static @Nullable Container of(PageBlocks page, @Nullable Block title) {
    Container own = title == null ? null : nearestArticle(title.container());
    int count = page.containers().size();
    double[] scores = new double[count];
    int[] clean = new int[count];
    for (Block block : page.blocks()) {
      if (!BlockCollector.isProse(block)
          || (block.container().allHints & UNWANTED) != 0
          || (block.container().places & UNWANTED_PLACES) != 0) {
        continue;
      }
      double value = 1 + Math.min(block.length() / 100.0, 3) + commas(block.text());
      if (own != null && isOtherArticle(block.container(), own)) {
        value *= OTHER_ARTICLE;
      } else {
        clean[block.container().index] += block.length();
      }
      Container c = block.at(Place.PARAGRAPH) ? block.container().parent : block.container();
      double share = 1;
      for (int i = 0; i < 4 && c != null; i++, c = c.parent, share *= 0.5) {
        scores[c.index] += value * share;
      }
    }
    for (int i = count - 1; i > 0; i--) {
      Container parent = page.containers().get(i).parent;
      if (parent != null) {
        clean[parent.index] += clean[i];
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
    return best == null ? null : widened(best, clean);
  }

  private static Container widened(Container best, int[] clean) {
    Container region = best;
    Container c = best.parent;
    for (int i = 0; i < HIGHEST && c != null && c.parent != null; i++, c = c.parent) {
      int added = clean[c.index] - clean[region.index];
      int other = c.chars - region.chars - added;
      if (added * 8 >= clean[region.index] && added > 0 && other <= added * 2) {
        region = c;
      }
      if (c.tag.equals("article") || region.tag.equals("article")) {
        break;
      }
    }
    return region;
  }

  /** Whether a block stands in another article than the headline, as the teaser of a story does. */
  static boolean isTeaser(Block block, @Nullable Block title) {
    Container own = title == null ? null : nearestArticle(title.container());
    Container article = nearestArticle(block.container());
    if (own == null || article == null || article == own || article.contains(own)) {
      return false;
    }
    // The entries of a live report are articles within the article.
    return !own.contains(article) || article.linkChars * 3 > article.chars;
  }

  private static boolean isOtherArticle(Container from, Container own) {
    Container article = nearestArticle(from);
    return article != null && article != own && !article.contains(own);
  }

  private static @Nullable Container nearestArticle(@Nullable Container from) {
    Container c = from;
    while (c != null && !c.tag.equals("article")) {
      c = c.parent;
    }
    return c;
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
