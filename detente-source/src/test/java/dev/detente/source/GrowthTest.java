package dev.detente.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import dev.detente.source.archive.ArchiveBytes;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * Time for twice as much is less than 2.5 times as long, for files that make readers go back, nest
 * or never end. Counted is the processor time of this thread, so that other work on the machine
 * does not show, and of several rounds in turn the least: what the compiler and the collector take
 * of one round they do not take of all, and what grows too fast does so in every one. The benchmark
 * {@code SourceGrowth} has more kinds of files, and longer ones.
 */
@Timeout(300)
class GrowthTest {
  private static final double MOST = 2.5;

  /** Rounds after which the least times are believed, and those after which they must be. */
  private static final int FEWEST_ROUNDS = 3;

  private static final int MOST_ROUNDS = 15;

  /** Below these nanoseconds the clock and the caches tell more than the file. */
  private static final long LEAST = 10_000_000;

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private static final String RSS = "<rss><channel>";
  private static final String PARAGRAPH =
      "<p>Rederiet sier nei til å seile, og ordføreren vil klage til fylket før helga.</p>";

  private final Map<String, IntFunction<byte[]>> files = new LinkedHashMap<>();

  private void repeat(String name, String before, String unit, String after) {
    files.put(
        name,
        length ->
            (before + unit.repeat(length / unit.length() + 1) + after)
                .getBytes(StandardCharsets.UTF_8));
  }

  private void repeat(String name, byte[] unit) {
    files.put(
        name,
        length -> {
          byte[] all = new byte[length / unit.length * unit.length];
          for (int i = 0; i < all.length; i += unit.length) {
            System.arraycopy(unit, 0, all, i, unit.length);
          }
          return ArchiveBytes.join(ArchiveBytes.response("en"), all);
        });
  }

  @TestFactory
  Stream<DynamicTest> archives() {
    for (String wrong : new String[] {"88888888", "10", "x"}) {
      byte[] block = ArchiveBytes.html("feil");
      String field = "Content-Length: " + wrong + "\r\n";
      repeat(
          "length " + wrong,
          ArchiveBytes.record("WARC/1.1", "response", "https://x.example/", field, block));
    }
    byte[] packed = ArchiveBytes.gzip(ArchiveBytes.response("feil"));
    repeat("members cut off", Arrays.copyOf(packed, 60));
    repeat("beginnings of members", new byte[] {0x1F, (byte) 0x8B, 8});
    repeat("beginnings of records", ArchiveBytes.utf8("WARC/1.1\r\n"));
    repeat("one field", "WARC/1.1\r\nX: ", "x ", "");
    return tests(InputFormat.ARCHIVE, 250_000);
  }

  @TestFactory
  Stream<DynamicTest> feedsAndAgencyFiles() {
    repeat("nested elements", RSS, "<a>", "</b>");
    repeat("entries never closed", RSS, "<item><title>x", "");
    repeat("nested HTML", "<feed><entry><content>", "&lt;div&gt;", "</content></entry></feed>");
    repeat("nested NITF", "<nitf><body><body.content>", "<block><p>x", "");
    repeat("entities", "<!DOCTYPE rss [", "<!ENTITY a \"&a;&a;\">", "]><rss>");
    repeat("document types", "", "<!DOCTYPE rss [ ", RSS);
    return tests(InputFormat.XML, 250_000);
  }

  @TestFactory
  Stream<DynamicTest> pages() {
    repeat("nested", "", "<div>x", PARAGRAPH);
    repeat("tag soup", PARAGRAPH, "<p><b><table><tr><a href=x>ord</p><i>", "");
    repeat("paragraphs", "<article>", PARAGRAPH, "</article>");
    repeat("open comments", PARAGRAPH, "<!--", "");
    repeat("linked data", "<script type=application/ld+json>", "[{\"a\":", "</script>" + PARAGRAPH);
    return tests(InputFormat.PAGE, 250_000);
  }

  @TestFactory
  Stream<DynamicTest> json() {
    repeat("nested", "{\"x\":", "[", "");
    repeat("escapes", "{\"text\":\"", "\\u00e5", "\"}");
    repeat("broken lines", "", "{\"text\":\n", "");
    return tests(InputFormat.JSON_LINES, 1_000_000);
  }

  private Stream<DynamicTest> tests(InputFormat format, int length) {
    return files.entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () ->
                        grows(
                            format,
                            file.getValue().apply(length),
                            file.getValue().apply(2 * length))));
  }

  private static void grows(InputFormat format, byte[] once, byte[] twice) {
    long least = Long.MAX_VALUE;
    long leastOfTwice = Long.MAX_VALUE;
    for (int round = 1; round <= MOST_ROUNDS; round++) {
      least = Math.min(least, time(format, once));
      leastOfTwice = Math.min(leastOfTwice, time(format, twice));
      if (round >= FEWEST_ROUNDS && leastOfTwice < Math.max(LEAST, MOST * least)) {
        return;
      }
    }
    assertThat((double) leastOfTwice / least).isLessThan(MOST);
  }

  private static long time(InputFormat format, byte[] bytes) {
    SourceOptions options =
        new SourceOptions(Metadata.NONE, Limits.DEFAULT, Codebook.bundled(), format);
    ArticleSource source =
        new ArticleSource(List.of("-"), options, new ByteArrayInputStream(bytes));
    long start = CLOCK.getCurrentThreadCpuTime();
    source.forEach(incoming -> {});
    return CLOCK.getCurrentThreadCpuTime() - start;
  }
}
