package dev.detente.cli;

import dev.detente.article.Article;
import dev.detente.language.AnalysedArticle;
import dev.detente.reading.ArticleReader;
import java.util.function.Function;

/** From article to record by way of its analysis. Thread-safe. */
final class Pipeline {
  private final Function<Article, AnalysedArticle> analyser;
  private final ArticleReader reader;

  Pipeline(Function<Article, AnalysedArticle> analyser, ArticleReader reader) {
    this.analyser = analyser;
    this.reader = reader;
  }

  ReadArticle read(Article article) {
    AnalysedArticle analysed = analyser.apply(article);
    return new ReadArticle(analysed, reader.read(analysed));
  }
}
