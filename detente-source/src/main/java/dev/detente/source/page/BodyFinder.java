package dev.detente.source.page;

import dev.detente.article.PassageKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the article among the blocks of a page. Immutable and thread-safe. */
final class BodyFinder {
  private final PageWords words;

  BodyFinder(PageWords words) {
    this.words = words;
  }

  /** The parts of the article, headline included, in order; empty when there is none. */
  List<Part> find(PageBlocks page, @Nullable String title) {
    Block headline = Headline.of(page, title);
    Container region = Region.of(page, headline);
    if (region == null) {
      return List.of();
    }
    List<Part> parts = new ArrayList<>();
    if (headline != null && !region.contains(headline.container())) {
      parts.add(new Part(headline, PassageKind.HEADLINE, false));
    }
    boolean body = false;
    Container row = null;
    for (Block block : page.blocks()) {
      if (block == headline && region.contains(block.container())) {
        parts.add(new Part(block, PassageKind.HEADLINE, false));
        continue;
      }
      if (!isWanted(block, region) || Region.isTeaser(block, headline)) {
        continue;
      }
      PassageKind kind = kind(block, region, body);
      if (kind == null) {
        continue;
      }
      Container rowOf = row(block);
      boolean joined = rowOf != null && rowOf == row;
      row = rowOf;
      body |= kind == PassageKind.LEAD || kind == PassageKind.BODY;
      parts.add(new Part(block, kind, joined));
    }
    trimEnd(parts);
    return parts;
  }

  private boolean isWanted(Block block, Container region) {
    int unwanted = block.at(Place.QUOTE) ? Region.UNWANTED & ~Hint.SHARE.bit() : Region.UNWANTED;
    return region.contains(block.container())
        && (block.container().allHints & unwanted & ~region.allHints) == 0
        && (block.container().places & Region.UNWANTED_PLACES & ~region.places) == 0
        && !isLinkList(block.container(), region)
        && !words.isFurniture(block.text());
  }

  private @Nullable PassageKind kind(Block block, Container region, boolean body) {
    int hints = block.container().allHints & ~region.allHints;
    if (!hasLetterOrDigit(block.text())) {
      return null;
    }
    if (block.at(Place.TITLE)) {
      return body ? PassageKind.SUBHEADING : null;
    }
    if (row(block) != null) {
      return block.linkShare() > 0.9 && block.length() > 60 ? null : PassageKind.BODY;
    }
    if (Hint.CREDIT.in(hints) && block.length() < 120) {
      return PassageKind.CREDIT;
    }
    if (block.at(Place.CAPTION) || block.at(Place.FIGURE) || Hint.CAPTION.in(hints)) {
      return PassageKind.CAPTION;
    }
    if (Hint.MEDIA.in(hints) && !block.at(Place.PARAGRAPH) && !block.at(Place.QUOTE)) {
      return PassageKind.CAPTION;
    }
    if (Hint.BYLINE.in(hints) && block.length() < 200) {
      return PassageKind.BYLINE;
    }
    if (block.at(Place.HEADING)) {
      return block.linkShare() > 0.5 ? null : PassageKind.SUBHEADING;
    }
    if (!body && isDateline(block.text())) {
      return PassageKind.BYLINE;
    }
    boolean set = block.at(Place.PARAGRAPH) || block.at(Place.LIST) || block.at(Place.QUOTE);
    if (block.linkShare() < 0.7 && (block.length() > 40 || set)) {
      return body ? PassageKind.BODY : PassageKind.LEAD;
    }
    return null;
  }

  /** A list whose items are links: other stories, not the matter of this one. */
  private static boolean isLinkList(Container from, Container region) {
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

  /** The row of a table that a block is a cell of; null when it is in none. */
  private static @Nullable Container row(Block block) {
    Container cell = block.container();
    Container row = cell.parent;
    boolean set = row != null && row.tag.equals("tr") && row.prose == 0;
    return set && (cell.tag.equals("td") || cell.tag.equals("th")) ? row : null;
  }

  private static boolean isDateline(String text) {
    if (text.length() > 70) {
      return false;
    }
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    char last = text.charAt(text.length() - 1);
    return digits >= 5 && last != '.' && last != '!' && last != '?';
  }

  private static boolean hasLetterOrDigit(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** A heading under which nothing stands belongs to what was left out. */
  private static void trimEnd(List<Part> parts) {
    while (!parts.isEmpty() && parts.get(parts.size() - 1).kind() == PassageKind.SUBHEADING) {
      parts.remove(parts.size() - 1);
    }
  }
}
