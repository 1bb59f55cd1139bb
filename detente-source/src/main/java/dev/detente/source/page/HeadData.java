package dev.detente.source.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * What the elements of a page say that are made for machines: {@code meta} with a name or property,
 * microdata, {@code time}, links. First come, first kept. One pass; immutable afterwards.
 */
final class HeadData {
  private static final int MOST = 400;

  /** Elements with microdata that are looked into: a hostile page has them within each other. */
  private static final int MOST_MARKED = 100;

  private final Map<String, String> meta = new LinkedHashMap<>();
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final Map<String, String> links = new LinkedHashMap<>();
  private final StringBuilder authors = new StringBuilder();
  private int marked;
  private @Nullable String time;
  private @Nullable String title;
  private String language = "";

  private HeadData() {}

  static HeadData of(Document page) {
    HeadData data = new HeadData();
    NodeTraversor.traverse(data::visit, page);
    return data;
  }

  private void visit(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    switch (element.normalName()) {
      case "html" -> language = element.attr("lang");
      case "title" -> {
        if (title == null) {
          title = element.text();
        }
      }
      case "meta" -> {
        String content = element.attr("content");
        keep(meta, element.attr("property"), content);
        keep(meta, element.attr("name"), content);
        keep(meta, element.attr("http-equiv"), content);
        keep(properties, element.attr("itemprop"), content);
      }
      case "link" -> keep(links, element.attr("rel"), element.attr("href"));
      case "time" -> {
        String value = element.attr("datetime");
        keep(properties, element.attr("itemprop"), value);
        if (time == null && value.length() >= 10) {
          time = value;
        }
      }
      default -> {
        String property = element.attr("itemprop");
        boolean author = element.attr("rel").equals("author");
        if ((!property.isEmpty() || author) && ++marked > MOST_MARKED) {
          return;
        }
        if (!property.isEmpty()) {
          property(element, property);
        } else if (author) {
          author(element.text());
        }
      }
    }
  }

  private void property(Element element, String property) {
    switch (property) {
      case "datePublished", "dateModified", "dateCreated", "url", "inLanguage" -> {
        String content = element.attr("content");
        String value = content.isEmpty() ? element.attr("datetime") : content;
        keep(properties, property, value.isEmpty() ? element.ownText() : value);
      }
      case "author" -> {
        if (element.selectFirst("[itemprop=name]") == null) {
          author(element.text());
        }
      }
      case "name" -> {
        Element owner = element.parent();
        for (int i = 0; i < 4 && owner != null; i++, owner = owner.parent()) {
          if (owner.attr("itemprop").equals("author") || owner.attr("itemprop").equals("creator")) {
            author(element.hasAttr("content") ? element.attr("content") : element.text());
            break;
          }
        }
      }
      default -> {}
    }
  }

  private void author(String name) {
    if (!name.isBlank() && name.length() <= 100 && authors.length() < 1000) {
      authors.append(name.strip()).append('\n');
    }
  }

  private static void keep(Map<String, String> map, String key, String value) {
    if (!key.isEmpty() && !value.isBlank() && map.size() < MOST && value.length() <= 4000) {
      map.putIfAbsent(key.toLowerCase(Locale.ROOT), value.strip());
    }
  }

  /** The first of these {@code meta} elements that is there. */
  @Nullable String meta(String... names) {
    return first(meta, names);
  }

  /** The first of these properties of microdata that is there. */
  @Nullable String property(String... names) {
    return first(properties, names);
  }

  private static @Nullable String first(Map<String, String> map, String... names) {
    for (String name : names) {
      String value = map.get(name.toLowerCase(Locale.ROOT));
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  @Nullable String link(String rel) {
    return links.get(rel);
  }

  /** Names marked as authors, in order. */
  List<String> authors() {
    return authors.toString().lines().toList();
  }

  /** The first {@code time} element's date; null when there is none. */
  @Nullable String time() {
    return time;
  }

  /** The {@code title} element. */
  @Nullable String title() {
    return title;
  }

  /** The {@code lang} of the whole page; empty when not given. */
  String language() {
    return language;
  }
}
