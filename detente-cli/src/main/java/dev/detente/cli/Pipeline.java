package dev.detente.cli;

import dev.detente.article.Article;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.reading.ArticleReader;

/** From article to record by way of its analysis. Thread-safe; close it when done. */
final class Pipeline implements AutoCloseable {
  private final ArticleAnalyser analyser;
  private final ArticleReader reader;

  Pipeline(ArticleAnalyser analyser, ArticleReader reader) {
    this.analyser = analyser;
    this.reader = reader;
  }

  ReadArticle read(Article article) {
    AnalysedArticle analysed = analyser.analyse(article);
    return new ReadArticle(analysed, reader.read(analysed));
  }

  @Override
  public void close() {
    analyser.close();
  }
}
