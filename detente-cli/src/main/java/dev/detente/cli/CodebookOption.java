package dev.detente.cli;

import dev.detente.codebook.Codebook;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --codebook}, the same for every command that reads with a codebook. */
final class CodebookOption {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--codebook",
      paramLabel = "FOLDER",
      description = "Lexicons and rules of your own, laid over ours file by file.")
  private @Nullable Path folder;

  /** The user's folder; null when none was given. */
  @Nullable Path folder() {
    if (folder != null && command != null && !Files.isDirectory(folder)) {
      throw new ParameterException(
          command.commandLine(), "DET-0204: --codebook " + folder + ": no such folder");
    }
    return folder;
  }

  /** Our codebook, with the user's folder laid over it when one was given. */
  Codebook codebook() {
    Path given = folder();
    return given == null ? Codebook.bundled() : Codebook.overlaid(given);
  }
}
