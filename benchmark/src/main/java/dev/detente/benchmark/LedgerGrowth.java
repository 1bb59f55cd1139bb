package dev.detente.benchmark;

import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.Adding;
import dev.detente.ledger.Finding;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.Period;
import dev.detente.ledger.Question;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.reading.ArticleReader;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.ArticleRecord;
import dev.detente.source.ArticleSource;
import dev.detente.source.SourceOptions;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a ledger bears growing: adds records of as many articles as asked, made of those of a folder,
 * and says how fast each tenth went in, how long answers take at the end and how much room all of
 * it takes.
 *
 * <pre>java -Xmx2g -cp benchmarks.jar dev.detente.benchmark.LedgerGrowth LEDGER [ARTICLES [FOLDER]]
 * </pre>
 */
public final class LedgerGrowth {
  private static final int AT_ONCE = 500;
  private static final int QUESTIONS = 200;
  private static final LocalDateTime NOW = LocalDateTime.of(2031, 3, 11, 12, 0);

  private LedgerGrowth() {}

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    long articles = args.length > 1 ? Long.parseLong(args[1]) : 1_000_000;
    Codebook codebook = Codebook.bundled();
    List<CodedArticle> coded = coded(codebook, args.length > 2 ? args[2] : "examples");
    MadeRecords made = new MadeRecords(coded.stream().map(CodedArticle::record).toList());
    try (Ledger ledger = Ledger.write(file)) {
      add(ledger, codebook, made, coded, articles);
    }
    System.out.printf(
        Locale.ROOT,
        "%nfile %,d bytes an article, index %,d; highest heap %,d MiB%n%n",
        Files.size(file) / articles,
        size(Path.of(file + ".search")) / articles,
        heap() >> 20);
    try (Ledger ledger = Ledger.read(file)) {
      ask(ledger, made, articles);
    }
  }

  /** The articles of a folder, read. */
  static List<CodedArticle> coded(Codebook codebook, String folder) throws IOException {
    List<CodedArticle> coded = new ArrayList<>();
    ArticleReader reader = new ArticleReader(codebook);
    try (ArticleAnalyser analyser = ArticleAnalyser.load(codebook)) {
      new ArticleSource(List.of(folder), SourceOptions.DEFAULT, InputStream.nullInputStream())
          .forEach(
              incoming -> {
                if (incoming.article() != null) {
                  AnalysedArticle analysed = analyser.analyse(incoming.article());
                  coded.add(CodedArticle.of(reader.read(analysed), analysed, "m", "c"));
                }
              });
    }
    return coded;
  }

  private static void add(
      Ledger ledger, Codebook codebook, MadeRecords made, List<CodedArticle> coded, long articles) {
    System.out.println("| articles | articles/s | processor ms an article | heap in use |");
    System.out.println("|---|---|---|---|");
    Adding adding = ledger.adding(codebook);
    long step = Math.max(AT_ONCE, articles / 20);
    long since = System.nanoTime();
    long worked = worked();
    for (long first = 0; first < articles; first += AT_ONCE) {
      long[] numbers = LongStream.range(first, Math.min(articles, first + AT_ONCE)).toArray();
      // Packed side by side, as the articles of a run are.
      List<CodedArticle> batch =
          Arrays.stream(numbers)
              .parallel()
              .mapToObj(
                  number -> {
                    CodedArticle packed = CodedArticle.of(made.record(number), null, "m", "c");
                    return new CodedArticle(
                        packed.record(),
                        packed.packedRecord(),
                        coded.get(made.template(number)).packedAnalysis(),
                        "m",
                        "c");
                  })
              .toList();
      batch.forEach(article -> adding.add(article, false, NOW));
      adding.commit(NOW);
      long done = first + numbers.length;
      if (done % step == 0) {
        double seconds = (System.nanoTime() - since) / 1e9;
        System.out.printf(
            Locale.ROOT,
            "| %,d | %.0f | %.1f | %,d MiB |%n",
            done,
            step / seconds,
            (worked() - worked) / 1e6 / step,
            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
        since = System.nanoTime();
        worked = worked();
      }
    }
  }

  private static void ask(Ledger ledger, MadeRecords made, long articles) {
    Random dice = new Random(1);
    List<Question> find = new ArrayList<>();
    List<Question> count = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      ArticleRecord some = made.record(dice.nextInt((int) articles));
      String person =
          some.actors().stream()
              .filter(actor -> actor.kind() == ActorKind.PERSON)
              .map(Actor::name)
              .findFirst()
              .orElse("Nobody");
      String[] words = some.article().text().string().split("\\s+", -1);
      String word = words[words.length / 2].replaceAll("\\P{L}", "");
      find.add(
          switch (i % 5) {
            case 0 -> question(person, List.of(), null, List.of(), null, 50);
            case 1 -> question(person, List.of("deny"), null, List.of(), null, 50);
            case 2 -> question(null, List.of(), "Norway", List.of("REJECT"), null, 50);
            case 3 ->
                question(null, List.of(), null, List.of(), word.isEmpty() ? "fisk" : word, 50);
            default -> question(null, List.of("deny"), "Iceland", List.of(), "fisk", 50);
          });
      count.add(
          i % 2 == 0
              ? question(person, List.of(), null, List.of(), null, 0)
              : question(null, List.of(), "Norway", List.of(), null, 0));
    }
    ledger.find(find.get(3), finding -> {});
    System.out.println("| | median | 95 % | processor time, median | 95 % |");
    System.out.println("|---|---|---|---|---|");
    measure("find", find, question -> ledger.find(question, (Finding finding) -> {}));
    measure("timeline", count, question -> ledger.timeline(question, Period.Length.MONTH));
    AcrossArticles across = new AcrossArticles(ledger);
    List<String> ids =
        dice.ints(QUESTIONS / 4, 0, (int) articles).mapToObj(number -> "made-" + number).toList();
    measure("a claim's sheet", ids, across::claims);
  }

  private static <T> void measure(String name, List<T> questions, Consumer<T> asked) {
    List<double[]> times = new ArrayList<>();
    for (T question : questions) {
      long since = System.nanoTime();
      long worked = worked();
      asked.accept(question);
      times.add(new double[] {(System.nanoTime() - since) / 1e6, (worked() - worked) / 1e6});
    }
    double[] clock = times.stream().mapToDouble(time -> time[0]).sorted().toArray();
    double[] processor = times.stream().mapToDouble(time -> time[1]).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f ms | %.0f ms | %.0f ms | %.0f ms |%n",
        name,
        clock[clock.length / 2],
        clock[clock.length * 95 / 100],
        processor[clock.length / 2],
        processor[clock.length * 95 / 100]);
  }

  private static Question question(
      @Nullable String speaker,
      List<String> acts,
      @Nullable String about,
      List<String> types,
      @Nullable String text,
      int limit) {
    return new Question(
        speaker, acts, null, null, about, types, List.of(), null, null, null, null, text, null,
        null, limit);
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(path -> path.toFile().length()).sum();
    }
  }

  /** Processor time of the process so far, in nanoseconds: what the clock tells is others' too. */
  private static long worked() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean own
        ? own.getProcessCpuTime()
        : 0;
  }

  private static long heap() {
    long most = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null) {
        most += pool.getPeakUsage().getUsed();
      }
    }
    return most;
  }
}
