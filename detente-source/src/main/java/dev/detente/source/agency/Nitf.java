package dev.detente.source.agency;

import static dev.detente.source.item.Markup.attribute;
import static dev.detente.source.item.Markup.child;
import static dev.detente.source.item.Markup.name;
import static dev.detente.source.item.Markup.text;

import dev.detente.article.PassageKind;
import dev.detente.source.item.ItemDate;
import dev.detente.source.item.ItemText;
import dev.detente.source.item.Markup;
import dev.detente.source.item.NewsItem;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** NITF 3, the IPTC's markup for the text of a story. */
public final class Nitf {
  private Nitf() {}

  /** The item of an element {@code nitf}. */
  public static NewsItem read(Element nitf) {
    Element docdata = child(nitf, "head", "docdata");
    ItemText text = new ItemText();
    addTo(text, nitf);
    String date = attribute(child(docdata, "date.issue"), "norm");
    String released = attribute(child(docdata, "date.release"), "norm");
    Element pubdata = child(nitf, "head", "pubdata");
    String outlet = attribute(pubdata, "name");
    String language = attribute(nitf, "xml:lang");
    return new NewsItem(
        attribute(child(docdata, "doc-id"), "id-string"),
        null,
        language == null ? attribute(child(nitf, "body"), "xml:lang") : language,
        firstOf(
            ItemDate.of(date),
            ItemDate.of(released),
            ItemDate.of(attribute(pubdata, "date.publication"))),
        firstOf(outlet, text(nitf, "body", "body.head", "distributor"), null),
        "canceled".equals(attribute(docdata, "management-status"))
            || "killed".equals(attribute(docdata, "management-status")),
        text.text(),
        text.passages());
  }

  static @Nullable String firstOf(@Nullable String a, @Nullable String b, @Nullable String c) {
    return a != null ? a : b != null ? b : c;
  }

  /** Adds headline, lead, byline and body. */
  static void addTo(ItemText text, Element nitf) {
    Element head = child(nitf, "body", "body.head");
    String headline = text(head, "hedline", "hl1");
    text.add(PassageKind.HEADLINE, headline == null ? text(nitf, "head", "title") : headline);
    if (head != null) {
      for (Element element : head.children()) {
        switch (name(element)) {
          case "hedline" -> {
            for (Element heading : element.children()) {
              if (name(heading).equals("hl2")) {
                text.add(PassageKind.SUBHEADING, heading.wholeText());
              }
            }
          }
          case "abstract" -> {
            boolean any = false;
            for (Element paragraph : element.children()) {
              if (name(paragraph).equals("p")) {
                text.add(PassageKind.LEAD, paragraph.wholeText());
                any = true;
              }
            }
            if (!any) {
              text.add(PassageKind.LEAD, element.wholeText());
            }
          }
          case "byline" -> text.add(PassageKind.BYLINE, element.wholeText());
          default -> {
            // Dateline, rights and the like are not the story's words.
          }
        }
      }
    }
    Element content = child(nitf, "body", "body.content");
    if (content != null) {
      Markup.addTo(text, content);
    }
  }
}
