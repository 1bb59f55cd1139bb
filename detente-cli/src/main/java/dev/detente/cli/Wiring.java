package dev.detente.cli;

import dev.detente.codebook.Codebook;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.reading.ArticleReader;
import java.nio.file.Path;
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
    return new Pipeline(ArticleAnalyser.load(lexicons), new ArticleReader(lexicons));
  }

  /** Which language model reads. */
  static String modelVersion() {
    return "none";
  }
}
