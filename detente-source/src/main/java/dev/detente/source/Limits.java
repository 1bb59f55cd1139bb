package dev.detente.source;

/**
 * How much of an input we are willing to hold at once.
 *
 * @param bytesPerArticle of one text file, one line of JSON Lines or one JSON value
 */
public record Limits(int bytesPerArticle) {
  /** 16 MiB: some four hundred times a long feature article. */
  public static final Limits DEFAULT = new Limits(16 << 20);

  String readable() {
    return bytesPerArticle >= 1 << 20
        ? (bytesPerArticle >> 20) + " MiB"
        : bytesPerArticle + " bytes";
  }
}
