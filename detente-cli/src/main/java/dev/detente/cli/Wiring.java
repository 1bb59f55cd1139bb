package dev.detente.cli;

import dev.detente.article.Article;
import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Analysis;
import dev.detente.reading.ArticleReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the parts together: the one place that knows them all. */
final class Wiring {
  private Wiring() {}

  /**
   * The whole way from article to record.
   *
   * @param codebook folder laid over our own lexicons and rules; null for ours alone
   */
  static Pipeline pipeline(@Nullable Path codebook) {
    Codebook lexicons = codebook == null ? Codebook.bundled() : Codebook.overlaid(codebook);
    Function<Article, AnalysedArticle> analyser =
        article -> new AnalysedArticle(article, new Analysis("nb", List.of(), false));
    return new Pipeline(analyser, new ArticleReader(lexicons));
  }

  /** Which language model reads. */
  static String modelVersion() {
    return "none";
  }
}
