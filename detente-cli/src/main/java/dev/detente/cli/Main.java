package dev.detente.cli;

import dev.detente.article.DetenteException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code detente}. */
@Command(
    name = "detente",
    description = {
      "Reads news reports about politics and diplomacy and keeps the record: who said or did what,"
          + " to whom, when and where, and in which words.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente read examples/                 read a folder and see what is in it",
      "  detente read --format jsonl news/ > records.jsonl",
      "  detente help read                      all about one command",
      "",
      "Exit codes: 0 all read, 1 internal error, 2 wrong usage, 3 some articles could not be read."
    })
public final class Main implements Runnable {
  /** Everything was done. */
  static final int OK = 0;

  /** A fault of ours. */
  static final int INTERNAL = 1;

  /** A fault in how the command was called. */
  static final int USAGE = 2;

  /** Some articles could not be read; the others were. */
  static final int SOME_FAILED = 3;

  @Spec private @Nullable CommandSpec spec;

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(Terminal.ofProcess(), args));
  }

  /** Runs a command and gives its exit code. */
  static int run(Terminal terminal, String... args) {
    Output output = new Output(terminal.out());
    CommandLine line =
        new CommandLine(new Main())
            .addSubcommand(new ReadCommand(terminal))
            .addSubcommand(new ExtractCommand(terminal))
            .addSubcommand(new WatchCommand(terminal))
            .addSubcommand(new AddCommand(terminal))
            .addSubcommand(new FindCommand(terminal))
            .addSubcommand(new TimelineCommand(terminal))
            .addSubcommand(new LinksCommand(terminal))
            .addSubcommand(ActorsCommand.line(terminal))
            .addSubcommand(new StoriesCommand(terminal))
            .addSubcommand(new ClaimsCommand(terminal))
            .addSubcommand(new DemandsCommand(terminal))
            .addSubcommand(new TensionCommand(terminal))
            .addSubcommand(new SqlCommand(terminal))
            .addSubcommand(new RemoveCommand(terminal))
            .addSubcommand(new RecodeCommand(terminal))
            .addSubcommand(ExportCommand.line(terminal))
            .addSubcommand(new BackupCommand(terminal))
            .addSubcommand(new RestoreCommand(terminal))
            .addSubcommand(new ServeCommand(terminal))
            .addSubcommand(ClusterCommand.line(terminal))
            .addSubcommand(new ScoreCommand(terminal))
            .addSubcommand(new MarksCommand(terminal))
            .addSubcommand(new ExplainCommand(terminal))
            .addSubcommand(CodebookCommand.line(terminal))
            .addSubcommand(new CompletionCommand(output))
            .addSubcommand(new CommandLine.HelpCommand());
    line.setUsageHelpWidth(Math.max(60, Math.min(100, terminal.width())));
    line.setUsageHelpAutoWidth(false);
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            terminal.colourOut() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((e, arguments) -> usage(terminal, e));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(terminal, e));
    return line.execute(args);
  }

  @Override
  public void run() {
    if (spec == null) {
      throw new IllegalStateException("not started by picocli");
    }
    throw new ParameterException(spec.commandLine(), "which command?");
  }

  private static int usage(Terminal terminal, ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    terminal.message(e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, terminal.err());
    terminal.err().println("Try: " + command + " --help");
    return USAGE;
  }

  private static int failed(Terminal terminal, Exception e) {
    if (e instanceof OutputClosed) {
      return OK;
    }
    if (e instanceof DetenteException) {
      terminal.message(e.getMessage());
      return INTERNAL;
    }
    terminal.message("DET-0501: internal error (" + e + "); please report it with what follows");
    e.printStackTrace(terminal.err());
    return INTERNAL;
  }

  /** Prints a completion script for the shell. */
  @Command(
      name = "completion",
      description = "Prints a completion script for bash and zsh.",
      footerHeading = "%nExample:%n",
      footer = "  source <(detente completion)")
  static final class CompletionCommand implements Runnable {
    private final Output output;

    @Spec private @Nullable CommandSpec spec;

    CompletionCommand(Output output) {
      this.output = output;
    }

    @Override
    public void run() {
      if (spec != null) {
        output.write(AutoComplete.bash("detente", spec.root().commandLine()) + "\n");
      }
    }
  }
}
