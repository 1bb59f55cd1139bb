package dev.detente.benchmark;

import dev.detente.article.Article;
import dev.detente.codebook.Codebook;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.reading.ArticleReader;
import dev.detente.record.json.RecordWriter;
import dev.detente.source.ArticleSource;
import dev.detente.source.InputFormat;
import dev.detente.source.Limits;
import dev.detente.source.Metadata;
import dev.detente.source.SourceOptions;
import dev.detente.source.archive.ArchiveEntry;
import dev.detente.source.archive.ArchiveMark;
import dev.detente.source.archive.ArchiveReader;
import dev.detente.source.fetch.FetchRules;
import dev.detente.source.page.ExtractedPage;
import dev.detente.source.page.PageContext;
import dev.detente.source.page.PageReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Pages per second of a web archive with one thread: its stages by themselves, and the way from the
 * bytes of the archive to articles and to records. One operation is the whole archive; {@code
 * pages} counts what it gave, {@code processor} the milliseconds of processor time.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class ArchiveBenchmark {

  /** The archive. */
  @State(Scope.Benchmark)
  public static class Archive {
    /** A WARC or ARC file; one of 200 pages made for the purpose if empty. */
    @Param("")
    public String archive = "";

    private byte[] bytes = new byte[0];
    private final List<byte[]> pages = new ArrayList<>();
    private final Codebook codebook = Codebook.bundled();
    private final PageReader reader = PageReader.load(codebook);
    private final SourceOptions options =
        new SourceOptions(
            Metadata.NONE, Limits.DEFAULT, codebook, InputFormat.ARCHIVE, FetchRules.DEFAULT);

    /** Reads the archive into memory, and its pages beside it. */
    @Setup
    public void load() throws IOException {
      bytes = archive.isEmpty() ? MadeArchive.ofPages(200) : Files.readAllBytes(Path.of(archive));
      try (ArchiveReader records = open()) {
        for (ArchiveEntry entry = records.next(); entry != null; entry = records.next()) {
          if (entry.capture() != null) {
            pages.add(entry.capture().content());
          }
        }
      }
    }

    private ArchiveReader open() throws IOException {
      return new ArchiveReader(
          new ByteArrayInputStream(bytes),
          "archive",
          Limits.DEFAULT.bytesPerArticle(),
          ArchiveMark.START);
    }

    private ArticleSource source() {
      return new ArticleSource(List.of("-"), options, new ByteArrayInputStream(bytes));
    }
  }

  /** Those who make records of articles. */
  @State(Scope.Benchmark)
  public static class Readers {
    private final ArticleAnalyser analyser = ArticleAnalyser.load(Codebook.bundled());
    private final ArticleReader reader = new ArticleReader(Codebook.bundled());

    /** Gives back what the network holds. */
    @TearDown(Level.Trial)
    public void close() {
      analyser.close();
    }
  }

  /** How much one thread has read. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Read {
    /** Pages read, or articles where a page gives one. */
    public long pages;

    /** Milliseconds of the thread's processor time; pages by these hold on a busy machine too. */
    public double processor;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private long began;

    /** Begins to count. */
    @Setup(Level.Invocation)
    public void begin() {
      began = clock.getCurrentThreadCpuTime();
    }

    private void end() {
      processor += (clock.getCurrentThreadCpuTime() - began) / 1e6;
    }
  }

  /** The first stage: members unpacked, records told apart, bodies with their codings undone. */
  @Benchmark
  public void stageRecords(Archive archive, Read read, Blackhole hole) {
    try (ArchiveReader records = archive.open()) {
      for (ArchiveEntry entry = records.next(); entry != null; entry = records.next()) {
        hole.consume(entry);
        read.pages += entry.capture() == null ? 0 : 1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    read.end();
  }

  /** The second stage: from the bytes of each page to its article. */
  @Benchmark
  public void stagePages(Archive archive, Read read, Blackhole hole) {
    for (byte[] page : archive.pages) {
      ExtractedPage extracted = archive.reader.read(page, PageContext.of("page"));
      hole.consume(extracted);
      read.pages++;
    }
    read.end();
  }

  /** Both: from the bytes of the archive to articles. */
  @Benchmark
  public void toArticles(Archive archive, Read read, Blackhole hole) {
    archive
        .source()
        .forEach(
            incoming -> {
              hole.consume(incoming);
              read.pages += incoming.article() == null ? 0 : 1;
            });
    read.end();
  }

  /** All of it, the language model included: from the bytes of the archive to lines of JSON. */
  @Benchmark
  public void toRecords(Archive archive, Readers readers, Read read, Blackhole hole) {
    archive
        .source()
        .forEach(
            incoming -> {
              Article article = incoming.article();
              if (article != null) {
                hole.consume(
                    RecordWriter.line(readers.reader.read(readers.analyser.analyse(article))));
                read.pages++;
              }
            });
    read.end();
  }
}
