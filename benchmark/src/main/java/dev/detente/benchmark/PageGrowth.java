package dev.detente.benchmark;

import dev.detente.codebook.Codebook;
import dev.detente.source.page.PageContext;
import dev.detente.source.page.PageReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Whether time grows with the length of a page and no faster: reads pages that nobody writes but
 * somebody sends, of some length and of twice that, and fails when the longer one takes more than
 * 2.5 times the processor time.
 *
 * <pre>java -cp benchmarks.jar dev.detente.benchmark.PageGrowth [LENGTH]</pre>
 */
public final class PageGrowth {
  private static final double MOST = 2.5;

  /** Below this the clock and the compiler tell more than the page. */
  private static final double LEAST_MILLISECONDS = 50;

  private static final int RUNS = 3;
  private static final String PARAGRAPH =
      "<p>Statsråden sa at ferja skal gå, og at kommunen betaler, men ordføreren ville ikke svare"
          + " på det.</p>";

  private final PageReader reader = PageReader.load(Codebook.bundled());
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private final Map<String, IntFunction<String>> pages = new LinkedHashMap<>();

  private PageGrowth() {
    repeat("paragraphs", "<h1>Ferja</h1>", PARAGRAPH, "");
    repeat("nested blocks", "", "<div>x ", PARAGRAPH);
    repeat("nested bold", "", "<b>", PARAGRAPH);
    repeat("bold in paragraphs", "", "<p><b>x", "");
    repeat("crossed", "", "<b><i>x</b>y</i>", "");
    repeat("links around blocks", "", "<a href=x><div>x", "");
    repeat("nested tables", "", "<table><tr><td>x", "");
    repeat("text in tables", "<table>", "<b>x<p>y", "");
    repeat("nested lists", "", "<ul><li>x", "");
    repeat("forms", "", "<form><input>x", "");
    repeat("drawings", "", "<svg><g>x", "");
    repeat("templates", "", "<template><p>x", "");
    repeat("less than", "", "<", "");
    repeat("open tags", "", "<a ", "");
    repeat("open quotes", "", "<a b=\"x>", PARAGRAPH);
    repeat("open comments", "", "<!--", PARAGRAPH);
    repeat("open scripts", "", "<script>", PARAGRAPH);
    repeat("open titles", "", "<title>", PARAGRAPH);
    repeat("end tags", "", "</p></div></b>", PARAGRAPH);
    repeat("references", "<p>", "&a", "");
    repeat("wrong references", "<p>", "&notit;", "");
    repeat("long class", "<p class=\"", "article body ", "\">" + PARAGRAPH);
    repeat("line breaks", "<p>", "x<br>", "");
    repeat("one word", "<p>", "å", "");
    repeat("no-break spaces", "<p>x", "&nbsp;", "y");
    repeat("headings", "", "<h1>en to tre fire fem seks</h1>", PARAGRAPH);
    repeat(
        "articles", "<h1>x y z</h1>", "<article><h1>en to tre</h1>" + PARAGRAPH + "</article>", "");
    repeat("nested articles", "<h1>x y z</h1>", "<article>" + PARAGRAPH, "");
    repeat("microdata", "", "<div itemprop=author><b itemprop=name>x ", "");
    repeat("dates", "<h1>Ferja</h1>", "<p>Publisert 1. 1. 1. 1 1/1/1 12.12.</p>", PARAGRAPH);
    repeat("deep data", "<script type=application/ld+json>", "[", "</script>" + PARAGRAPH);
    repeat(
        "wide data",
        "<script type=application/ld+json>[",
        "{\"@type\":\"NewsArticle\"},",
        "1]</script>" + PARAGRAPH);
    repeat("zero bytes", "<p>", "x\0", "");
    repeat("lone surrogates", "<p>", "x\uD800", "");
    repeat("overrides", "<p>", "x\u202E", "");
    repeat("mojibake", "<p>", "Ã¥ Ã¸ ", "");
    pages.put(
        "attributes",
        length -> {
          StringBuilder page = new StringBuilder("<p ");
          for (int i = 0; page.length() < length; i++) {
            page.append('a').append(i).append("=1 ");
          }
          return page + ">" + PARAGRAPH;
        });
    pages.put(
        "class names",
        length -> {
          StringBuilder page = new StringBuilder(PARAGRAPH);
          for (int i = 0; page.length() < length; i++) {
            page.append("<div class=k").append(i).append(">x</div>");
          }
          return page.toString();
        });
  }

  private void repeat(String name, String before, String unit, String after) {
    pages.put(name, length -> before + unit.repeat(length / unit.length() + 1) + after);
  }

  /** Prints the table and ends with 1 when a page grows too fast. */
  public static void main(String[] arguments) {
    int length = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500_000;
    System.exit(new PageGrowth().measure(length) ? 0 : 1);
  }

  private boolean measure(int length) {
    boolean right = true;
    System.out.printf("%-20s %10s %10s %7s%n", "page", "ms", "twice", "times");
    for (Map.Entry<String, IntFunction<String>> page : pages.entrySet()) {
      double once = fastest(page.getValue().apply(length));
      double twice = fastest(page.getValue().apply(2 * length));
      double times = twice / once;
      boolean slow = times > MOST && twice > LEAST_MILLISECONDS;
      right &= !slow;
      System.out.printf(
          "%-20s %10.1f %10.1f %7.2f%s%n",
          page.getKey(), once, twice, times, slow ? "  too much" : "");
    }
    return right;
  }

  /** Milliseconds of processor time, the least of several runs. */
  private double fastest(String html) {
    double least = Double.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long before = clock.getCurrentThreadCpuTime();
      if (reader.read(html, PageContext.of("x")).verdict() == null) {
        throw new IllegalStateException("no verdict");
      }
      least = Math.min(least, (clock.getCurrentThreadCpuTime() - before) / 1e6);
    }
    return least;
  }
}
