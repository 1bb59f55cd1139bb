package dev.detente.source.agency;

import static dev.detente.source.agency.Nitf.firstOf;
import static dev.detente.source.item.Markup.attribute;
import static dev.detente.source.item.Markup.child;
import static dev.detente.source.item.Markup.name;
import static dev.detente.source.item.Markup.text;

import dev.detente.article.PassageKind;
import dev.detente.source.item.ItemDate;
import dev.detente.source.item.ItemText;
import dev.detente.source.item.Markup;
import dev.detente.source.item.NewsItem;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** NewsML-G2: a single {@code newsItem}, or a {@code newsMessage} with a set of them. */
public final class NewsMl {
  private NewsMl() {}

  /** The items that have a text; pictures, packages and concepts are none of ours. */
  public static List<NewsItem> read(Element root) {
    List<NewsItem> items = new ArrayList<>();
    if (name(root).equals("newsitem")) {
      add(items, root);
    } else {
      Element set = child(root, "itemset");
      if (set != null) {
        for (Element item : set.children()) {
          if (name(item).equals("newsitem")) {
            add(items, item);
          }
        }
      }
    }
    return items;
  }

  private static void add(List<NewsItem> items, Element item) {
    Element meta = child(item, "itemmeta");
    Element content = child(item, "contentmeta");
    ItemText text = new ItemText();
    Element set = child(item, "contentset");
    Element inline = child(set, "inlinexml");
    Element nitf = child(inline, "nitf");
    String headline = firstOf(text(content, "headline"), text(meta, "title"), null);
    if (nitf != null) {
      Nitf.addTo(text, nitf);
      if (text.passages().isEmpty() || text.passages().get(0).kind() != PassageKind.HEADLINE) {
        text = new ItemText();
        text.add(PassageKind.HEADLINE, headline);
        Nitf.addTo(text, nitf);
      }
    } else {
      text.add(PassageKind.HEADLINE, headline);
      text.add(PassageKind.BYLINE, text(content, "by"));
      addBody(text, inline, child(set, "inlinedata"), headline);
    }
    if (!text.hasBody()) {
      return;
    }
    String status = attribute(child(meta, "pubstatus"), "qcode");
    Element provider = child(meta, "provider");
    items.add(
        new NewsItem(
            attribute(item, "guid"),
            attribute(child(item, "itemmeta", "link"), "href"),
            firstOf(
                attribute(child(content, "language"), "tag"),
                attribute(inline, "xml:lang"),
                attribute(item, "xml:lang")),
            firstOf(
                ItemDate.of(text(content, "contentcreated")),
                ItemDate.of(text(meta, "firstcreated")),
                ItemDate.of(text(meta, "versioncreated"))),
            firstOf(
                text(provider, "name"),
                attribute(provider, "literal"),
                lastPart(attribute(provider, "qcode"))),
            status != null && (status.endsWith(":canceled") || status.endsWith(":withheld")),
            text.text(),
            text.passages()));
  }

  private static @Nullable String lastPart(@Nullable String qcode) {
    return qcode == null ? null : qcode.substring(qcode.indexOf(':') + 1);
  }

  private static void addBody(
      ItemText text, @Nullable Element inline, @Nullable Element data, @Nullable String headline) {
    Element body = inline == null ? null : inline.selectFirst("body");
    Element html = body == null ? inline : body;
    if (html != null) {
      // The page's own headline is the item's.
      for (Element heading : html.select("h1")) {
        if (headline != null && heading.text().equals(headline.replaceAll("\\s+", " "))) {
          heading.remove();
        }
      }
      Markup.addTo(text, html);
    } else if (data != null) {
      String type = attribute(data, "contenttype");
      if (type != null && type.contains("html")) {
        Markup.addTo(text, Markup.html(data.wholeText()));
      } else {
        text.addPlain(PassageKind.BODY, data.wholeText());
      }
    }
  }
}
