package dev.detente.cli;

import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.reading.ArticleReader;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
    // Side by side, since a person waits for it.
    CompletableFuture<ArticleReader> reader =
        CompletableFuture.supplyAsync(() -> new ArticleReader(lexicons));
    ArticleAnalyser analyser = ArticleAnalyser.load(lexicons);
    try {
      return new Pipeline(analyser, reader.join());
    } catch (CompletionException e) {
      analyser.close();
      throw e.getCause() instanceof DetenteException known ? known : e;
    }
  }

  /** Which language model reads. */
  static String modelVersion() {
    return "none";
  }
}
