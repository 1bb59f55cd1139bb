package dev.detente.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --threads}, the same for every command that reads many articles. */
final class ThreadsOption {
  private static final int MOST = 512;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Articles read at once; default: one for each processor. Output is the same.")
  private @Nullable Integer threads;

  /** How many articles are read at once. */
  int count() {
    if (threads == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (command != null && (threads < 1 || threads > MOST)) {
      throw new ParameterException(
          command.commandLine(),
          "DET-0203: --threads " + threads + " is not between 1 and " + MOST);
    }
    return threads;
  }
}
