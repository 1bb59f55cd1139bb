package dev.detente.source.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Cuts a page into the blocks that a browser would set, each with what its surroundings say of it.
 * One pass over the tree, without recursion. Not thread-safe; one for each page.
 */
final class BlockCollector implements NodeFilter {
  /** A page with more is read up to here; a long article has some hundreds. */
  static final int MAX_BLOCKS = 50_000;

  private static final int A_PARAGRAPH_OR_TWO = 400;

  /**
   * What stands in a line or two: a container of running text so named is named for another thing.
   */
  private static final int SMALL =
      Hint.TAGS.bit()
          | Hint.SHARE.bit()
          | Hint.BYLINE.bit()
          | Hint.HEADLINE.bit()
          | Hint.SUBHEADING.bit()
          | Hint.CREDIT.bit()
          | Hint.CAPTION.bit()
          | Hint.MEDIA.bit()
          | Hint.NAVIGATION.bit()
          | Hint.LEAD.bit();

  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "iframe",
          "object",
          "embed",
          "canvas",
          "video",
          "audio",
          "map",
          "input",
          "select",
          "textarea",
          "button",
          "option",
          "datalist",
          "progress",
          "meter",
          "head",
          "title",
          "link",
          "meta",
          "noembed",
          "noframes",
          "applet",
          "param",
          "source",
          "track",
          "area",
          "frameset");

  /** All others stand in the line, those that nobody knows too. */
  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "caption",
          "center",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "html",
          "legend",
          "li",
          "listing",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "search",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");

  private static final String[] NAMED = {
    "class", "id", "itemprop", "role", "data-testid", "data-component", "data-type", "data-qa"
  };

  private final MarkupHints names;
  private final Map<String, Integer> known = new HashMap<>();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Container> containers = new ArrayList<>();

  private Container current;
  private List<Node> pieces = new ArrayList<>();
  private int linkChars;
  private int strongChars;
  private int inlineHints;
  private int inLink;
  private int inStrong;
  private boolean any;
  private int breaks;

  private BlockCollector(MarkupHints names) {
    this.names = names;
    this.current = new Container(null, "body", 0, 0, 0, 0);
    containers.add(current);
  }

  /** The blocks of a page, in order; their containers are summed. */
  static PageBlocks collect(Document page, MarkupHints names) {
    BlockCollector collector = new BlockCollector(names);
    NodeTraversor.filter(collector, page.body());
    collector.flush();
    collector.sum();
    return new PageBlocks(collector.blocks, collector.containers);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (blocks.size() >= MAX_BLOCKS) {
      return FilterResult.STOP;
    }
    if (node instanceof TextNode text) {
      text(text);
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    String tag = element.normalName();
    if (SKIPPED.contains(tag)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (tag.equals("br")) {
      if (++breaks >= 2) {
        flush();
      } else {
        pieces.add(node);
      }
      return FilterResult.SKIP_ENTIRELY;
    }
    if (!BLOCKS.contains(tag)) {
      if (isHidden(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (tag.equals("a")) {
        inLink += element.hasAttr("href") ? 1 : 0;
      } else if (isStrong(tag)) {
        inStrong++;
      }
      inlineHints |= hintsOf(element);
      return FilterResult.CONTINUE;
    }
    flush();
    int places = Place.of(tag) | (isHidden(element) ? Place.HIDDEN.bit() : 0);
    places |= inLink > 0 ? Place.LINK.bit() : 0;
    places |= placesOfRole(element.attr("role"));
    // The names of a whole article tell its matter ("tag-election", "category-video").
    int hints = tag.equals("body") ? 0 : hintsOf(element);
    hints &= tag.equals("article") ? ~(Hint.TAGS.bit() | Hint.MEDIA.bit()) : ~0;
    current =
        new Container(
            current, tag, containers.size(), current.depth + 1, hints, current.places | places);
    containers.add(current);
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      String tag = element.normalName();
      if (SKIPPED.contains(tag) || tag.equals("br")) {
        return FilterResult.CONTINUE;
      }
      if (!BLOCKS.contains(tag)) {
        if (tag.equals("a")) {
          inLink -= element.hasAttr("href") ? 1 : 0;
        } else if (isStrong(tag)) {
          inStrong--;
        }
        return FilterResult.CONTINUE;
      }
      flush();
      if (current.parent != null) {
        current = current.parent;
      }
    }
    return FilterResult.CONTINUE;
  }

  private void text(TextNode node) {
    String raw = node.getWholeText();
    int count = 0;
    for (int i = 0; i < raw.length(); i++) {
      count += Character.isWhitespace(raw.charAt(i)) || raw.charAt(i) == 0xA0 ? 0 : 1;
    }
    if (count > 0) {
      breaks = 0;
      any = true;
    }
    pieces.add(node);
    int shown = raw.isEmpty() ? 0 : Math.min(raw.length(), count + count / 4);
    linkChars += inLink > 0 ? shown : 0;
    strongChars += inStrong > 0 ? shown : 0;
  }

  private void flush() {
    if (any) {
      boolean preformatted = Place.PREFORMATTED.in(current.places);
      String text = InlineText.of(pieces, preformatted);
      if (!text.isBlank()) {
        blocks.add(
            new Block(
                blocks.size(),
                current,
                text,
                pieces,
                Math.min(linkChars, text.length()),
                Math.min(strongChars, text.length()),
                inlineHints));
      }
    }
    if (!pieces.isEmpty()) {
      pieces = new ArrayList<>();
    }
    any = false;
    breaks = 0;
    linkChars = 0;
    strongChars = 0;
    inlineHints = 0;
  }

  private void sum() {
    for (Block block : blocks) {
      Container container = block.container();
      container.chars += block.length();
      container.linkChars += block.linkChars();
      container.blocks++;
      if (isProse(block)) {
        container.prose += block.length();
        container.ownProse += block.length();
      }
    }
    for (int i = containers.size() - 1; i > 0; i--) {
      Container container = containers.get(i);
      Container parent = container.parent;
      if (parent != null) {
        parent.chars += container.chars;
        parent.linkChars += container.linkChars;
        parent.prose += container.prose;
      }
    }
    int whole = containers.get(0).prose;
    for (Container container : containers) {
      int own = container.hints;
      if (container.prose * 2 > whole) {
        // What holds most of the page's running text is named for the page, not for a part of it.
        own &= Hint.BODY.bit();
      } else if (container.prose > A_PARAGRAPH_OR_TWO) {
        own &= ~SMALL;
      }
      if (container.tag.equals("blockquote")) {
        // A message quoted from elsewhere is named for where it was.
        own &= ~(Hint.SHARE.bit() | Hint.MEDIA.bit());
      }
      Container parent = container.parent;
      container.allHints = own | (parent == null ? 0 : parent.allHints);
    }
  }

  /** Long enough, and little of it links. */
  static boolean isProse(Block block) {
    return block.length() >= 60
        && block.linkShare() < 0.4
        && !block.at(Place.NAVIGATION)
        && !block.at(Place.LINK);
  }

  private int hintsOf(Element element) {
    if (element.attributesSize() == 0) {
      return 0;
    }
    int hints = 0;
    for (String name : NAMED) {
      String value = element.attr(name);
      if (!value.isEmpty()) {
        Integer before = known.get(value);
        if (before == null) {
          before = names.of(value);
          known.put(value, before);
        }
        hints |= before;
      }
    }
    return hints;
  }

  private static int placesOfRole(String role) {
    return switch (role) {
      case "navigation", "menu", "menubar", "search" -> Place.NAVIGATION.bit();
      case "banner" -> Place.HEADER.bit();
      case "contentinfo" -> Place.FOOTER.bit();
      case "complementary" -> Place.ASIDE.bit();
      case "main" -> Place.MAIN.bit();
      case "article" -> Place.ARTICLE.bit();
      case "dialog", "alertdialog" -> Place.HIDDEN.bit();
      default -> 0;
    };
  }

  private static boolean isStrong(String tag) {
    return tag.equals("b") || tag.equals("strong");
  }

  private static boolean isHidden(Element element) {
    if (element.hasAttr("hidden")) {
      return true;
    }
    String style = element.attr("style");
    if (style.isEmpty() || style.length() > 2000) {
      return false;
    }
    String plain = style.toLowerCase(Locale.ROOT).replace(" ", "");
    return plain.contains("display:none") || plain.contains("visibility:hidden");
  }
}
