package dev.detente.source.page;

import dev.detente.article.PassageKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article among the blocks of a page: the headline, the {@link Region} of the running
 * text, what stands between them, and what in the region is something else. Immutable and
 * thread-safe.
 */
final class BodyFinder {
  /** Between headline and running text stand a lead, a picture, a byline: not a page. */
  private static final int MOST_BETWEEN = 40;

  private static final int SHORT_HEADING = 80;
  private static final int BYLINE_LENGTH = 200;
  private static final int CREDIT_LENGTH = 120;
  private static final int DATELINE_LENGTH = 70;
  private static final int QUOTE_LENGTH = 400;

  private final PageWords words;

  BodyFinder(PageWords words) {
    this.words = words;
  }

  /**
   * The parts of the article, headline included, in order; empty when there is none.
   *
   * @param title the headline as given beside the text
   */
  List<Part> find(PageBlocks page, @Nullable String title) {
    Block headline = Headline.of(page, title);
    Container region = Region.of(page, headline);
    return region == null ? List.of() : new Choice(page, headline, region).parts();
  }

  /** The choice for one page. */
  private final class Choice {
    private final List<Block> blocks;
    private final @Nullable Block headline;
    private final Container region;
    private final Set<Container> factBoxes = new HashSet<>();
    private final List<Part> parts = new ArrayList<>();
    private boolean begun;
    private boolean running;
    private @Nullable Container row;

    Choice(PageBlocks page, @Nullable Block headline, Container region) {
      this.blocks = page.blocks();
      this.headline = headline;
      this.region = region;
    }

    List<Part> parts() {
      int first = 0;
      while (first < blocks.size() && !region.contains(blocks.get(first).container())) {
        first++;
      }
      if (headline != null && !region.contains(headline.container())) {
        add(headline, PassageKind.HEADLINE);
        int from = headline.index() + 1;
        if (first - from <= MOST_BETWEEN) {
          for (int i = from; i < first; i++) {
            between(blocks.get(i), i - from);
          }
        }
      }
      for (int i = first; i < blocks.size(); i++) {
        findFactBox(blocks.get(i));
      }
      for (int i = first; i < blocks.size(); i++) {
        Block block = blocks.get(i);
        if (headline != null && block.index() == headline.index()) {
          add(block, PassageKind.HEADLINE);
        } else if (isWanted(block)) {
          PassageKind kind = kind(block);
          if (kind != null) {
            add(block, kind);
          }
        }
      }
      withoutRepeatedQuotes();
      trimEnd();
      addFactBoxesBeside(first);
      return parts;
    }

    private void add(Block block, PassageKind kind) {
      Container rowOf = row(block);
      boolean joined = rowOf != null && rowOf == row;
      row = rowOf;
      begun |= kind == PassageKind.LEAD || kind == PassageKind.BODY;
      running |= kind == PassageKind.BODY;
      parts.add(new Part(block, kind, joined));
    }

    /** Fact boxes may stand beside the running text, in the element around it. */
    private void addFactBoxesBeside(int first) {
      Container around = region.parent == null ? null : region.parent.parent;
      if (around == null || around.parent == null) {
        return;
      }
      for (int i = first; i < blocks.size(); i++) {
        Block block = blocks.get(i);
        Container container = block.container();
        if (Hint.FACTBOX.in(container.allHints)
            && !region.contains(container)
            && around.contains(container)
            && (container.allHints & Region.UNWANTED & ~Hint.SIDEBAR.bit()) == 0
            && !Region.isTeaser(block, headline)
            && !isLinkList(container)
            && hasLetterOrDigit(block.text())) {
          add(block, PassageKind.FACTBOX);
        }
      }
    }

