package dev.detente.cli;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.check.Finding;
import dev.detente.codebook.check.SchemaCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  private @Nullable Path folder() {
    if (folder != null && command != null && !Files.isDirectory(folder)) {
      throw new ParameterException(
          command.commandLine(), "DET-0204: --codebook " + folder + ": no such folder");
    }
    return folder;
  }

  /** Our codebook, with the user's folder laid over it when one was given and is as it must be. */
  Codebook codebook() {
    Codebook chosen = unchecked();
    List<Finding> faults = new SchemaCheck(chosen).ofOverlay();
    if (!faults.isEmpty() && command != null) {
      throw new ParameterException(
          command.commandLine(),
          faults.get(0).message()
              + (faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more faults: ")
              + (faults.size() == 1 ? "" : "detente codebook check --codebook " + folder + ")"));
    }
    return chosen;
  }

  /** The same, whatever stands in the user's folder. */
  Codebook unchecked() {
    Path given = folder();
    return given == null ? Codebook.bundled() : Codebook.overlaid(given);
  }
}
