package dev.detente.benchmark;

import dev.detente.codebook.Codebook;
import dev.detente.flink.FlinkCluster;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.pipeline.ClusterTask;
import dev.detente.pipeline.OrderedRun;
import dev.detente.pipeline.Pipeline;
import dev.detente.record.json.RecordWriter;
import dev.detente.source.ArticleSource;
import dev.detente.source.SourceOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a cluster costs: the same articles read by {@code read} and by {@code cluster read}, one and
 * two at once, turn by turn in one process that is warm; by the clock and by processor time, which
 * is the process's own however busy the machine is. Then where the time of a cluster goes, by
 * samples of what its threads do.
 *
 * <pre>java ADD-OPENS -Xmx3g -cp benchmarks.jar dev.detente.benchmark.ClusterThroughput [ARTICLES
 * [ROUNDS [FILE|FOLDER]]]</pre>
 *
 * Without a file or folder, articles are made of those in {@code examples}. {@code cluster read}
 * also finds links, copies and stories, and {@code read} does not.
 */
public final class ClusterThroughput {
  /** Articles that all ways read before anything is measured, at most. */
  private static final int WARM = 500;

  private final Path folder;
  private final Path articles;
  private final Path one;

  private ClusterThroughput(Path folder, Path articles, Path one) {
    this.folder = folder;
    this.articles = articles;
    this.one = one;
  }

  /** What reads, and how many at once. */
  private record Way(String name, boolean cluster, boolean tables, int atOnce) {}

  /** Seconds of the clock and of processors. */
  private record Took(double clock, double worked) {}

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 4000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    Path folder = Files.createTempDirectory("throughput");
    try {
      Path articles = folder.resolve("articles.jsonl");
      Path warm = folder.resolve("warm.jsonl");
      Path one = folder.resolve("one.jsonl");
      int warmUp = Math.min(WARM, count / 2);
      if (args.length > 2) {
        count = copy(args[2], articles, count);
        copy(args[2], warm, warmUp);
        copy(args[2], one, 1);
      } else {
        make(articles, count);
        make(warm, warmUp);
        make(one, 1);
      }
      new ClusterThroughput(folder, warm, one).run(warmUp, 1, false);
      new ClusterThroughput(folder, articles, one).run(count, rounds, true);
    } finally {
      delete(folder);
    }
    // What Flink leaves running would keep the process.
    System.exit(0);
  }

  private static void make(Path file, int count) throws IOException {
    List<CodedArticle> coded = LedgerGrowth.coded(Codebook.bundled(), "examples");
    MadeRecords made = new MadeRecords(coded.stream().map(CodedArticle::record).toList());
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < count; i++) {
        out.write(RecordWriter.line(made.record(i)));
        out.newLine();
      }
    }
  }

  /** The first articles of a source, as lines of records in which nothing matters but the text. */
  private static int copy(String source, Path file, int count) throws IOException {
    int[] left = {count};
    try (BufferedWriter out = Files.newBufferedWriter(file);
        Pipeline pipeline = Pipeline.load(Codebook.bundled(), false)) {
      source(source)
          .forEach(
              incoming -> {
                if (incoming.article() != null && left[0] > 0) {
                  left[0]--;
                  try {
                    out.write(RecordWriter.line(pipeline.read(incoming).record()));
                    out.newLine();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }
              });
    }
    return count - left[0];
  }

  private static ArticleSource source(String input) {
    return new ArticleSource(List.of(input), SourceOptions.DEFAULT, InputStream.nullInputStream());
  }

  private void run(int count, int rounds, boolean told) throws IOException {
    List<Way> ways =
        List.of(
            new Way("read, 1 thread", false, false, 1),
            new Way("cluster read, 1 slot", true, false, 1),
            new Way("read, 2 threads", false, false, 2),
            new Way("cluster read, 2 slots", true, false, 2),
            new Way("cluster read --parquet, 1 slot", true, true, 1));
    List<List<Took>> took = new ArrayList<>();
    ways.forEach(way -> took.add(new ArrayList<>()));
    List<Took> starts = new ArrayList<>();
    Map<String, Integer> samples = new TreeMap<>();
    for (int round = 0; round < rounds; round++) {
      starts.add(measured(() -> cluster(one, false, 1)));
      for (int i = 0; i < ways.size(); i++) {
        Way way = ways.get(i);
        boolean sampled = told && way.cluster() && way.atOnce() == 1 && !way.tables();
        try (Sampler sampler = sampled ? new Sampler(samples) : null) {
          took.get(i)
              .add(
                  measured(
                      () -> {
                        if (way.cluster()) {
                          cluster(articles, way.tables(), way.atOnce());
                        } else {
                          plain(way.atOnce());
                        }
                      }));
        }
      }
    }
    if (told) {
      tell(count, ways, took, starts);
      tell(samples);
    }
  }

  private static void tell(int count, List<Way> ways, List<List<Took>> took, List<Took> starts) {
    System.out.printf(
        Locale.ROOT,
        "%,d articles, medians of %d rounds; a job of one article takes %.1f s, %.1f s of processors%n%n",
        count,
        starts.size(),
        median(starts, Took::clock),
        median(starts, Took::worked));
    System.out.println(
        "| | articles/s | articles a second of processor time | without the start of the job |");
    System.out.println("|---|---|---|---|");
    for (int i = 0; i < ways.size(); i++) {
      double worked = median(took.get(i), Took::worked);
      double net = ways.get(i).cluster() ? worked - median(starts, Took::worked) : worked;
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f | %.1f | %.1f |%n",
          ways.get(i).name(),
          count / median(took.get(i), Took::clock),
          count / worked,
          count / net);
    }
  }

  private static void tell(Map<String, Integer> samples) {
    int all = samples.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println("\n| where the time of one slot goes | |\n|---|---|");
    samples.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(
            part ->
                System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f %% |%n",
                    part.getKey(),
                    100.0 * part.getValue() / all));
  }

  private static double median(List<Took> took, java.util.function.ToDoubleFunction<Took> of) {
    double[] sorted = took.stream().mapToDouble(of).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static Took measured(Work work) throws IOException {
    long clock = System.nanoTime();
    long worked = worked();
    work.run();
    return new Took((System.nanoTime() - clock) / 1e9, (worked() - worked) / 1e9);
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static long worked() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean own
        ? own.getProcessCpuTime()
        : 0;
  }

  private void plain(int threads) throws IOException {
    try (Pipeline pipeline = Pipeline.load(Codebook.bundled(), false);
        BufferedWriter out = Files.newBufferedWriter(folder.resolve("plain.jsonl"))) {
      OrderedRun.<String>run(
          source(articles.toString()),
          incoming -> RecordWriter.line(pipeline.read(incoming).record()),
          threads,
          outcome -> {
            try {
              out.write(String.valueOf(outcome.value()));
              out.newLine();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private void cluster(Path input, boolean tables, int slots) throws IOException {
    Path to = folder.resolve("coded");
    delete(to);
    new FlinkCluster()
        .read(
            new ClusterTask(
                List.of(input.toString()),
                SourceOptions.DEFAULT,
                to.toString(),
                tables,
                slots,
                null));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
