package dev.detente.benchmark;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.reading.ArticleReader;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordWriter;
import dev.detente.source.ArticleSource;
import dev.detente.source.SourceOptions;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether time grows with the length of an article and no faster: reads texts of some length and of
 * twice that, and fails when the longer one takes more than 2.5 times the processor time. The texts
 * are ordinary articles put together into one, and texts that nobody writes but somebody sends.
 *
 * <pre>java -cp benchmarks.jar dev.detente.benchmark.Growth [ARTICLES [LENGTH]]</pre>
 */
public final class Growth {
  private static final double MOST = 2.5;

  /** Below this the clock and the compiler tell more than the text. */
  private static final double LEAST_MILLISECONDS = 100;

  private static final int RUNS = 3;
  private static final String[] STAGES = {"language", "reading", "writing"};

  private final ArticleAnalyser analyser = ArticleAnalyser.load(Codebook.bundled());
  private final ArticleReader reader = new ArticleReader(Codebook.bundled());
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

  private Growth() {}

  /** Prints the table and ends with 1 when a text grows too fast. */
  public static void main(String[] arguments) {
    String articles = arguments.length > 0 ? arguments[0] : "examples";
    int length = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    System.exit(new Growth().measure(articles, length) ? 0 : 1);
  }

  private boolean measure(String articles, int length) {
    Map<String, String> units = new LinkedHashMap<>();
    units.put("articles", article(articles));
    units.put("no full stop", "Ministeren sa at landet angriper byen og ");
    units.put("capitals", "STATSMINISTEREN SA AT LANDET ANGREP BYEN MANDAG. ");
    units.put("statements", "– Nei, sier Hansen. ");
    units.put("speakers", "– Det er feil, sa Berg. Han angrep Frankrike. Landet svarte. ");
    units.put("names", "Ola Hansen, Kari Berg, ");
    units.put("brackets", "(");
    units.put("open quotes", "« “ ");
    units.put("closed quotes", "!»");
    units.put("letters", "a");
    units.put("hyphens", "a-");
    units.put("joiners", "a-\u200D");
    units.put("signs", "@");
    units.put("surrogates", "\uD800");
    units.put("lines", "Ord\n");
    units.put("paragraphs", "Ord\n\n");
    units.put("captions", "«Ja. (Foto: NN)\n\n");
    units.put("bullets", "• ord\n");
    units.put("right to left", "\u0642\u0627\u0644 \u0627\u0644\u0631\u0626\u064A\u0633. ");
    units.put("numbers", "7. mars 2022 ");
    boolean right = true;
    System.out.printf(
        "%-14s %9s  %21s  %21s  %21s%n", "text", "length", STAGES[0], STAGES[1], STAGES[2]);
    for (Map.Entry<String, String> unit : units.entrySet()) {
      right &= measure(unit.getKey(), unit.getValue(), length);
    }
    analyser.close();
    return right;
  }

  private boolean measure(String name, String unit, int length) {
    double[] once = fastest(repeated(unit, length));
    double[] twice = fastest(repeated(unit, 2 * length));
    boolean right = true;
    StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-14s %9d", name, length));
    for (int i = 0; i < STAGES.length; i++) {
      double growth = twice[i] / Math.max(once[i], 0.01);
      boolean fast = growth > MOST && twice[i] > LEAST_MILLISECONDS;
      right &= !fast;
      row.append(
          String.format(
              Locale.ROOT, "  %6.0f > %6.0f %4.1f%s", once[i], twice[i], growth, fast ? "!" : " "));
    }
    System.out.println(row);
    return right;
  }

  /** Milliseconds of processor time of each stage, the least of several runs. */
  private double[] fastest(String text) {
    double[] least = new double[STAGES.length];
    for (int run = 0; run < RUNS; run++) {
      long[] times = new long[STAGES.length + 1];
      Article article =
          new Article("a", null, null, null, null, null, ArticleText.of(text), List.of());
      times[0] = clock.getCurrentThreadCpuTime();
      AnalysedArticle analysed = analyser.analyse(article);
      times[1] = clock.getCurrentThreadCpuTime();
      ArticleRecord record = reader.read(analysed);
      times[2] = clock.getCurrentThreadCpuTime();
      if (RecordWriter.line(record).isEmpty()) {
        throw new IllegalStateException("an empty record");
      }
      times[3] = clock.getCurrentThreadCpuTime();
      for (int i = 0; i < STAGES.length; i++) {
        double milliseconds = (times[i + 1] - times[i]) / 1e6;
        least[i] = run == 0 ? milliseconds : Math.min(least[i], milliseconds);
      }
    }
    return least;
  }

  private static String repeated(String unit, int length) {
    return unit.repeat(length / unit.length() + 1).substring(0, length);
  }

  /** The articles of these files or folders as one. */
  private static String article(String articles) {
    List<String> texts = new ArrayList<>();
    new ArticleSource(
            List.of(articles.split(",", -1)), SourceOptions.DEFAULT, InputStream.nullInputStream())
        .forEach(
            incoming -> {
              Article article = incoming.article();
              if (article != null) {
                texts.add(article.text().string().strip());
              }
            });
    return String.join("\n\n", texts) + "\n\n";
  }
}
