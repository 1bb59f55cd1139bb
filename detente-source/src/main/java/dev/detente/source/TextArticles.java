package dev.detente.source;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.PublicationDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plain text file as one article. */
final class TextArticles {
  private TextArticles() {}

  static Incoming read(String text, String name, @Nullable String id, Metadata metadata) {
    if (text.isBlank()) {
      return Incoming.failed("DET-0104", name + ": empty; give a file with an article's text");
    }
    PublicationDate.Prefix prefix = PublicationDate.prefixOf(text);
    return Incoming.of(
        new Article(
            id == null ? ArticleIds.ofContent(text) : id,
            metadata.language(),
            prefix == null ? metadata.published() : prefix.value(),
            metadata.outlet(),
            metadata.url(),
            null,
            ArticleText.of(text),
            List.of()));
  }
}
