package dev.detente.source.feed;

import static dev.detente.source.item.Markup.attribute;
import static dev.detente.source.item.Markup.child;
import static dev.detente.source.item.Markup.name;
import static dev.detente.source.item.Markup.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.source.item.ItemDate;
import dev.detente.source.item.Markup;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads feeds leniently: what an entry lacks is null, and no entry spoils another. */
public final class FeedReader {
  private static final int ENTRIES = 10_000;

  private FeedReader() {}

  /** Whether a root element, by {@link Markup#name}, is that of a feed. */
  public static boolean isFeed(String rootName) {
    return rootName.equals("rss") || rootName.equals("feed") || rootName.equals("rdf");
  }

  /**
   * The feed of a root element.
   *
   * @param base address of the feed, for addresses that are not whole; null when unknown
   */
  public static Feed read(Element root, @Nullable URI base) {
    return name(root).equals("feed") ? atom(root, base) : rss(root, base);
  }

  private static Feed rss(Element root, @Nullable URI base) {
    Element channel = child(root, "channel");
    List<FeedEntry> entries = new ArrayList<>();
    // RSS 1.0 has its items beside the channel, the others in it.
    for (Element parent : new Element[] {channel, root}) {
      if (parent != null) {
        for (Element item : parent.children()) {
          if (name(item).equals("item") && entries.size() < ENTRIES) {
            entries.add(rssEntry(item, base));
          }
        }
      }
    }
    return new Feed(plain(text(channel, "title")), text(channel, "language"), entries);
  }

  private static FeedEntry rssEntry(Element item, @Nullable URI base) {
    Element guid = child(item, "guid");
    String id = text(item, "guid");
    String link = text(item, "link");
    if (link == null && id != null && !"false".equals(attribute(guid, "ispermalink"))) {
      link = id;
    }
    String about = attribute(item, "rdf:about");
    String url = resolve(link == null ? about : link, base);
    String content = text(item, "encoded");
    String html = content == null ? text(item, "description") : content;
    String date = ItemDate.of(text(item, "pubdate"));
    return new FeedEntry(
        first(id, about, url),
        url,
        plain(text(item, "title")),
        date == null ? ItemDate.of(text(item, "date")) : date,
        plain(first(text(item, "creator"), text(item, "author"), null)),
        html,
        content != null);
  }

  private static Feed atom(Element root, @Nullable URI base) {
    List<FeedEntry> entries = new ArrayList<>();
    for (Element entry : root.children()) {
      if (name(entry).equals("entry") && entries.size() < ENTRIES) {
        entries.add(atomEntry(entry, base));
      }
    }
    return new Feed(plain(text(root, "title")), attribute(root, "xml:lang"), entries);
  }

  private static FeedEntry atomEntry(Element entry, @Nullable URI base) {
    String link = null;
    for (Element candidate : entry.children()) {
      if (name(candidate).equals("link")) {
        String rel = attribute(candidate, "rel");
        if (rel == null || rel.equals("alternate")) {
          link = attribute(candidate, "href");
          break;
        }
      }
    }
    String url = resolve(link, base);
    Element content = child(entry, "content");
    boolean whole = content != null && attribute(content, "src") == null;
    Element body = whole ? content : child(entry, "summary");
    // Version 0.3 said issued and modified.
    String date =
        first(
            ItemDate.of(text(entry, "published")),
            ItemDate.of(text(entry, "issued")),
            first(ItemDate.of(text(entry, "updated")), ItemDate.of(text(entry, "modified")), null));
    return new FeedEntry(
        first(text(entry, "id"), url, null),
        url,
        plain(text(entry, "title")),
        date,
        plain(text(entry, "author", "name")),
        body == null ? null : markup(body),
        whole);
  }

  /** Atom holds XHTML as elements, and HTML and plain text as text. */
  private static String markup(Element body) {
    String type = attribute(body, "type");
    if ("xhtml".equals(type)) {
      return body.html();
    }
    String text = body.wholeText();
    boolean html = type != null && type.contains("html");
    return html ? text : text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /** Whether a JSON object is a JSON Feed. */
  public static boolean isFeed(JsonNode json) {
    return json.path("version").asText("").startsWith("https://jsonfeed.org/version/");
  }

  /** The feed of a JSON Feed, 1.0 or 1.1. */
  public static Feed read(JsonNode json, @Nullable URI base) {
    List<FeedEntry> entries = new ArrayList<>();
    for (JsonNode item : json.path("items")) {
      if (entries.size() == ENTRIES) {
        break;
      }
      String url = resolve(string(item, "url"), base);
      String html = string(item, "content_html");
      String plain = string(item, "content_text");
      String body = html == null && plain != null ? paragraphs(plain) : html;
      JsonNode author = item.path("authors").path(0);
      entries.add(
          new FeedEntry(
              first(string(item, "id"), url, null),
              url,
              string(item, "title"),
              first(
                  ItemDate.of(string(item, "date_published")),
                  ItemDate.of(string(item, "date_modified")),
                  null),
              first(string(author, "name"), string(item.path("author"), "name"), null),
              body == null ? string(item, "summary") : body,
              body != null));
    }
    return new Feed(string(json, "title"), string(json, "language"), entries);
  }

  private static String paragraphs(String plain) {
    StringBuilder html = new StringBuilder();
    for (String line : plain.split("\n", -1)) {
      html.append("<p>").append(line.replace("&", "&amp;").replace("<", "&lt;")).append("</p>");
    }
    return html.toString();
  }

  private static @Nullable String string(JsonNode json, String key) {
    String value = json.path(key).asText("").strip();
    return value.isEmpty() ? null : value;
  }

  /** A title without the markup that some feeds put there. */
  private static @Nullable String plain(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String plain = text.indexOf('<') < 0 && text.indexOf('&') < 0 ? text : Markup.html(text).text();
    return plain.isBlank() ? null : plain.replaceAll("\\s+", " ").strip();
  }

  private static @Nullable String first(
      @Nullable String a, @Nullable String b, @Nullable String c) {
    return a != null ? a : b != null ? b : c;
  }

  private static @Nullable String resolve(@Nullable String url, @Nullable URI base) {
    if (url == null) {
      return null;
    }
    try {
      URI address = URI.create(url.strip());
      return (base == null ? address : base.resolve(address)).toString();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
