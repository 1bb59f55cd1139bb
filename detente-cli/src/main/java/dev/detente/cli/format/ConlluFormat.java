package dev.detente.cli.format;

import dev.detente.language.AnalysedArticle;
import dev.detente.language.conllu.ConlluWriter;
import dev.detente.record.ArticleRecord;

/** The analysis behind the record: words, tags, trees and names. */
public final class ConlluFormat implements OutputFormat {
  private final ConlluWriter writer = new ConlluWriter();

  @Override
  public String render(AnalysedArticle article, ArticleRecord record) {
    return writer.format(article);
  }
}
