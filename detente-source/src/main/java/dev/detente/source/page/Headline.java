package dev.detente.source.page;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which block is the headline: the heading that shares most words with the title given beside the
 * text, else the page's one main heading.
 */
final class Headline {
  private static final int LONGEST = 300;

  /** Names of sites have no more. */
  private static final int FEW_WORDS = 2;

  private Headline() {}

  /**
   * The headline's block; null when none is told from other headings.
   *
   * @param title as given beside the text
   */
  static @Nullable Block of(PageBlocks page, @Nullable String title) {
    Set<String> wanted = title == null ? Set.of() : words(title);
    Block best = null;
    double most = 0.5;
    Block main = null;
    int mains = 0;
    for (Block block : page.blocks()) {
      boolean heading = block.at(Place.HEADING) || block.has(Hint.HEADLINE);
      if (!heading
          || block.length() > LONGEST
          || block.at(Place.HIDDEN)
          || block.at(Place.NAVIGATION)) {
        continue;
      }
      boolean first = block.at(Place.TITLE);
      boolean aside = (block.container().allHints & (Hint.RELATED.bit() | Hint.SIDEBAR.bit())) != 0;
      if (first && !aside) {
        main = main == null ? block : main;
        mains++;
      }
      double score = overlap(wanted, words(block.text()));
      score += first ? 0.2 : 0;
      score -= aside ? 0.2 : 0;
      score -= block.linkShare() > 0.5 ? 0.1 : 0;
      if (score > most) {
        most = score;
        best = block;
      }
    }
    if (best != null) {
      return best;
    }
    return mains == 1 && main != null && isHeadline(main, wanted) ? main : null;
  }

  /**
   * Whether a page's one main heading heads the article. One of a word or two may be the name of
   * the site: it is not when it stands in the article, or outside of the page's header with no link
   * on it, and the title given beside the text, if any, has a word of it.
   */
  private static boolean isHeadline(Block main, Set<String> wanted) {
    Set<String> words = words(main.text());
    if (words.size() > FEW_WORDS) {
      return true;
    }
    boolean placed =
        main.at(Place.ARTICLE)
            || main.at(Place.MAIN)
            || (!main.at(Place.HEADER) && main.linkShare() < 0.5);
    return !words.isEmpty() && placed && (wanted.isEmpty() || overlap(wanted, words) > 0);
  }

  private static double overlap(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    int both = 0;
    for (String word : other) {
      both += one.contains(word) ? 1 : 0;
    }
    return (double) both / (one.size() + other.size() - both);
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    int start = -1;
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i <= lower.length(); i++) {
      boolean in = i < lower.length() && Character.isLetterOrDigit(lower.charAt(i));
      if (in && start < 0) {
        start = i;
      } else if (!in && start >= 0) {
        words.add(lower.substring(start, i));
        start = -1;
      }
    }
    return words;
  }
}
