package dev.detente.cli;

import dev.detente.article.DetenteException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The data that a command writes, as UTF-8. Not thread-safe. */
final class Output {
  private final OutputStream stream;

  Output(OutputStream stream) {
    this.stream = stream;
  }

  /**
   * Writes at once.
   *
   * @throws OutputClosed when the reader has gone
   * @throws DetenteException DET-0502 for any other failure
   */
  void write(String text) {
    try {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
      stream.flush();
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      String lower = reason.toLowerCase(Locale.ROOT);
      if (lower.contains("pipe") || lower.contains("stream closed") || lower.contains("reset")) {
        throw new OutputClosed();
      }
      throw new DetenteException(
          "DET-0502",
          "standard output cannot be written (" + reason + "); is there room on the disk?",
          e);
    }
  }
}
