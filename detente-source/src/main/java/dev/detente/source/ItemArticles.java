package dev.detente.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.Article;
import dev.detente.source.agency.NewsMl;
import dev.detente.source.agency.Nitf;
import dev.detente.source.feed.Feed;
import dev.detente.source.feed.FeedEntry;
import dev.detente.source.feed.FeedReader;
import dev.detente.source.item.Markup;
import dev.detente.source.item.NewsItem;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Agency files and feeds as articles. */
final class ItemArticles {
  private static final ObjectMapper MAPPER = new ObjectMapper(JsonArticles.JSON);

  private ItemArticles() {}

  /**
   * Reads an XML file of news items or a feed.
   *
   * @param ids the id of the n-th item when it has none of its own; null for a hash of the text
   * @param base address of the file, for addresses in a feed that are not whole; null when unknown
   */
  static void readXml(
      String xml,
      String name,
      LongFunction<@Nullable String> ids,
      Metadata metadata,
      @Nullable URI base,
      Consumer<Incoming> sink) {
    Element root = Markup.root(Markup.xml(xml));
    if (root == null) {
      sink.accept(Incoming.failed("DET-0150", name + ": no XML; give a news item or a feed"));
      return;
    }
    String kind = Markup.name(root);
    if (FeedReader.isFeed(kind)) {
      readFeed(FeedReader.read(root, base), name, ids, metadata, sink);
      return;
    }
    switch (kind) {
      case "nitf" -> sink.accept(article(Nitf.read(root), name, ids.apply(1), metadata));
      case "newsitem", "newsmessage" -> {
        List<NewsItem> items = NewsMl.read(root);
        if (items.isEmpty()) {
          sink.accept(
              Incoming.failed(
                  "DET-0151", name + ": no item with a text; pictures and packages are not read"));
        }
        for (int i = 0; i < items.size(); i++) {
          sink.accept(
              article(items.get(i), name + ", item " + (i + 1), ids.apply(i + 1), metadata));
        }
      }
      default ->
          sink.accept(
              Incoming.failed(
                  "DET-0150",
                  name
                      + ": XML with the root <"
                      + (kind.length() > 40 ? kind.substring(0, 40) + "…" : kind)
                      + ">; Detente reads NITF, NewsML-G2, RSS and Atom"));
    }
  }

  /** Reads a JSON Feed. */
  static void readJsonFeed(
      byte[] json,
      String name,
      LongFunction<@Nullable String> ids,
      Metadata metadata,
      @Nullable URI base,
      Consumer<Incoming> sink)
      throws IOException {
    try (JsonParser parser = JsonArticles.JSON.createParser(json)) {
      JsonNode feed = MAPPER.readTree(parser);
      readFeed(FeedReader.read(feed, base), name, ids, metadata, sink);
    } catch (JsonProcessingException e) {
      sink.accept(JsonArticles.broken(e, name, true));
    }
  }

  private static void readFeed(
      Feed feed,
      String name,
      LongFunction<@Nullable String> ids,
      Metadata metadata,
      Consumer<Incoming> sink) {
    if (feed.entries().isEmpty()) {
      sink.accept(Incoming.failed("DET-0152", name + ": a feed without entries"));
    }
    long ordinal = 0;
    for (FeedEntry entry : feed.entries()) {
      ordinal++;
      sink.accept(
          article(feed.item(entry), name + ", entry " + ordinal, ids.apply(ordinal), metadata));
    }
  }

  /** The article of an item. */
  static Incoming article(NewsItem item, String where, @Nullable String id, Metadata metadata) {
    if (item.withdrawn()) {
      return Incoming.failed("DET-0153", where + ": withdrawn by its sender, and not read");
    }
    String text = item.text().string();
    if (text.isEmpty()) {
      return Incoming.failed("DET-0104", where + ": empty; the item has no words");
    }
    String language = item.language() == null ? null : Languages.readable(item.language());
    return Incoming.of(
        new Article(
            item.id() != null ? item.id() : id != null ? id : ArticleIds.ofContent(text),
            language == null ? metadata.language() : language,
            item.published() == null ? metadata.published() : item.published(),
            item.outlet() == null ? metadata.outlet() : item.outlet(),
            item.url() == null ? metadata.url() : item.url(),
            null,
            item.text(),
            item.passages()));
  }
}