    /** A block between the headline and the running text. */
    private void between(Block block, int distance) {
      int hints = block.container().allHints;
      if ((hints & Region.UNWANTED & ~Hint.SIDEBAR.bit()) != 0
          || (block.container().places & Region.UNWANTED_PLACES) != 0
          || words.isFurniture(block.text())
          || block.linkShare() > 0.5
          || isByline(block)) {
        return;
      }
      if (isCaption(block) || (Hint.MEDIA.in(hints) && !Hint.LEAD.in(hints))) {
        add(block, isCredit(block) ? PassageKind.CREDIT : PassageKind.CAPTION);
      } else if (Hint.LEAD.in(hints)
          || (BlockCollector.isProse(block) && block.at(Place.PARAGRAPH) && distance < 8)
          || (block.at(Place.HEADING) && block.length() > SHORT_HEADING && distance < 3)) {
        add(block, PassageKind.LEAD);
      }
    }

    /** A heading that says {@code Fakta} makes what it heads a fact box. */
    private void findFactBox(Block block) {
      boolean heading =
          block.at(Place.HEADING)
              || block.strongChars() * 10 >= block.length() * 9
              || block.at(Place.ASIDE);
      if (!heading || !words.isFacts(block.text()) || !region.contains(block.container())) {
        return;
      }
      Container box = block.container();
      for (int i = 0; i < 3 && box != null && box != region; i++, box = box.parent) {
        boolean whole = box.chars > block.length() * 2 && box.prose * 2 < region.prose;
        if (whole && !box.tag.equals("p") && !box.tag.startsWith("h")) {
          factBoxes.add(box);
          return;
        }
      }
    }

