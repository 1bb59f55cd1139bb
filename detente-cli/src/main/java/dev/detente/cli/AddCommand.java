package dev.detente.cli;

import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import dev.detente.ledger.Adding;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.ledger.store.Standing;
import dev.detente.pipeline.OrderedRun;
import dev.detente.pipeline.ReadArticle;
import dev.detente.source.ArticleSource;
import dev.detente.source.Checkpoint;
import dev.detente.source.Incoming;
import dev.detente.source.Limits;
import dev.detente.source.ResumeFile;
import dev.detente.source.SourceOptions;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

/** Reads articles into a ledger. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Reads articles into a ledger: their text, records and analysis. What is there already is not"
          + " read again; a changed article becomes a new version, and the old one is kept.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente add news/",
      "  detente add --ledger crisis.duckdb 'crawl/*.warc.gz'",
      "  detente add --resume state 'crawl/*.warc.gz'",
      "  detente add https://example.org/story",
      "",
      "Broken off, the same command goes on: all that was kept is passed over. With --resume it"
          + " goes on where it was, without looking at what came before."
    })
final class AddCommand implements Callable<Integer> {
  /** Articles kept at once, and the longest that read ones wait for it. */
  private static final int BATCH = 200;

  private static final long WAIT_NANOSECONDS = 2_000_000_000L;

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "0..*",
      description = "Files, folders, addresses, or - for standard input: all that read takes.")
  private List<String> inputs = List.of();

  @Mixin private LedgerOption ledger = new LedgerOption();

  @Mixin private MetadataOption known = new MetadataOption();

  @Option(names = "--again", description = "Also take in what was removed before.")
  private boolean again;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Mixin private InputOption input = new InputOption();

  @Mixin private FetchOption fetching = new FetchOption();

  @Mixin private ResumeOption resume = new ResumeOption();

  @Mixin private CodebookOption codebook = new CodebookOption();

  AddCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What became of an article; coded when it is to go in. */
  private record Taken(Standing standing, @Nullable CodedArticle coded) {}

  @Override
  public Integer call() {
    int atOnce = threads.count();
    Codebook lexicons = codebook.codebook();
    ArticleSource source =
        new ArticleSource(
            inputs(),
            new SourceOptions(
                known.metadata(), Limits.DEFAULT, lexicons, input.format(), fetching.rules()),
            terminal.in());
    Tally tally = new Tally();
    try (ResumeFile state = resume.open(source);
        Ledger opened = Ledger.write(ledger.file());
        LazyPipeline pipeline = new LazyPipeline(lexicons, source.isAnalysed());
        Progress progress = progress(source)) {
      Adding adding = opened.adding(lexicons);
      String code = Wiring.codebookVersion(lexicons);
      String model = Wiring.modelVersion();
      boolean byBytes = source.bytes().isPresent();
      long[] last = {System.nanoTime()};
      Map<String, Checkpoint> ahead = new LinkedHashMap<>();
      OrderedRun.<Taken>run(
          source,
          incoming -> taken(incoming, adding, pipeline, model, code),
          atOnce,
          outcome -> {
            if (byBytes) {
              progress.at(source.bytesRead());
            } else {
              progress.step();
            }
            outcome.notices().forEach(progress::message);
            Taken taken = outcome.value();
            if (taken == null) {
              tally.failed++;
              tally.internal |= outcome.internal();
              DetenteException failure = outcome.failure();
              progress.message(failure == null ? null : failure.getMessage());
            } else {
              CodedArticle coded = taken.coded();
              boolean added = coded != null && adding.add(coded, again, now());
              tally.count(coded != null && !added ? Standing.UNCHANGED : taken.standing());
            }
            if (adding.held() >= BATCH
                || (adding.held() > 0 && System.nanoTime() - last[0] > WAIT_NANOSECONDS)) {
              adding.commit(now());
              last[0] = System.nanoTime();
            }
            Checkpoint reached = outcome.reached();
            if (state != null && reached != null) {
              ahead.put(reached.input(), reached);
              if (adding.held() == 0) {
                noteAll(ahead, state);
              }
            }
          });
      adding.commit(now());
      if (state != null) {
        noteAll(ahead, state);
      }
    }
    source.summary().forEach(terminal::message);
    if (tally.failed > 0) {
      terminal.message(tally.failed + " articles could not be read");
    }
    new Output(terminal.out()).write(tally.told(ledger.file().toString()) + "\n");
    return tally.internal ? Main.INTERNAL : tally.failed > 0 ? Main.SOME_FAILED : Main.OK;
  }

  private Taken taken(
      Incoming incoming, Adding adding, LazyPipeline pipeline, String model, String code) {
    Standing standing = adding.standing(Objects.requireNonNull(incoming.article()));
    if (standing == Standing.UNCHANGED || (standing == Standing.REMOVED && !again)) {
      return new Taken(standing, null);
    }
    if (incoming.record() != null) {
      return new Taken(standing, CodedArticle.of(incoming.record(), null, null, null));
    }
    ReadArticle read = pipeline.get().read(incoming);
    return new Taken(
        standing,
        CodedArticle.of(
            read.record(), read.analysed(), incoming.analysis() == null ? model : null, code));
  }

  /** Notes what the ledger has for good. */
  private static void noteAll(Map<String, Checkpoint> reached, ResumeFile state) {
    reached.values().forEach(state::note);
    reached.clear();
  }

  private static LocalDateTime now() {
    return LocalDateTime.now(ZoneOffset.UTC);
  }

  private Progress progress(ArticleSource source) {
    if (!terminal.errIsTerminal()) {
      return Progress.none(terminal);
    }
    OptionalLong bytes = source.bytes();
    return bytes.isPresent()
        ? Progress.ofBytes(terminal, bytes.getAsLong())
        : Progress.start(terminal, source.count().orElse(-1));
  }

  private List<String> inputs() {
    if (!inputs.isEmpty()) {
      return inputs;
    }
    if (terminal.inIsTerminal() && spec != null) {
      throw new ParameterException(
          spec.commandLine(),
          "DET-0205: nothing to read; name a file or folder, or - for standard input");
    }
    return List.of("-");
  }

  private static final class Tally {
    private final Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
    private int failed;
    private boolean internal;

    void count(Standing standing) {
      counts.merge(standing, 1, Integer::sum);
    }

    String told(String file) {
      StringBuilder told = new StringBuilder(file).append(": ");
      told.append(number(Standing.NEW)).append(" new articles");
      add(told, Standing.CHANGED, " changed");
      add(told, Standing.UNCHANGED, " there already");
      add(told, Standing.REMOVED, " removed before and left out (--again takes them in)");
      return told.toString();
    }

    private void add(StringBuilder told, Standing standing, String words) {
      if (counts.containsKey(standing)) {
        told.append(", ").append(number(standing)).append(words);
      }
    }

    private String number(Standing standing) {
      return String.format(Locale.ROOT, "%d", counts.getOrDefault(standing, 0));
    }
  }
}
