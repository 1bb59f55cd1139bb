package dev.detente.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What concerns the lexicons and rules themselves. */
@Command(
    name = "codebook",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {"Checks, shows and tests the lexicons and rules that Detente reads with.", ""},
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente codebook check --codebook mine/",
      "  detente codebook show cue deny --language nb",
      "  detente codebook show word angrep",
      "  detente codebook test --codebook mine/",
      "  detente codebook show --help           all about one of them",
      "",
      "Exit codes: 0 all is right, 2 wrong usage, 3 something is wrong in the codebook."
    })
final class CodebookCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** The command with those below it. */
  static CommandLine line(Terminal terminal) {
    return new CommandLine(new CodebookCommand())
        .addSubcommand(new CodebookCheckCommand(terminal))
        .addSubcommand(new CodebookShowCommand(terminal))
        .addSubcommand(new CodebookTestCommand(terminal))
        .addSubcommand(new CommandLine.HelpCommand());
  }

  @Override
  public void run() {
    if (spec == null) {
      throw new IllegalStateException("not started by picocli");
    }
    throw new ParameterException(spec.commandLine(), "which command: check, show or test?");
  }
}
