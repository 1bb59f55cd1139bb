package dev.detente.cli.format;

import dev.detente.language.AnalysedArticle;
import dev.detente.record.ArticleRecord;
import dev.detente.source.mark.RecordWebAnnotations;

/** Each record as a page of W3C Web Annotations, one a line. */
public final class WebAnnotationFormat implements OutputFormat {
  @Override
  public String render(AnalysedArticle article, ArticleRecord record) {
    return RecordWebAnnotations.line(record);
  }
}
