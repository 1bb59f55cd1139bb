package dev.detente.cli;

import dev.detente.article.ArticleText;
import dev.detente.article.DetenteException;
import dev.detente.cli.format.MarkedEntry;
import dev.detente.cli.format.MarksFormat;
import dev.detente.cli.format.Style;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordReader;
import dev.detente.source.mark.RecordWebAnnotations;
import dev.detente.source.mark.RecordWebAnnotations.Named;
import dev.detente.source.mark.ReviewMark;
import dev.detente.source.mark.WebAnnotations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what reviewers marked beside the entries of the records that they marked. */
@Command(
    name = "marks",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Shows what reviewers marked in articles (Web Annotations) beside the entries of the records"
          + " that stand there, with the rule behind each.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente read --format jsonl news/ > records.jsonl",
      "  detente marks --records records.jsonl review.json",
      "  detente marks -r records.jsonl -f jsonl reviews/ | jq -r '.entries[].why' | sort | uniq -c",
      "",
      "A mark names its article by address or id, or an entry by the id that read --format"
          + " webannotation gave it."
    })
final class MarksCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "MARKS",
      arity = "1..*",
      description = "Web Annotations: .json, .jsonl or .jsonld files, or folders of them.")
  private List<Path> marks = List.of();

  @Option(
      names = {"-r", "--records"},
      paramLabel = "FILE",
      required = true,
      description = "The records that were reviewed, as read --format jsonl writes them.")
  private Path records = Path.of("");

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "text (for people; default on a terminal) or jsonl (default elsewhere).")
  private @Nullable String format;

  MarksCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    boolean text = isText();
    Known known = known();
    Map<ArticleRecord, List<ReviewMark>> byArticle = new LinkedHashMap<>();
    int failed = 0;
    for (Path file : files()) {
      try {
        List<ReviewMark> read =
            WebAnnotations.read(
                Files.readString(file), source -> known.text(source, file), file.toString());
        for (ReviewMark mark : read) {
          byArticle
              .computeIfAbsent(known.record(mark.source(), file), key -> new ArrayList<>())
              .add(mark);
        }
      } catch (DetenteException e) {
        terminal.message(e.getMessage());
        failed++;
      } catch (IOException e) {
        terminal.message(unreadable(file, e).getMessage());
        failed++;
      }
    }
    MarksFormat shown =
        new MarksFormat(
            terminal.outIsTerminal() ? terminal.width() : Terminal.DEFAULT_WIDTH,
            terminal.colourOut() ? Style.ANSI : Style.PLAIN);
    Output output = new Output(terminal.out());
    String between = "";
    for (Map.Entry<ArticleRecord, List<ReviewMark>> article : byArticle.entrySet()) {
      ArticleRecord record = article.getKey();
      List<MarkedEntry> marked =
          article.getValue().stream().map(mark -> MarkedEntry.of(mark, record)).sorted().toList();
      output.write(
          text ? between + shown.article(record, marked) : MarksFormat.lines(record, marked));
      between = "\n";
    }
    return failed > 0 ? Main.SOME_FAILED : Main.OK;
  }

  private boolean isText() {
    String name = format == null ? (terminal.outIsTerminal() ? "text" : "jsonl") : format;
    if (!name.equals("text") && !name.equals("jsonl")) {
      throw usage("DET-0201: unknown format \"" + name + "\"; use text or jsonl");
    }
    return name.equals("text");
  }

  private ParameterException usage(String message) {
    if (spec == null) {
      throw new IllegalStateException("not started by picocli");
    }
    return new ParameterException(spec.commandLine(), message);
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (Path path : marks) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      try (Stream<Path> there = Files.list(path)) {
        files.addAll(
            there
                .filter(file -> file.getFileName().toString().matches(".*\\.(?:jsonl?|jsonld)"))
                .sorted()
                .toList());
      } catch (IOException e) {
        throw unreadable(path, e);
      }
    }
    return files;
  }

  private Known known() {
    Known known = new Known();
    int number = 0;
    try (Stream<String> lines = Files.lines(records, StandardCharsets.UTF_8)) {
      for (String line : (Iterable<String>) lines::iterator) {
        number++;
        if (!line.isBlank()) {
          known.add(RecordReader.read(line));
        }
      }
    } catch (IOException e) {
      throw unreadable(records, e);
    } catch (DetenteException e) {
      throw new DetenteException(
          e.code(),
          records
              + ", line "
              + number
              + ": "
              + String.valueOf(e.getMessage()).substring(e.code().length() + 2),
          e);
    }
    return known;
  }

  private static DetenteException unreadable(Path file, IOException e) {
    return e instanceof NoSuchFileException
        ? new DetenteException("DET-0101", file + ": no such file or folder; check the name", e)
        : new DetenteException(
            "DET-0206", file + ": cannot be read (" + e.getMessage() + "); check the file", e);
  }

  /** The records by all that a mark may call their articles. */
  private static final class Known {
    private final KnownRecords records = new KnownRecords();

    void add(ArticleRecord record) {
      records.add(record.article().id(), record);
      records.add(RecordWebAnnotations.source(record.article()), record);
    }

    ArticleRecord record(String source, Path file) {
      ArticleRecord record = records.get(source, null, file.toString());
      if (record == null) {
        Named named = Named.of(source);
        record = named == null ? null : records.get(named.article(), null, file.toString());
      }
      if (record == null) {
        throw new DetenteException(
            "DET-0167",
            file
                + ": \""
                + source
                + "\" is the address or id of no article in the records; read it, too");
      }
      return record;
    }

    ArticleText text(String source, Path file) {
      return record(source, file).article().text();
    }
  }
}
