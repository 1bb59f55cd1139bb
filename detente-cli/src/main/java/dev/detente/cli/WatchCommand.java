package dev.detente.cli;

import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import dev.detente.ledger.Adding;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.pipeline.Pipeline;
import dev.detente.pipeline.ReadArticle;
import dev.detente.record.json.RecordWriter;
import dev.detente.source.Metadata;
import dev.detente.source.WatchedArticles;
import dev.detente.source.feed.FeedWatch;
import dev.detente.source.feed.WatchState;
import dev.detente.source.fetch.Fetcher;
import dev.detente.source.fetch.PoliteFetcher;
import dev.detente.source.page.PageReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Polls feeds and appends the record of each new article. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Polls feeds (RSS, Atom, JSON Feed), fetches the page of each new entry and writes its record"
          + " as a line of JSON. Obeys robots.txt and Retry-After and leaves a pause between two"
          + " requests to a host.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente watch --output news.jsonl https://example.org/feed.xml",
      "  detente watch --ledger detente.duckdb https://example.org/feed.xml",
      "  detente watch --once --state desk.state https://example.org/feed.xml >> news.jsonl"
    })
final class WatchCommand implements Callable<Integer> {
  private static final int SHORTEST = 1;
  private static final int LONGEST = 10_080;

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FEED", arity = "1..*", description = "Addresses of feeds.")
  private List<String> feeds = List.of();

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "File that keeps what has been read; default: ${DEFAULT-VALUE}.")
  private Path state = Path.of("detente-watch.state");

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "File that records are appended to; default: standard output.")
  private @Nullable Path output;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description = "Ledger that articles are added to, instead of an output.")
  private @Nullable Path ledger;

  @Option(
      names = "--every",
      paramLabel = "MINUTES",
      description = "Minutes between two polls of a feed; default: ${DEFAULT-VALUE}.")
  private int every = 15;

  @Option(names = "--once", description = "Poll each feed once and end.")
  private boolean once;

  @Option(names = "--no-pages", description = "Read what the feed holds and fetch no page.")
  private boolean noPages;

  @Mixin private FetchOption fetching = new FetchOption();

  @Mixin private CodebookOption codebook = new CodebookOption();

  WatchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<URI> addresses = addresses();
    if (every < SHORTEST || every > LONGEST) {
      throw usage("DET-0218: --every " + every + " is not between 1 and " + LONGEST + " minutes");
    }
    Codebook lexicons = codebook.codebook();
    FeedReading reading;
    try (WatchState seen = WatchState.open(state);
        OutputStream file = file();
        Pipeline pipeline = Pipeline.load(lexicons, false)) {
      reading =
          new FeedReading(
              terminal,
              () -> pipeline,
              new WatchedArticles(PageReader.load(lexicons), Metadata.NONE),
              lines(new Output(file == null ? terminal.out() : file)));
      FeedWatch watch =
          new FeedWatch(new PoliteFetcher(new Fetcher(fetching.rules())), seen, !noPages);
      while (true) {
        reading.count();
        // Open for as long as it is written to, so that others may ask it between two polls.
        try (Ledger kept = ledger == null ? null : Ledger.write(ledger)) {
          if (kept != null) {
            reading.to(articles(kept.adding(lexicons), Wiring.codebookVersion(lexicons)));
          }
          addresses.forEach(address -> watch.poll(address, reading));
        }
        terminal.message(reading.told());
        if (once || !slept()) {
          break;
        }
      }
    } catch (IOException e) {
      throw new DetenteException("DET-0502", "the output cannot be written: " + e.getMessage(), e);
    }
    return reading.code();
  }

  private static Consumer<ReadArticle> lines(Output out) {
    return read -> out.write(RecordWriter.line(read.record()) + "\n");
  }

  /** Each is kept before the next is fetched. */
  private static Consumer<ReadArticle> articles(Adding adding, String codebook) {
    String model = Wiring.modelVersion();
    return read -> {
      LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
      adding.add(CodedArticle.of(read.record(), read.analysed(), model, codebook), false, now);
      adding.commit(now);
    };
  }

  private List<URI> addresses() {
    try {
      return FeedReading.addresses(feeds);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private @Nullable OutputStream file() throws IOException {
    return output == null
        ? null
        : Files.newOutputStream(output, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private boolean slept() {
    try {
      Thread.sleep(every * 60_000L);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private ParameterException usage(String message) {
    if (spec == null) {
      throw new IllegalStateException("not started by picocli");
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
