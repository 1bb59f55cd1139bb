package dev.detente.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.Article;
import dev.detente.article.DetenteException;
import dev.detente.cli.score.BratGold;
import dev.detente.cli.score.Breakdown;
import dev.detente.cli.score.Comparison;
import dev.detente.cli.score.ErrorPage;
import dev.detente.cli.score.Figures;
import dev.detente.cli.score.Scorer;
import dev.detente.codebook.Codebook;
import dev.detente.pipeline.OrderedRun;
import dev.detente.pipeline.Pipeline;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordReader;
import dev.detente.source.ArticleSource;
import dev.detente.source.SourceOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads annotated articles and prints how far the records agree with the annotation. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Reads articles that people have annotated and prints how far the records agree with them.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente score gold/",
      "  detente score gold/ --records records.jsonl    compare records written before",
      "  detente score gold/ --by language,origin       parts side by side",
      "  detente score gold/ --html errors.html         look at the errors in a browser",
      "  detente score gold/ --by language --causes 10 --format markdown",
      "  detente score review/ --causes 10              what read --format brat wrote, corrected",
      "",
      "Origin is constructed where the annotation says so, real else. The page needs no network."
    })
final class ScoreCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "GOLD",
      arity = "1..*",
      description =
          "Annotated articles: .json or .jsonl files, .ann files of brat, or folders of them.")
  private List<Path> gold = List.of();

  @Option(
      names = {"-r", "--records"},
      paramLabel = "FILE",
      description = "Records to compare, as read --format jsonl writes them; default: read now.")
  private @Nullable Path records;

  @Option(
      names = "--by",
      paramLabel = "PART",
      split = ",",
      description = "Figures of parts of the articles side by side: language, origin or both.")
  private List<String> by = List.of();

  @Option(
      names = "--causes",
      paramLabel = "N",
      description = "The N most frequent causes of error, with their numbers.")
  private int causes;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page with annotation and output side by side and errors by cause.")
  private @Nullable Path html;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "text (for people; default) or markdown (for documents).")
  private String format = "text";

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Mixin private CodebookOption codebook = new CodebookOption();

  ScoreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Breakdown.Key> keys = keys();
    boolean markdown = isMarkdown();
    Scorer scorer = new Scorer();
    List<Comparison> articles = compare(scorer);
    StringBuilder out = new StringBuilder();
    if (keys.isEmpty() && !markdown) {
      out.append(scorer.figures().table());
    } else {
      Map<String, Figures> parts = Breakdown.parts(articles, keys);
      out.append(markdown ? Breakdown.markdown(parts) : Breakdown.table(parts));
    }
    if (causes > 0) {
      out.append('\n').append(causes(articles, markdown));
    }
    new Output(terminal.out()).write(out.toString());
    if (html != null) {
      try {
        Files.writeString(html, ErrorPage.of(articles));
      } catch (IOException e) {
        throw new DetenteException(
            "DET-0503", html + ": cannot be written (" + e.getMessage() + "); check the folder", e);
      }
    }
    return Main.OK;
  }

  private String causes(List<Comparison> articles, boolean markdown) {
    StringBuilder out =
        new StringBuilder(markdown ? "| cause of error | number |\n|---|---|\n" : "");
    Breakdown.causes(articles).entrySet().stream()
        .limit(causes)
        .forEachOrdered(
            cause ->
                out.append(
                    markdown
                        ? "| " + cause.getKey() + " | " + cause.getValue() + " |\n"
                        : String.format("%6d  %s%n", cause.getValue(), cause.getKey())));
    return out.toString();
  }

  private List<Breakdown.Key> keys() {
    List<Breakdown.Key> keys = new ArrayList<>();
    for (String key : by) {
      switch (key) {
        case "language" -> keys.add(Breakdown.Key.LANGUAGE);
        case "origin" -> keys.add(Breakdown.Key.ORIGIN);
        default ->
            throw usage("DET-0233: --by \"" + key + "\": articles are divided by language, origin");
      }
    }
    return keys;
  }

  private boolean isMarkdown() {
    if (!format.equals("text") && !format.equals("markdown")) {
      throw usage("DET-0201: unknown format \"" + format + "\"; use text or markdown");
    }
    return format.equals("markdown");
  }

  private ParameterException usage(String message) {
    if (spec == null) {
      throw new IllegalStateException("not started by picocli");
    }
    return new ParameterException(spec.commandLine(), message);
  }

  private List<Comparison> compare(Scorer scorer) {
    KnownRecords known = records == null ? readNow() : readFrom(records);
    List<Comparison> articles = new ArrayList<>();
    for (JsonNode article : load(gold)) {
      String id = article.path("id").asText();
      ArticleRecord record = known.get(id, article.path("text").asText(), "gold article " + id);
      articles.add(scorer.add(article, record));
    }
    return articles;
  }

  private KnownRecords readNow() {
    int atOnce = threads.count();
    Codebook lexicons = codebook.codebook();
    KnownRecords known = new KnownRecords();
    ArticleSource source =
        new ArticleSource(
            gold.stream().map(Path::toString).toList(),
            SourceOptions.DEFAULT,
            InputStream.nullInputStream());
    try (Pipeline pipeline = Pipeline.load(lexicons, false)) {
      OrderedRun.<ArticleRecord>run(
          source,
          incoming -> pipeline.read(incoming).record(),
          atOnce,
          outcome -> {
            ArticleRecord record = outcome.value();
            DetenteException failure = outcome.failure();
            if (record != null) {
              known.add(record.article().id(), record);
            } else if (failure != null) {
              terminal.message(failure.getMessage());
            }
          });
    }
    return known;
  }

  private static KnownRecords readFrom(Path file) {
    KnownRecords known = new KnownRecords();
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      lines
          .filter(line -> !line.isBlank())
          .map(RecordReader::read)
          .forEach(record -> known.add(record.article().id(), record));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    return known;
  }

  /** The annotated articles of these files and folders, in order of their names. */
  static List<JsonNode> load(List<Path> paths) {
    List<JsonNode> articles = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> files = Files.list(path)) {
          articles.addAll(
              load(
                  files
                      .filter(file -> file.toString().matches(".*\\.(?:jsonl?|ann)"))
                      .sorted()
                      .toList()));
        } catch (IOException e) {
          throw unreadable(path, e);
        }
        continue;
      }
      if (path.toString().endsWith(".ann")) {
        articles.add(annotated(path));
        continue;
      }
      try (InputStream in = Files.newInputStream(path);
          MappingIterator<JsonNode> nodes = JSON.readerFor(JsonNode.class).readValues(in)) {
        nodes.forEachRemaining(articles::add);
      } catch (IOException e) {
        throw unreadable(path, e);
      }
    }
    return articles;
  }

  /** What people marked with brat in the text beside this file. */
  private static JsonNode annotated(Path ann) {
    List<JsonNode> gold = new ArrayList<>();
    new ArticleSource(List.of(ann.toString()), SourceOptions.DEFAULT, InputStream.nullInputStream())
        .forEach(
            incoming -> {
              Article article = incoming.article();
              if (article == null) {
                throw Objects.requireNonNull(incoming.failure());
              }
              gold.add(BratGold.of(article, incoming.annotations()));
            });
    return gold.get(0);
  }

  private static DetenteException unreadable(Path path, IOException e) {
    return new DetenteException(
        "DET-0206", path + ": cannot be read as JSON (" + e.getMessage() + "); check the file", e);
  }
}
