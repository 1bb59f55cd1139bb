package dev.detente.source.page;

import dev.detente.source.Languages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what a page says of its article: linked data first, then what is made for other
 * machines, then what stands on the page. Immutable and thread-safe.
 */
final class MetadataReader {
  private static final String[] PUBLISHED = {
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "og:published_time",
    "date.issued",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "dc.date.created",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_date",
    "published-date",
    "publication_date",
    "pubdate",
    "sailthru.date",
    "parsely-pub-date",
    "article.published",
    "article_date_original",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "originalpublicationdate",
    "article.created",
    "release_date",
    "bt:pubdate",
    "iso-8601-publish-date",
    "datepublic",
    "date"
  };
  private static final String[] UPDATED = {
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "datemodified",
    "last-modified",
    "lastmod",
    "dcterms.modified",
    "dc.date.modified",
    "article.updated",
    "revision_date",
    "modified_date",
    "lastmodified",
    "updated_date"
  };
  private static final String[] AUTHOR = {
    "author", "article:author", "og:article:author", "dc.creator", "dcterms.creator",
    "parsely-author", "sailthru.author", "byl", "cxenseparse:author", "article:author_name"
  };

  private final PageWords words;

  MetadataReader(PageWords words) {
    this.words = words;
  }

  /**
   * What the page says.
   *
   * @param url where the page came from
   * @param near blocks around the head of the article, where bylines and dates stand
   */
  PageMetadata read(HeadData head, LinkedData linked, @Nullable String url, List<Block> near) {
    String address = address(head, linked, url);
    String outlet = outlet(head, linked, address);
    return new PageMetadata(
        title(head, linked, outlet),
        first(linked.text("description"), head.meta("og:description", "description")),
        published(head, linked, address, near),
        updated(head, linked, near),
        authors(head, linked, outlet, near),
        outlet,
        address,
        language(head, linked),
        linked.free());
  }

  private @Nullable String published(
      HeadData head, LinkedData linked, @Nullable String url, List<Block> near) {
    for (String value :
        new String[] {
          linked.text("datePublished"),
          head.meta("article:published_time"),
          head.property("datePublished"),
          head.meta(PUBLISHED),
          linked.text("dateCreated"),
          head.property("dateCreated")
        }) {
      String date = PageTime.of(value, words.months());
      if (date != null) {
        return date;
      }
    }
    for (Block block : near) {
      if (block.length() <= 160 && words.isPublished(block.text())) {
        String date = PageTime.within(cutUpdated(block.text()), words.months());
        if (date != null) {
          return date;
        }
      }
    }
    String time = PageTime.of(head.time(), words.months());
    if (time != null) {
      return time;
    }
    for (Block block : near) {
      if (block.length() <= 120 && !words.isUpdated(block.text())) {
        String date = PageTime.within(cutUpdated(block.text()), words.months());
        if (date != null) {
          return date;
        }
      }
    }
    return PageTime.inAddress(url);
  }

  private @Nullable String updated(HeadData head, LinkedData linked, List<Block> near) {
    for (String value :
        new String[] {
          linked.text("dateModified"), head.meta(UPDATED), head.property("dateModified")
        }) {
      String date = PageTime.of(value, words.months());
      if (date != null) {
        return date;
      }
    }
    for (Block block : near) {
      if (block.length() <= 160) {
        int at = updatedAt(block.text());
        if (at >= 0) {
          String date = PageTime.within(block.text().substring(at), words.months());
          if (date != null) {
            return date;
          }
        }
      }
    }
    return null;
  }

  /** What stands before the word that tells of an update, when something does. */
  private String cutUpdated(String text) {
    int at = updatedAt(text);
    return at > 8 ? text.substring(0, at) : text;
  }

