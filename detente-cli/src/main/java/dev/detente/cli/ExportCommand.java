package dev.detente.cli;

import dev.detente.ledger.Export;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.RecordExport;
import dev.detente.source.mark.BratCollection;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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
          + " places, links and reports; or its records in the forms of other programs. The same"
          + " ledger gives the same bytes.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente export --format parquet tables/",
      "  detente export --format gdelt events/   rows of GDELT 2.0 and its mentions",
      "  detente export --replication study/     data, what the columns mean, versions, hashes",
      "  detente export marks > review.json      what people marked in the reading room"
    })
final class ExportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "Where the files go; made if need be.")
  private @Nullable Path folder;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description =
          "Tables as jsonl, csv or parquet; or records, webannotation, jsonld (schema.org), gdelt,"
              + " ngec, geojson, conllu or brat; default: ${DEFAULT-VALUE}.")
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

  /** The command with those below it. */
  static CommandLine line(Terminal terminal) {
    return new CommandLine(new ExportCommand(terminal))
        .addSubcommand(new ExportMarksCommand(terminal));
  }

  @Override
  public Integer call() {
    RecordExport.Format form = RecordExport.format(format);
    Path target = folder;
    if (target == null) {
      throw usage("DET-0236: no folder to write to; name one, or export marks");
    }
    if (form == RecordExport.Format.BRAT && BratCollection.isTaken(target)) {
      throw usage(
          "DET-0235: "
              + target
              + " is not empty, and annotations are not written over; give a new folder");
    }
    try (Ledger opened = Ledger.read(ledger.file())) {
      List<Path> files;
      if (form != null) {
        files = new RecordExport(opened, target).write(form);
      } else {
        Export.Format table = format();
        Export export = new Export(opened, target);
        files = replication ? export.replication(Version.number()) : export.write(table, text);
      }
      Output output = new Output(terminal.out());
      files.forEach(file -> output.write(file + "\n"));
    }
    return Main.OK;
  }

  private Export.Format format() {
    try {
      return Export.Format.valueOf(format.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw usage(
          "DET-0201: unknown format \""
              + format
              + "\"; use jsonl, csv, parquet, records, webannotation,"
              + " jsonld, gdelt, ngec, geojson, conllu or brat");
    }
  }

  private ParameterException usage(String message) {
    if (spec == null) {
      throw new IllegalStateException("not started by picocli");
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
