package dev.detente.cli;

import dev.detente.article.DetenteException;
import dev.detente.pipeline.Cluster;
import java.util.ServiceLoader;
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
    return new CommandLine(new ClusterCommand())
        .addSubcommand(new ClusterReadCommand(terminal))
        .addSubcommand(new ClusterStreamCommand(terminal));
  }

  /**
   * What runs jobs.
   *
   * @throws DetenteException DET-0901
   */
  static Cluster cluster() {
    return ServiceLoader.load(Cluster.class)
        .findFirst()
        .orElseThrow(
            () ->
                new DetenteException(
                    "DET-0901",
                    "Apache Flink is not on the class path; start with the script ./detente, or as"
                        + " the manual says of clusters"));
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "which command?");
    }
  }
}
