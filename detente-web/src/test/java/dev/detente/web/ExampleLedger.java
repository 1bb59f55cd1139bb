package dev.detente.web;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.ledger.Adding;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.reading.ArticleReader;
import dev.detente.record.ArticleRecord;
import dev.detente.source.ArticleSource;
import dev.detente.source.SourceOptions;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Ledgers for tests: of the bundled examples, or of articles of their own. */
final class ExampleLedger {
  private static final LocalDateTime ADDED = LocalDateTime.of(2031, 4, 1, 0, 0);

  private ExampleLedger() {}

  /** The articles of {@code examples/}. */
  static List<Article> examples() {
    List<Article> articles = new ArrayList<>();
    new ArticleSource(
            List.of(Path.of(System.getProperty("detente.root", ".."), "examples").toString()),
            SourceOptions.DEFAULT,
            InputStream.nullInputStream())
        .forEach(incoming -> articles.add(Objects.requireNonNull(incoming.article())));
    return articles;
  }

  /** An article of which little is known. */
  static Article article(String id, String language, String published, String text) {
    return new Article(
        id, language, published, "Kystposten", null, null, ArticleText.of(text), List.of());
  }

  /** Reads articles into a ledger; the records by the articles' ids. */
  static Map<String, ArticleRecord> write(Path file, List<Article> articles) {
    Codebook codebook = Codebook.bundled();
    Map<String, ArticleRecord> records = new LinkedHashMap<>();
    try (ArticleAnalyser analyser = ArticleAnalyser.load(codebook);
        Ledger ledger = Ledger.write(file)) {
      ArticleReader reader = new ArticleReader(codebook);
      Adding adding = ledger.adding(codebook);
      for (Article article : articles) {
        AnalysedArticle analysed = analyser.analyse(article);
        ArticleRecord record = reader.read(analysed);
        records.put(article.id(), record);
        adding.add(CodedArticle.of(record, analysed, "m", "c"), false, ADDED);
      }
      adding.commit(ADDED);
    }
    return records;
  }
}
