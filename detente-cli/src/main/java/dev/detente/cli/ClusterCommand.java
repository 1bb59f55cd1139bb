package dev.detente.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a cluster does. */
@Command(
    name = "cluster",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    description = {
      "Reads with Apache Flink, on this machine or on many: the same records as read gives, in"
          + " files by day.",
      ""
    })
final class ClusterCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** The command with those below it. */
  static CommandLine line(Terminal terminal) {
    return new CommandLine(new ClusterCommand()).addSubcommand(new ClusterReadCommand(terminal));
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "which command?");
    }
  }
}
