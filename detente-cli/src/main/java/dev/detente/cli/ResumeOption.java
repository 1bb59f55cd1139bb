package dev.detente.cli;

import dev.detente.source.ArticleSource;
import dev.detente.source.ResumeFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --resume}, the same for every command that reads archives. */
final class ResumeOption {
  @Option(
      names = "--resume",
      paramLabel = "STATE",
      description =
          "File that keeps how far the inputs have been read; a run with the same file reads on.")
  private @Nullable Path state;

  /** Whether a run is to be gone on with. */
  boolean isGiven() {
    return state != null;
  }

  /**
   * Sets the source to what has not been read yet; null when nothing is kept.
   *
   * @throws dev.detente.article.DetenteException DET-0128 when it cannot be
   */
  @Nullable ResumeFile open(ArticleSource source) {
    if (state == null) {
      return null;
    }
    ResumeFile file = ResumeFile.open(state);
    source.readOn(file.reached());
    return file;
  }
}
