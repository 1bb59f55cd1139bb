package dev.detente.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids for articles that come without one. */
final class ArticleIds {
  private ArticleIds() {}

  /** The first sixteen hexadecimal digits of the text's SHA-256. */
  static String ofContent(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * A file's name without its extension and what says how it is packed, with {@code #2} for its
   * second article and so on.
   */
  static String ofFile(String fileName, long ordinal) {
    String name = fileName.replaceFirst("(?i)\\.(?:gz|zst)$", "");
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return ordinal <= 1 ? stem : stem + "#" + ordinal;
  }
}
