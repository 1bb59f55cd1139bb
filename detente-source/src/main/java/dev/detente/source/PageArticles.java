package dev.detente.source;

import dev.detente.article.Article;
import dev.detente.article.DetenteException;
import dev.detente.source.fetch.Fetched;
import dev.detente.source.http.HeaderFields;
import dev.detente.source.page.ExtractedPage;
import dev.detente.source.page.PageContext;
import dev.detente.source.page.PageReader;
import dev.detente.source.page.PageVerdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A web page as one article. */
final class PageArticles {
  private PageArticles() {}

  /**
   * Reads a page.
   *
   * @param name the input's name, for messages
   * @param id null for a hash of the text
   */
  static Incoming read(
      PageReader reader, byte[] html, String name, @Nullable String id, Metadata metadata) {
    return read(
        reader,
        html,
        name,
        id,
        metadata,
        new PageContext(id == null ? "" : id, metadata.url(), null));
  }

  /**
   * Reads a page that was fetched; what its address is it need not say.
   *
   * @param name the address as the user knows it, for messages
   */
  static Incoming read(
      PageReader reader, Fetched fetched, String name, String id, Metadata metadata) {
    String address = fetched.address().toString();
    Incoming read =
        read(
            reader,
            fetched.body(),
            name,
            id,
            metadata,
            new PageContext(id, address, HeaderFields.charset(fetched.contentType())));
    Article article = read.article();
    if (article == null || article.url() != null) {
      return read;
    }
    return new Incoming(
        new Article(
            article.id(),
            article.language(),
            article.published(),
            article.outlet(),
            address,
            article.title(),
            article.text(),
            article.passages()),
        null,
        read.page(),
        read.notices());
  }

  /** As above, with what is known of where the page came from. */
  static Incoming read(
      PageReader reader,
      byte[] html,
      String name,
      @Nullable String id,
      Metadata metadata,
      PageContext context) {
    ExtractedPage page = reader.read(html, context);
    Article article = page.article();
    List<String> notices = new ArrayList<>();
    if (page.encoding() != null) {
      notices.addAll(EncodingNotices.of(page.encoding(), name, true));
    }
    if (article == null) {
      return new Incoming(null, failure(page.verdict(), name), page, notices);
    }
    if (page.verdict() == PageVerdict.PAYWALLED) {
      notices.add(
          "DET-0143: "
              + name
              + ": the page shows only a part of the article; the rest is for subscribers");
    }
    Article known =
        new Article(
            id == null ? ArticleIds.ofContent(article.text().string()) : id,
            article.language() == null ? metadata.language() : article.language(),
            article.published() == null ? metadata.published() : article.published(),
            article.outlet() == null ? metadata.outlet() : article.outlet(),
            article.url(),
            article.title(),
            article.text(),
            article.passages());
    return new Incoming(known, null, page, notices);
  }

  private static DetenteException failure(PageVerdict verdict, String name) {
    return switch (verdict) {
      case PAYWALLED ->
          new DetenteException(
              "DET-0142",
              name
                  + ": behind a paywall, and nothing of the article is shown; save it when logged in");
      case EMPTY ->
          new DetenteException(
              "DET-0141",
              name + ": a page without text; save it from a browser, after its scripts have run");
      default ->
          new DetenteException(
              "DET-0140", name + ": no article found on the page; give the page of one article");
    };
  }
}
