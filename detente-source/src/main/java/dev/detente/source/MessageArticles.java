package dev.detente.source;

import dev.detente.article.DetenteException;

/** Messages as articles, each a line of JSON Lines that came by itself. Thread-safe. */
public final class MessageArticles {
  private final Metadata metadata;
  private final Limits limits;

  /**
   * @param options of which what is known and the limits count
   */
  public MessageArticles(SourceOptions options) {
    this.metadata = options.metadata();
    this.limits = options.limits();
  }

  /**
   * The article of a message, or why there is none. One without an id gets a hash of its text.
   *
   * @param message UTF-8
   * @param where for failures: what the message is called
   */
  public Incoming read(byte[] message, String where) {
    if (message.length > limits.bytesPerArticle()) {
      return Incoming.failed(
          "DET-0106",
          where
              + ": the message is longer than "
              + limits.readable()
              + ", the most that one article may have; give one article per message");
    }
    try {
      String line = Utf8.decode(message, message.length, where, 1);
      Incoming incoming =
          line.isBlank() ? null : JsonArticles.ofLine(line.strip(), where, null, metadata);
      return incoming == null
          ? Incoming.failed(
              "DET-0107", where + ": no article in the message; one is {\"text\": \"...\"}")
          : incoming;
    } catch (DetenteException e) {
      return new Incoming(null, e);
    }
  }
}
