package dev.detente.source.page;

import java.util.List;
import org.jsoup.nodes.Node;

/**
 * A run of text that the page sets as one: a paragraph, a heading, a caption, an item of a list.
 *
 * @param index number in the page's order
 * @param container the block-level element it stands in directly
 * @param text its text, white space run together
 * @param pieces the text nodes and line breaks it was made of
 * @param linkChars characters of the text that stand in links
 * @param strongChars characters that are set in bold
 * @param inlineHints what the names of inline elements in it say
 */
record Block(
    int index,
    Container container,
    String text,
    List<Node> pieces,
    int linkChars,
    int strongChars,
    int inlineHints) {

  boolean at(Place place) {
    return place.in(container.places);
  }

  boolean has(Hint hint) {
    return hint.in(container.allHints);
  }

  int length() {
    return text.length();
  }

  double linkShare() {
    return text.isEmpty() ? 0 : (double) linkChars / text.length();
  }
}