  private int updatedAt(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : words.updatedWords()) {
      int at = lower.indexOf(word);
      if (at >= 0 && (at == 0 || !Character.isLetter(lower.charAt(at - 1)))) {
        return at;
      }
    }
    return -1;
  }

  private List<String> authors(
      HeadData head, LinkedData linked, @Nullable String outlet, List<Block> near) {
    List<List<String>> sources = new ArrayList<>();
    sources.add(linked.names("author"));
    sources.add(head.authors());
    String meta = head.meta(AUTHOR);
    sources.add(meta == null ? List.of() : List.of(meta));
    List<String> shown = new ArrayList<>();
    for (Block block : near) {
      if (block.length() <= 120
          && (block.has(Hint.BYLINE) || words.afterBy(block.text()) > 0)
          && !block.at(Place.HEADING)) {
        shown.add(block.text());
      }
    }
    sources.add(shown);
    for (int i = 0; i < sources.size(); i++) {
      Map<String, String> names = new LinkedHashMap<>();
      for (String value : sources.get(i)) {
        for (String name : Names.in(value, words, i == sources.size() - 1)) {
          if (outlet == null || !name.equalsIgnoreCase(outlet)) {
            names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
          }
        }
      }
      if (!names.isEmpty()) {
        return List.copyOf(names.values());
      }
    }
    return List.of();
  }

  private static @Nullable String address(HeadData head, LinkedData linked, @Nullable String url) {
    for (String value :
        new String[] {
          head.link("canonical"),
          head.meta("og:url"),
          linked.text("mainEntityOfPage"),
          linked.text("url")
        }) {
      if (value != null && (value.startsWith("https://") || value.startsWith("http://"))) {
        return value.strip();
      }
    }
    return url;
  }

  private static @Nullable String outlet(
      HeadData head, LinkedData linked, @Nullable String address) {
    String name = first(head.meta("og:site_name"), null);
    if (name == null) {
      List<String> publishers = linked.names("publisher");
      name = publishers.isEmpty() ? null : publishers.get(0).strip();
    }
    if (name == null) {
      name = head.meta("application-name", "apple-mobile-web-app-title", "cre");
    }
    if (name != null && !name.isBlank() && name.length() <= 80 && !name.startsWith("http")) {
      return name;
    }
    return host(address);
  }

  static @Nullable String host(@Nullable String address) {
    if (address == null) {
      return null;
    }
    try {
      String host = new URI(address.replace(' ', '+')).getHost();
      return host == null ? null : host.startsWith("www.") ? host.substring(4) : host;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** The headline as given beside the text. */
  static @Nullable String title(HeadData head, LinkedData linked) {
    return title(head, linked, outlet(head, linked, null));
  }

  private static @Nullable String title(HeadData head, LinkedData linked, @Nullable String outlet) {
    String title =
        first(linked.text("headline"), head.meta("og:title", "twitter:title", "dc.title"));
    if (title == null) {
      title = head.title();
    }
    if (title == null) {
      return null;
    }
    String plain = title.strip().replaceAll("\\s+", " ");
    return plain.isEmpty() ? null : withoutOutlet(plain, outlet);
  }

  /** Cuts the outlet's name from the end: {@code Strid om havnen | Kystposten}. */
  private static String withoutOutlet(String title, @Nullable String outlet) {
    for (String mark : List.of(" | ", " - ", " – ", " — ", " :: ", " » ")) {
      int at = title.lastIndexOf(mark);
      if (at > 10) {
        String last = title.substring(at + mark.length()).strip();
        boolean named = outlet != null && squeezed(last).contains(squeezed(outlet));
        boolean inOutlet = outlet != null && squeezed(outlet).contains(squeezed(last));
        if (named || inOutlet) {
          return title.substring(0, at).strip();
        }
      }
    }
    return title;
  }

  private static String squeezed(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        out.append(Character.toLowerCase(c));
      }
    }
    return out.toString();
  }

  private static @Nullable String language(HeadData head, LinkedData linked) {
    for (String value :
        new String[] {
          linked.text("inLanguage"),
          head.language(),
          head.meta("og:locale"),
          head.meta("content-language", "language", "dc.language"),
          head.property("inLanguage")
        }) {
      if (value != null && !value.isBlank()) {
        return Languages.readable(value);
      }
    }
    return null;
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one != null && !one.isBlank() ? one : other != null && !other.isBlank() ? other : null;
  }
}
