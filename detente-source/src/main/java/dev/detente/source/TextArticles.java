package dev.detente.source;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A plain text file as one article. */
final class TextArticles {
  /** A first line or prefix that dates the article: {@code date 2022-02 Den franske ...}. */
  private static final Pattern DATE_PREFIX = Pattern.compile("\\s*date:?[ \\t]+([0-9X?~%/-]+)\\s+");

  private TextArticles() {}

  static Incoming read(String text, String name, @Nullable String id, Metadata metadata) {
    if (text.isBlank()) {
      return Incoming.failed("DET-0104", name + ": empty; give a file with an article's text");
    }
    Matcher prefix = DATE_PREFIX.matcher(text);
    String published =
        prefix.lookingAt() && Edtf.isDate(prefix.group(1)) ? prefix.group(1) : metadata.published();
    return Incoming.of(
        new Article(
            id == null ? ArticleIds.ofContent(text) : id,
            metadata.language(),
            published,
            metadata.outlet(),
            metadata.url(),
            null,
            ArticleText.of(text),
            List.of()));
  }
}
