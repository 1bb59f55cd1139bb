package dev.detente.cli.format;

import dev.detente.language.AnalysedArticle;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordWriter;

/** One record a line. */
public final class JsonLinesFormat implements OutputFormat {
  @Override
  public String render(AnalysedArticle article, ArticleRecord record) {
    return RecordWriter.line(record) + "\n";
  }
}
