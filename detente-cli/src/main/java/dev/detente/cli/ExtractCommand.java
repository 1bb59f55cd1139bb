package dev.detente.cli;

import dev.detente.article.Article;
import dev.detente.article.DetenteException;
import dev.detente.cli.format.ExtractedFormat;
import dev.detente.source.ArticleSource;
import dev.detente.source.Incoming;
import dev.detente.source.Limits;
import dev.detente.source.Metadata;
import dev.detente.source.SourceOptions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes articles out of their pages and files, and reads no further. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Takes articles out of web pages and other files and writes them as JSON Lines, which read"
          + " takes: text, passages, dates, authors, and where in the page each stretch stood.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente extract saved-pages/ > articles.jsonl",
      "  detente extract --body page.html | jq -r .text"
    })
final class ExtractCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE|FOLDER|URL|-",
      arity = "1..*",
      description = "What to take articles from; - is standard input.")
  private List<String> inputs = List.of();

  @Option(
      names = "--body",
      description = "Only id and running text: no headline, captions, bylines or notices.")
  private boolean body;

  @Mixin private InputOption input = new InputOption();

  @Mixin private FetchOption fetching = new FetchOption();

  @Mixin private CodebookOption codebook = new CodebookOption();

  ExtractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    SourceOptions options =
        new SourceOptions(
            Metadata.NONE, Limits.DEFAULT, codebook.codebook(), input.format(), fetching.rules());
    Output output = new Output(terminal.out());
    int[] counts = new int[2];
    new ArticleSource(inputs, options, terminal.in())
        .forEach(incoming -> write(incoming, output, counts));
    if (counts[1] > 0) {
      terminal.message(
          counts[1] + " of " + (counts[0] + counts[1]) + " articles could not be read");
    }
    return counts[1] > 0 ? Main.SOME_FAILED : Main.OK;
  }

  private void write(Incoming incoming, Output output, int[] counts) {
    incoming.notices().forEach(terminal::message);
    Article article = incoming.article();
    if (article == null) {
      counts[1]++;
      DetenteException failure = incoming.failure();
      terminal.message(failure == null ? null : failure.getMessage());
      return;
    }
    counts[0]++;
    output.write(
        body
            ? ExtractedFormat.body(article)
            : ExtractedFormat.whole(article, incoming.page(), incoming.annotations()));
  }
}