    private boolean isFactBox(Block block) {
      if (Hint.FACTBOX.in(block.container().allHints & ~region.allHints)) {
        return true;
      }
      if (!factBoxes.isEmpty()) {
        for (Container c = block.container(); c != null && c != region; c = c.parent) {
          if (factBoxes.contains(c)) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean isWanted(Block block) {
      Container container = block.container();
      if (!region.contains(container)
          || words.isFurniture(block.text())
          || words.isPaywall(block.text())
          || Region.isTeaser(block, headline)
          || !hasLetterOrDigit(block.text())) {
        return false;
      }
      int unwanted = Region.UNWANTED;
      int places = Region.UNWANTED_PLACES;
      if (isQuote(block)) {
        unwanted &= ~(Hint.SHARE.bit() | Hint.SIDEBAR.bit());
        places &= ~Place.ASIDE.bit();
      } else if (isFactBox(block)) {
        unwanted &= ~Hint.SIDEBAR.bit();
        places &= ~Place.ASIDE.bit();
      }
      return (container.allHints & unwanted & ~region.allHints) == 0
          && (container.places & places & ~region.places) == 0
          && !isLinkList(container);
    }

    private @Nullable PassageKind kind(Block block) {
      int hints = block.container().allHints & ~region.allHints;
      if (block.at(Place.TITLE)) {
        return begun ? PassageKind.SUBHEADING : null;
      }
      if (isFactBox(block)) {
        return PassageKind.FACTBOX;
      }
      if (row(block) != null) {
        return block.linkShare() > 0.9 && block.length() > 60 ? null : PassageKind.BODY;
      }
      if (isCredit(block)) {
        return PassageKind.CREDIT;
      }
      if (isCaption(block)) {
        return PassageKind.CAPTION;
      }
      if (isByline(block)) {
        return null;
      }
      if (Hint.LEAD.in(hints) && !begun) {
        return PassageKind.LEAD;
      }
      if (block.at(Place.HEADING)) {
        return block.linkShare() > 0.5 ? null : PassageKind.SUBHEADING;
      }
      if (!running && isDateline(block.text())) {
        return null;
      }
      if (begun && isBoldHeading(block)) {
        return PassageKind.SUBHEADING;
      }
      boolean set = block.at(Place.PARAGRAPH) || block.at(Place.LIST) || block.at(Place.QUOTE);
      if (block.linkShare() < 0.7 && (block.length() > 40 || set)) {
        return begun ? PassageKind.BODY : PassageKind.LEAD;
      }
      return null;
    }

    private boolean isCredit(Block block) {
      int hints = block.container().allHints & ~region.allHints;
      return Hint.CREDIT.in(hints)
          && !Hint.CAPTION.in(block.container().hints)
          && block.length() < CREDIT_LENGTH;
    }

    private boolean isCaption(Block block) {
      int hints = block.container().allHints & ~region.allHints;
      return block.at(Place.CAPTION)
          || block.at(Place.FIGURE)
          || Hint.CAPTION.in(hints)
          || (Hint.MEDIA.in(hints) && !block.at(Place.PARAGRAPH) && !block.at(Place.QUOTE));
    }

    private boolean isByline(Block block) {
      if (block.length() >= BYLINE_LENGTH || block.at(Place.QUOTE)) {
        return false;
      }
      boolean named = Hint.BYLINE.in(block.container().allHints & ~region.allHints);
      return named
          || (block.length() < DATELINE_LENGTH
              && (words.isPublished(block.text()) || words.isUpdated(block.text()))
              && digits(block.text()) >= 4);
    }

    private boolean isQuote(Block block) {
      return block.at(Place.QUOTE) || Hint.QUOTE.in(block.container().allHints & ~region.allHints);
    }

    /** A list whose items are links: other stories, not the matter of this one. */
    private boolean isLinkList(Container from) {
      for (Container c = from; c != null && c != region; c = c.parent) {
        if ((c.tag.equals("ul") || c.tag.equals("ol"))
            && c.chars > 0
            && c.linkChars * 3 > c.chars
            && c.ownProse == 0) {
          return true;
        }
      }
      return false;
    }

    /** A pulled quote says again what stands in the text: once is enough. */
    private void withoutRepeatedQuotes() {
      List<Part> quotes = new ArrayList<>();
      StringBuilder running = new StringBuilder();
      for (Part part : parts) {
        boolean body = part.kind() == PassageKind.BODY || part.kind() == PassageKind.LEAD;
        if (body && isQuote(part.block()) && part.block().length() <= QUOTE_LENGTH) {
          quotes.add(part);
        } else if (body) {
          running.append(plain(part.block().text())).append('\n');
        }
      }
      if (quotes.isEmpty() || quotes.size() > 20) {
        return;
      }
      String text = running.toString();
      for (Part quote : quotes) {
        String said = plain(quote.block().text());
        if (said.length() >= 15 && text.contains(said)) {
          parts.remove(quote);
        }
      }
    }

    /** A heading under which nothing stands belongs to what was left out. */
    private void trimEnd() {
      while (!parts.isEmpty() && parts.get(parts.size() - 1).kind() == PassageKind.SUBHEADING) {
        parts.remove(parts.size() - 1);
      }
    }
  }

  /** The row of a table that a block is a cell of; null when it is in none. */
  private static @Nullable Container row(Block block) {
    Container cell = block.container();
    Container row = cell.parent;
    boolean set = row != null && row.tag.equals("tr") && row.prose == 0;
    return set && (cell.tag.equals("td") || cell.tag.equals("th")) ? row : null;
  }

  private static boolean isBoldHeading(Block block) {
    String text = block.text();
    char last = text.charAt(text.length() - 1);
    return block.length() <= SHORT_HEADING
        && block.strongChars() * 10 >= block.length() * 9
        && block.at(Place.PARAGRAPH)
        && !block.at(Place.LIST)
        && text.indexOf('\n') < 0
        && last != '.'
        && last != ':'
        && last != ',';
  }

  private static boolean isDateline(String text) {
    char last = text.charAt(text.length() - 1);
    return text.length() <= DATELINE_LENGTH
        && digits(text) >= 5
        && last != '.'
        && last != '!'
        && last != '?';
  }

  private static int digits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits;
  }

  private static boolean hasLetterOrDigit(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** The words of a text, without marks and capitals. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        plain.append(c);
      } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    }
    return plain.toString().strip().toLowerCase(Locale.ROOT);
  }
}
