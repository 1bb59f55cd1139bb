package dev.detente.pipeline;

import dev.detente.article.Article;
import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Analysis;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.language.identify.LanguageIdentifier;
import dev.detente.reading.ArticleReader;
import dev.detente.record.ArticleRecord;
import dev.detente.source.Incoming;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From article to record by way of its analysis, which an article may bring along. Thread-safe;
 * close it when done.
 */
public final class Pipeline implements AutoCloseable {
  private final Supplier<ArticleAnalyser> loader;
  private final ArticleReader reader;
  private @Nullable ArticleAnalyser analyser;
  private @Nullable LanguageIdentifier identifier;

  /** Both loaded; the analyser is closed with this. */
  private Pipeline(ArticleAnalyser analyser, ArticleReader reader) {
    this(() -> analyser, reader);
    this.analyser = analyser;
  }

  /**
   * @param loader asked for once, when the first article comes without its analysis; what it gives
   *     is closed with this
   */
  private Pipeline(Supplier<ArticleAnalyser> loader, ArticleReader reader) {
    this.loader = loader;
    this.reader = reader;
  }

  /**
   * The whole way from article to record.
   *
   * @param codebook lexicons and rules to read with
   * @param analysed whether every article brings its analysis along, so that the language model is
   *     not needed and stays unloaded
   */
  public static Pipeline load(Codebook codebook, boolean analysed) {
    if (analysed) {
      return new Pipeline(() -> ArticleAnalyser.load(codebook), new ArticleReader(codebook));
    }
    // Side by side, since a person waits for it.
    CompletableFuture<ArticleReader> reader =
        CompletableFuture.supplyAsync(() -> new ArticleReader(codebook));
    ArticleAnalyser analyser = ArticleAnalyser.load(codebook);
    try {
      return new Pipeline(analyser, reader.join());
    } catch (CompletionException e) {
      analyser.close();
      throw e.getCause() instanceof DetenteException known ? known : e;
    }
  }

  /** Reads an article. */
  public ReadArticle read(Incoming incoming) {
    Article article = Objects.requireNonNull(incoming.article());
    Analysis brought = incoming.analysis();
    AnalysedArticle analysed =
        brought == null ? analyser().analyse(article) : withLanguage(article, brought);
    return new ReadArticle(analysed, reader.read(analysed));
  }

  /** The record of an article that was analysed before. */
  public ArticleRecord code(AnalysedArticle analysed) {
    return reader.read(analysed);
  }

  /** An analysis of others may not say its language. */
  private AnalysedArticle withLanguage(Article article, Analysis analysis) {
    String language = article.language();
    if (language == null) {
      language = identifier().identify(article.text().string()).language();
    }
    return new AnalysedArticle(
        article.withLanguage(language),
        new Analysis(language, analysis.sentences(), analysis.truncated()));
  }

  private synchronized ArticleAnalyser analyser() {
    ArticleAnalyser loaded = analyser;
    if (loaded == null) {
      loaded = loader.get();
      analyser = loaded;
    }
    return loaded;
  }

  private synchronized LanguageIdentifier identifier() {
    LanguageIdentifier loaded = identifier;
    if (loaded == null) {
      loaded = LanguageIdentifier.load();
      identifier = loaded;
    }
    return loaded;
  }

  @Override
  public synchronized void close() {
    ArticleAnalyser loaded = analyser;
    if (loaded != null) {
      loaded.close();
    }
  }
}
