package dev.detente.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.DetenteException;
import dev.detente.cli.score.Figures;
import dev.detente.cli.score.Scorer;
import dev.detente.codebook.Codebook;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
      "  detente score gold/ --records records.jsonl    compare records written before"
    })
final class ScoreCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Terminal terminal;

  @Parameters(
      paramLabel = "GOLD",
      arity = "1..*",
      description = "Annotated articles: .json or .jsonl files, or folders of them.")
  private List<Path> gold = List.of();

  @Option(
      names = {"-r", "--records"},
      paramLabel = "FILE",
      description = "Records to compare, as read --format jsonl writes them; default: read now.")
  private @Nullable Path records;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Mixin private CodebookOption codebook = new CodebookOption();

  ScoreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Figures figures = compare();
    new Output(terminal.out()).write(figures.table());
    return Main.OK;
  }

  private Figures compare() {
    Map<String, ArticleRecord> byId = records == null ? readNow() : readFrom(records);
    Scorer scorer = new Scorer();
    for (JsonNode article : load(gold)) {
      scorer.add(article, byId.get(article.path("id").asText()));
    }
    return scorer.figures();
  }

  private Map<String, ArticleRecord> readNow() {
    int atOnce = threads.count();
    Codebook lexicons = codebook.codebook();
    Map<String, ArticleRecord> byId = new HashMap<>();
    ArticleSource source =
        new ArticleSource(
            gold.stream().map(Path::toString).toList(),
            SourceOptions.DEFAULT,
            InputStream.nullInputStream());
    try (Pipeline pipeline = Wiring.pipeline(lexicons)) {
      OrderedRun.<ArticleRecord>run(
          source,
          article -> pipeline.read(article).record(),
          atOnce,
          outcome -> {
            ArticleRecord record = outcome.value();
            DetenteException failure = outcome.failure();
            if (record != null) {
              byId.put(record.article().id(), record);
            } else if (failure != null) {
              terminal.message(failure.getMessage());
            }
          });
    }
    return byId;
  }

  private static Map<String, ArticleRecord> readFrom(Path file) {
    Map<String, ArticleRecord> byId = new HashMap<>();
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      lines
          .filter(line -> !line.isBlank())
          .map(RecordReader::read)
          .forEach(record -> byId.put(record.article().id(), record));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    return byId;
  }

  /** The annotated articles of these files and folders, in order of their names. */
  static List<JsonNode> load(List<Path> paths) {
    List<JsonNode> articles = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> files = Files.list(path)) {
          articles.addAll(
              load(files.filter(file -> file.toString().matches(".*\\.jsonl?")).sorted().toList()));
        } catch (IOException e) {
          throw unreadable(path, e);
        }
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

  private static DetenteException unreadable(Path path, IOException e) {
    return new DetenteException(
        "DET-0206", path + ": cannot be read as JSON (" + e.getMessage() + "); check the file", e);
  }
}
