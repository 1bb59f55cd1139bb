package dev.detente.benchmark;

import dev.detente.codebook.Codebook;
import dev.detente.source.page.ExtractedPage;
import dev.detente.source.page.PageContext;
import dev.detente.source.page.PageReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
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
import org.openjdk.jmh.annotations.Warmup;

/** Pages per second with one thread, from bytes to the article with its passages and positions. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class PageBenchmark {

  /** The pages. */
  @State(Scope.Benchmark)
  public static class Pages {
    /** A folder of pages, {@code .html} or {@code .html.gz}; one made for the purpose if empty. */
    @Param("")
    public String pages = "";

    private final List<byte[]> bytes = new ArrayList<>();
    private final PageReader reader = PageReader.load(Codebook.bundled());

    /** Reads all pages into memory. */
    @Setup
    public void load() {
      if (pages.isEmpty()) {
        bytes.add(made().getBytes(StandardCharsets.UTF_8));
        return;
      }
      try (Stream<Path> files = Files.list(Path.of(pages))) {
        for (Path file : files.sorted().toList()) {
          try (InputStream in = Files.newInputStream(file)) {
            boolean packed = file.toString().endsWith(".gz");
            bytes.add((packed ? new GZIPInputStream(in) : in).readAllBytes());
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** An article of forty paragraphs among scripts, menus and teasers: 120 kB, as pages are. */
    private static String made() {
      return "<!doctype html><html lang=nb><head><title>Ferja</title>"
          + "<script>var data = {\"a\": [1, 2, 3]};</script>".repeat(900)
          + "</head><body><nav>"
          + "<a href=/sak>En annen sak</a> ".repeat(200)
          + "</nav><article><h1>Ferja blir liggende</h1>"
          + ("<p class=\"article-body-text\" data-index=\"1\">Rederiet sier nei til å seile videre"
                  + " uten mer penger fra staten, og ordføreren, som har ventet i tre uker, er"
                  + " rasende.</p>")
              .repeat(40)
          + "</article><div class=related>"
          + "<div class=\"teaser teaser-small\"><a href=/sak><h3>En annen sak</h3><p>Om noe.</p></a></div>"
              .repeat(300)
          + "</div></body></html>";
    }
  }

  /** How much one thread has read. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Read {
    /** Bytes of HTML read. */
    public long bytes;

    private int next;
  }

  /** From bytes to article. */
  @Benchmark
  public ExtractedPage page(Pages pages, Read read) {
    byte[] html = pages.bytes.get(read.next);
    read.next = (read.next + 1) % pages.bytes.size();
    read.bytes += html.length;
    return pages.reader.read(html, PageContext.of("page"));
  }
}
