package dev.detente.cli;

import dev.detente.article.DetenteException;
import dev.detente.cli.format.ConlluFormat;
import dev.detente.cli.format.JsonFormat;
import dev.detente.cli.format.JsonLinesFormat;
import dev.detente.cli.format.OutputFormat;
import dev.detente.cli.format.Style;
import dev.detente.cli.format.TextFormat;
import dev.detente.cli.format.WebAnnotationFormat;
import dev.detente.codebook.Codebook;
import dev.detente.pipeline.OrderedRun;
import dev.detente.pipeline.Pipeline;
import dev.detente.source.ArticleSource;
import dev.detente.source.Limits;
import dev.detente.source.Metadata;
import dev.detente.source.ResumeFile;
import dev.detente.source.SourceOptions;
import dev.detente.source.mark.BratCollection;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads articles and writes their records. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Reads articles and writes the record of each: statements with speaker, words and act;"
          + " events; links, times and places.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente read article.txt",
      "  detente read --published 2022-02-07 --outlet example.org article.txt",
      "  detente read --format jsonl archive.jsonl > records.jsonl",
      "  detente read --format conllu news/ > news.conllu       analyse once, and",
      "  detente read --codebook mine/ news.conllu              code again without parsing again",
      "  detente read --format jsonl news/ | jq -r '.statements[].act' | sort | uniq -c",
      "  detente read page.html saved-pages/",
      "  detente read --resume state 'crawl/*.warc.gz' >> records.jsonl",
      "  detente read https://example.org/story",
      "  detente read --format brat --output review/ news/      correct it with brat, and",
      "  detente score review/                                  see how far we were right",
      "",
      "A text file may begin with its date: date 2022-02-07. In a folder, .txt, .html, .htm,"
          + " .jsonl, .ndjson, .json, .warc and .arc files are read, subfolders too. JSON articles"
          + " have the keys text and, if known, id, published, language, outlet, url and title."
    })
final class ReadCommand implements Callable<Integer> {
  private static final int A_FEW = 5;

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|FOLDER|URL|-",
      arity = "0..*",
      description = "What to read; - is standard input.")
  private List<String> inputs = List.of();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description =
          "text (for people; default on a terminal), jsonl (one record a line; default elsewhere),"
              + " json, conllu, webannotation or brat (with --output).")
  private @Nullable String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "New folder for --format brat: a .txt and a .ann for each article.")
  private @Nullable Path folder;

  @Mixin private MetadataOption known = new MetadataOption();

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Mixin private InputOption input = new InputOption();

  @Mixin private FetchOption fetching = new FetchOption();

  @Mixin private ResumeOption resume = new ResumeOption();

  @Mixin private CodebookOption codebook = new CodebookOption();

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "Width of text output; default: the terminal's, else 80.")
  private @Nullable Integer width;

  ReadCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Rendering shown = rendering();
    Metadata metadata = known.metadata();
    int atOnce = threads.count();
    Codebook lexicons = codebook.codebook();
    ArticleSource source =
        new ArticleSource(
            inputs(),
            new SourceOptions(metadata, Limits.DEFAULT, lexicons, input.format(), fetching.rules()),
            terminal.in());
    Tally tally = new Tally();
    try (ResumeFile state = resumed(source);
        Pipeline pipeline = Pipeline.load(lexicons, source.isAnalysed());
        Progress progress = progress(source)) {
      boolean byBytes = source.bytes().isPresent();
      shown.begin();
      OrderedRun.<Runnable>run(
          source,
          incoming -> shown.render(pipeline.read(incoming)),
          atOnce,
          outcome -> {
            if (byBytes) {
              progress.at(source.bytesRead());
            } else {
              progress.step();
            }
            outcome.notices().forEach(progress::message);
            if (outcome.value() == null) {
              tally.failed++;
              tally.internal |= outcome.internal();
              DetenteException failure = outcome.failure();
              progress.message(failure == null ? null : failure.getMessage());
            } else {
              outcome.value().run();
              tally.read++;
            }
            if (state != null && outcome.reached() != null) {
              state.note(outcome.reached());
            }
          });
      shown.end();
    }
    source.summary().forEach(terminal::message);
    if (tally.failed > 0) {
      terminal.message(
          tally.failed + " of " + (tally.failed + tally.read) + " articles could not be read");
    }
    return tally.internal ? Main.INTERNAL : tally.failed > 0 ? Main.SOME_FAILED : Main.OK;
  }

  private @Nullable ResumeFile resumed(ArticleSource source) {
    if (resume.isGiven() && ("json".equals(format) || "brat".equals(format))) {
      throw usage("DET-0209: --resume cannot go on with an array or a folder; use --format jsonl");
    }
    return resume.open(source);
  }

  private Progress progress(ArticleSource source) {
    if (!terminal.errIsTerminal() || terminal.outIsTerminal()) {
      return Progress.none(terminal);
    }
    OptionalLong bytes = source.bytes();
    if (bytes.isPresent()) {
      return Progress.ofBytes(terminal, bytes.getAsLong());
    }
    OptionalLong count = source.count();
    return count.isPresent() && count.getAsLong() <= A_FEW
        ? Progress.none(terminal)
        : Progress.start(terminal, count.orElse(-1));
  }

  private Rendering rendering() {
    String name = format == null ? (terminal.outIsTerminal() ? "text" : "jsonl") : format;
    if (name.equals("brat") != (folder != null)) {
      throw usage(
          "DET-0234: --format brat and --output FOLDER belong together; other formats go to"
              + " standard output: > FILE");
    }
    if (folder != null) {
      if (BratCollection.isTaken(folder)) {
        throw usage(
            "DET-0235: "
                + folder
                + " is not empty, and annotations are not written over; give a new folder");
      }
      return new BratFolder(folder, terminal);
    }
    OutputFormat shown =
        switch (name) {
          case "text" -> new TextFormat(width(), terminal.colourOut() ? Style.ANSI : Style.PLAIN);
          case "jsonl" -> new JsonLinesFormat();
          case "json" -> new JsonFormat();
          case "conllu" -> new ConlluFormat();
          case "webannotation" -> new WebAnnotationFormat();
          default ->
              throw usage(
                  "DET-0201: unknown format \""
                      + name
                      + "\"; use text, jsonl, json, conllu, webannotation or brat");
        };
    return Rendering.stream(shown, new Output(terminal.out()));
  }

  private int width() {
    if (width != null) {
      return width;
    }
    return terminal.outIsTerminal() ? terminal.width() : Terminal.DEFAULT_WIDTH;
  }

  private List<String> inputs() {
    if (!inputs.isEmpty()) {
      return inputs;
    }
    if (terminal.inIsTerminal()) {
      throw usage("DET-0205: nothing to read; name a file or folder, or - for standard input");
    }
    return List.of("-");
  }

  private ParameterException usage(String message) {
    if (spec == null) {
      throw new IllegalStateException("not started by picocli");
    }
    return new ParameterException(spec.commandLine(), message);
  }

  private static final class Tally {
    private long read;
    private long failed;
    private boolean internal;
  }
}
