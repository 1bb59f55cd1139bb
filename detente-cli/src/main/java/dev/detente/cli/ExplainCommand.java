package dev.detente.cli;

import dev.detente.article.DetenteException;
import dev.detente.cli.format.Explanation;
import dev.detente.cli.format.Style;
import dev.detente.pipeline.Pipeline;
import dev.detente.pipeline.ReadArticle;
import dev.detente.source.ArticleSource;
import dev.detente.source.Incoming;
import dev.detente.source.Limits;
import dev.detente.source.Metadata;
import dev.detente.source.SourceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows why the record of an article says what it says. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Shows why the record of an article says what it says: the rule behind each entry and, for"
          + " the entries named, the tree of the sentence.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente explain article.txt            every entry with its rule",
      "  detente explain article.txt s3 e1      these two, with their sentences' trees"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FILE|URL",
      description = "The article; the first when there are several; - is standard input.")
  private String file = "-";

  @Parameters(
      index = "1..*",
      paramLabel = "ID",
      description = "Entries of the record: s1, e2, a3, p1, or t1 for the first time expression.")
  private List<String> ids = List.of();

  @Mixin private InputOption input = new InputOption();

  @Mixin private FetchOption fetching = new FetchOption();

  @Mixin private CodebookOption codebook = new CodebookOption();

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Incoming first = first();
    if (first == null) {
      return Main.SOME_FAILED;
    }
    try (Pipeline pipeline = Pipeline.load(codebook.codebook(), first.analysis() != null)) {
      ReadArticle read = pipeline.read(first);
      Explanation explanation =
          new Explanation(
              read.analysed(), read.record(), terminal.colourOut() ? Style.ANSI : Style.PLAIN);
      StringBuilder out = new StringBuilder();
      for (String id : ids) {
        if (!explanation.ids().contains(id)) {
          throw unknown(id, explanation.ids());
        }
        out.append(out.length() > 0 ? "\n" : "").append(explanation.of(id));
      }
      new Output(terminal.out()).write(ids.isEmpty() ? explanation.list() : out.toString());
      return Main.OK;
    }
  }

  private @Nullable Incoming first() {
    List<Incoming> articles = new ArrayList<>();
    SourceOptions options =
        new SourceOptions(
            Metadata.NONE, Limits.DEFAULT, codebook.codebook(), input.format(), fetching.rules());
    new ArticleSource(List.of(file), options, terminal.in())
        .forEach(
            incoming -> {
              DetenteException failure = incoming.failure();
              incoming.notices().forEach(terminal::message);
              if (incoming.article() != null && articles.isEmpty()) {
                articles.add(incoming);
              } else if (failure != null) {
                terminal.message(failure.getMessage());
              }
            });
    return articles.isEmpty() ? null : articles.get(0);
  }

  private ParameterException unknown(String id, List<String> known) {
    if (spec == null) {
      throw new IllegalStateException("not started by picocli");
    }
    return new ParameterException(
        spec.commandLine(),
        "DET-0207: the record has no \""
            + id
            + "\"; it has "
            + (known.isEmpty() ? "no entries" : String.join(" ", known)));
  }
}
