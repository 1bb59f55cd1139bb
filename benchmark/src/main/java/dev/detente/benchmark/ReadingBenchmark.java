package dev.detente.benchmark;

import dev.detente.article.Article;
import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.reading.ArticleReader;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordWriter;
import dev.detente.source.ArticleSource;
import dev.detente.source.SourceOptions;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Articles and words per second, from text to the line of JSON: all of it with one thread and with
 * one for each processor, and its stages by themselves.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class ReadingBenchmark {

  /** What all threads share: the articles and those who read them. */
  @State(Scope.Benchmark)
  public static class Shared {
    /** Files or folders, as {@code read} takes them, separated by commas. */
    @Param("examples")
    public String articles = "examples";

    private final List<Article> texts = new ArrayList<>();
    private final List<AnalysedArticle> analysed = new ArrayList<>();
    private final List<ArticleRecord> records = new ArrayList<>();
    private final ArticleAnalyser analyser = ArticleAnalyser.load(Codebook.bundled());
    private final ArticleReader reader = new ArticleReader(Codebook.bundled());

    /** Reads all articles once. */
    @Setup
    public void read() {
      ArticleSource source =
          new ArticleSource(
              List.of(articles.split(",", -1)),
              SourceOptions.DEFAULT,
              InputStream.nullInputStream());
      source.forEach(
          incoming -> {
            Article article = incoming.article();
            if (article == null) {
              throw new IllegalStateException(incoming.failure());
            }
            texts.add(article);
          });
      for (Article article : texts) {
        AnalysedArticle one = analyser.analyse(article);
        analysed.add(one);
        records.add(reader.read(one));
      }
    }

    /** Gives back what the network holds. */
    @TearDown
    public void close() {
      analyser.close();
    }
  }

  /** What one thread has read. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Read {
    /** Words of the articles read, marks of punctuation included. */
    public long words;

    private int next;

    private int turn(Shared shared) {
      int turn = next;
      next = (next + 1) % shared.texts.size();
      for (Sentence sentence : shared.analysed.get(turn).sentences()) {
        words += sentence.size();
      }
      return turn;
    }
  }

  /** From text to JSON, one thread. */
  @Benchmark
  public String wholeOneThread(Shared shared, Read read) {
    return whole(shared, read);
  }

  /** From text to JSON, a thread for each processor. */
  @Benchmark
  @Threads(Threads.MAX)
  public String wholeAllProcessors(Shared shared, Read read) {
    return whole(shared, read);
  }

  private static String whole(Shared shared, Read read) {
    Article article = shared.texts.get(read.turn(shared));
    return RecordWriter.line(shared.reader.read(shared.analyser.analyse(article)));
  }

  /** The first stage: language, passages, sentences, words, trees and names. */
  @Benchmark
  public AnalysedArticle stageLanguage(Shared shared, Read read) {
    return shared.analyser.analyse(shared.texts.get(read.turn(shared)));
  }

  /** The second stage: actors, statements, events, links, times and places. */
  @Benchmark
  public ArticleRecord stageReading(Shared shared, Read read) {
    return shared.reader.read(shared.analysed.get(read.turn(shared)));
  }

  /** The third stage: the line of JSON. */
  @Benchmark
  public String stageWriting(Shared shared, Read read) {
    return RecordWriter.line(shared.records.get(read.turn(shared)));
  }
}
