package dev.detente.cli.format;

import dev.detente.language.AnalysedArticle;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordWriter;

/** One JSON array of records, indented. */
public final class JsonFormat implements OutputFormat {
  @Override
  public String before() {
    return "[\n";
  }

  @Override
  public String render(AnalysedArticle article, ArticleRecord record) {
    return RecordWriter.indented(record) + "\n";
  }

  @Override
  public String between() {
    return ",\n";
  }

  @Override
  public String after() {
    return "]\n";
  }
}
