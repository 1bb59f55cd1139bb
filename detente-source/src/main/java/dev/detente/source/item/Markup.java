package dev.detente.source.item;

import dev.detente.article.PassageKind;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * XML and HTML as trees, by jsoup: no document type is read, so that no entity is expanded, no file
 * opened and no connection made, and the harmless ones that feeds carry do no harm. Depth is
 * bounded.
 */
public final class Markup {
  private static final int DEEPEST = 200;

  private Markup() {}

  /** The tree of an XML text, however broken. */
  public static Document xml(String text) {
    return Parser.xmlParser().setMaxDepth(DEEPEST).parseInput(text, "");
  }

  /** The body of an HTML text, whole or a fragment. */
  public static Element html(String text) {
    return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(text, "").body();
  }

  /** An element's name without its prefix, in small letters. */
  public static String name(Element element) {
    String name = element.tagName().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf(':') + 1);
  }

  /** The outermost element; null when there is none. */
  public static @Nullable Element root(Document document) {
    return document.children().isEmpty() ? null : document.child(document.childrenSize() - 1);
  }

  /** The first child of these names, by turns: {@code child(item, "head", "title")}. */
  public static @Nullable Element child(@Nullable Element parent, String... path) {
    Element at = parent;
    for (String name : path) {
      Element next = null;
      if (at != null) {
        for (Element child : at.children()) {
          if (name(child).equals(name)) {
            next = child;
            break;
          }
        }
      }
      at = next;
    }
    return at;
  }

  /** The text of such a child; null when it is not there or empty. */
  public static @Nullable String text(@Nullable Element parent, String... path) {
    Element child = child(parent, path);
    String text = child == null ? "" : child.wholeText().strip();
    return text.isEmpty() ? null : text;
  }

  /** An attribute; null when it is not there or empty. */
  public static @Nullable String attribute(@Nullable Element element, String name) {
    String value = element == null ? "" : element.attr(name).strip();
    return value.isEmpty() ? null : value;
  }

  /** Adds the passages of what is inside an element. */
  public static void addTo(ItemText text, Element container) {
    StringBuilder loose = new StringBuilder();
    for (Node node : container.childNodes()) {
      if (node instanceof TextNode words) {
        loose.append(words.getWholeText());
      } else if (node instanceof Element element) {
        if (isInline(element)) {
          loose.append(element.wholeText());
        } else {
          text.add(PassageKind.BODY, loose.toString());
          loose.setLength(0);
          addBlock(text, element);
        }
      }
    }
    text.add(PassageKind.BODY, loose.toString());
  }

  private static boolean isInline(Element element) {
    return switch (name(element)) {
      case "a",
          "b",
          "i",
          "em",
          "strong",
          "span",
          "u",
          "q",
          "cite",
          "abbr",
          "sub",
          "sup",
          "small",
          "mark",
          "time",
          "font",
          "person",
          "org",
          "location",
          "event",
          "function",
          "money",
          "num",
          "chron",
          "copyrite",
          "virtloc",
          "object.title",
          "lang",
          "pronounce",
          "alt-code",
          "postaddr",
          "classifier",
          "inlineref" ->
          true;
      default -> false;
    };
  }

  private static void addBlock(ItemText text, Element element) {
    switch (name(element)) {
      case "p" -> {
        if (child(element, "p") != null) {
          addTo(text, element);
        } else {
          text.add(isLead(element) ? PassageKind.LEAD : PassageKind.BODY, words(element));
        }
      }
      case "li", "dd", "dt", "pre", "tr", "address" -> text.add(PassageKind.BODY, words(element));
      case "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2" ->
          text.add(PassageKind.SUBHEADING, words(element));
      case "figcaption", "media-caption", "caption" ->
          text.add(PassageKind.CAPTION, words(element));
      case "media-producer", "credit" -> text.add(PassageKind.CREDIT, words(element));
      case "byline", "byttl" -> text.add(PassageKind.BYLINE, words(element));
      case "br",
          "hr",
          "img",
          "script",
          "style",
          "iframe",
          "media-reference",
          "media-metadata",
          "media-object",
          "noscript",
          "template",
          "nitf-table-metadata" -> {
        // No words of the article.
      }
      default -> addTo(text, element);
    }
  }

  private static boolean isLead(Element paragraph) {
    return paragraph.attr("lede").equals("true") || paragraph.hasClass("lead");
  }

  /** The words of an element, cells and lines apart. */
  private static String words(Element element) {
    StringBuilder words = new StringBuilder();
    append(words, element);
    return words.toString();
  }

  private static void append(StringBuilder words, Element element) {
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text) {
        words.append(text.getWholeText());
      } else if (node instanceof Element child && !name(child).equals("script")) {
        if (!isInline(child)) {
          words.append(' ');
        }
        append(words, child);
      }
    }
  }
}
