package dev.detente.cli.format;

import dev.detente.language.AnalysedArticle;
import dev.detente.record.ArticleRecord;

/** A way to show records. Thread-safe: articles are rendered by several threads at once. */
public interface OutputFormat {
  /** What stands before the first article. */
  default String before() {
    return "";
  }

  /** One article, its last line ended. */
  String render(AnalysedArticle article, ArticleRecord record);

  /** What stands between two articles. */
  default String between() {
    return "";
  }

  /** What stands after the last article. */
  default String after() {
    return "";
  }
}
