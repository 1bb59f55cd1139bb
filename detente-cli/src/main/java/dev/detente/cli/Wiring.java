package dev.detente.cli;

import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.language.model.SentenceAnalyser;
import dev.detente.reading.ArticleReader;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Puts the parts together: the one place that knows them all. */
final class Wiring {
  private Wiring() {}

  /**
   * The whole way from article to record.
   *
   * @param codebook lexicons and rules to read with
   */
  static Pipeline pipeline(Codebook codebook) {
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

  /** Which language model reads: the beginning of the SHA-256 of its files. */
  static String modelVersion() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String file : List.of("encoder.onnx", "labels.txt", "words.bin")) {
        try (InputStream in = SentenceAnalyser.class.getResourceAsStream(file)) {
          digest.update(in == null ? new byte[0] : in.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (IOException | NoSuchAlgorithmException e) {
      return "unknown (" + e.getMessage() + ")";
    }
  }
}
