package dev.detente.cli;

import dev.detente.pipeline.ClusterReport;
import dev.detente.pipeline.ClusterTask;
import dev.detente.source.Limits;
import dev.detente.source.SourceOptions;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads articles with a cluster and writes their records into a folder. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Reads articles with Apache Flink and writes their records into files by day of publication:"
          + " the same records as detente read gives, however many read at once.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente cluster read 'crawl/*.warc.gz' --to coded/",
      "  detente add coded/                                     the records into a ledger",
      "  duckdb -c \"FROM read_json('coded/records/*/*.jsonl')\"",
      "  detente cluster read news/ --to coded/ --parquet",
      "  duckdb -c \"FROM read_parquet('coded/statements/*/*.parquet')\""
    })
final class ClusterReadCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "1..*",
      description = "Files, folders and addresses: all that read takes but standard input.")
  private List<String> inputs = List.of();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FOLDER",
      description = "New folder for the records and messages.")
  private String to = "";

  @Option(
      names = "--parquet",
      description =
          "Also write the records, their statements and their events as tables of Parquet.")
  private boolean parquet;

  @Option(
      names = "--jobmanager",
      paramLabel = "HOST:PORT",
      description =
          "REST address of a Flink cluster that is running and reaches the inputs and the folder by"
              + " the same names; default: one within this process.")
  private @Nullable String jobManager;

  @Mixin private MetadataOption known = new MetadataOption();

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Mixin private InputOption input = new InputOption();

  @Mixin private FetchOption fetching = new FetchOption();

  @Mixin private CodebookOption codebook = new CodebookOption();

  ClusterReadCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (spec != null && inputs.contains("-")) {
      throw new ParameterException(
          spec.commandLine(),
          "DET-0905: a cluster cannot read standard input; write it to a file and name that");
    }
    ClusterReport report =
        ClusterCommand.cluster()
            .read(
                new ClusterTask(
                    inputs,
                    new SourceOptions(
                        known.metadata(),
                        Limits.DEFAULT,
                        codebook.codebook(),
                        input.format(),
                        fetching.rules()),
                    to,
                    parquet,
                    threads.count(),
                    jobManager));
    if (report.refused() > 0) {
      terminal.message(
          report.refused()
              + " of "
              + (report.refused() + report.articles())
              + " articles could not be read; why stands in "
              + to
              + "/messages");
    }
    new Output(terminal.out()).write(to + ": " + report.articles() + " articles\n");
    return report.internal() ? Main.INTERNAL : report.refused() > 0 ? Main.SOME_FAILED : Main.OK;
  }
}
