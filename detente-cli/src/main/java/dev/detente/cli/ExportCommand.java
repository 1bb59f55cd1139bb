package dev.detente.cli;

import dev.detente.ledger.Export;
import dev.detente.ledger.Ledger;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a ledger's tables for other programs. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Writes what a ledger holds as tables, one file each: articles, statements, events, actors,"
          + " places, links and reports. The same ledger gives the same bytes.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente export --format parquet tables/",
      "  detente export --replication study/     data, what the columns mean, versions, hashes"
    })
final class ExportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "Where the files go; made if need be.")
  private Path folder = Path.of("");

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "jsonl, csv or parquet; default: ${DEFAULT-VALUE}.")
  private String format = "csv";

  @Option(names = "--text", description = "Articles with their texts.")
  private boolean text;

  @Option(
      names = "--replication",
      description =
          "CSV and Parquet, a codebook, a README and the hash of each file, for others to repeat a"
              + " study.")
  private boolean replication;

  @Mixin private LedgerOption ledger = new LedgerOption();

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Export.Format chosen = format();
    try (Ledger opened = Ledger.read(ledger.file())) {
      Export export = new Export(opened, folder);
      List<Path> files =
          replication ? export.replication(Version.number()) : export.write(chosen, text);
      Output output = new Output(terminal.out());
      files.forEach(file -> output.write(file + "\n"));
    }
    return Main.OK;
  }

  private Export.Format format() {
    try {
      return Export.Format.valueOf(format.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      if (spec == null) {
        throw e;
      }
      throw new ParameterException(
          spec.commandLine(),
          "DET-0201: unknown format \"" + format + "\"; use jsonl, csv or parquet");
    }
  }
}
