package dev.detente.benchmark;

import dev.detente.codebook.Codebook;
import dev.detente.source.ArticleSource;
import dev.detente.source.InputFormat;
import dev.detente.source.Limits;
import dev.detente.source.Metadata;
import dev.detente.source.SourceOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Whether memory stays flat over a long archive: reads a WARC of so many megabytes, one gzip member
 * a record, which is made while it is read (a few hundred different pages over and over), from
 * bytes to articles without the language model. Prints what the heap holds after a collection as
 * the reading goes on, and fails when it has grown.
 *
 * <pre>java -Xmx256m -cp benchmarks.jar dev.detente.benchmark.ArchiveMemory [MEGABYTES]</pre>
 */
public final class ArchiveMemory {
  private static final int PAGES = 300;
  private static final int ROWS = 8;

  /** Megabytes that the heap may hold more at the end than after the first part. */
  private static final double SLACK = 8;

  private ArchiveMemory() {}

  /** Prints the table and ends with 1 when memory grows. */
  public static void main(String[] arguments) throws IOException {
    long megabytes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1024;
    System.exit(measure(megabytes << 20) ? 0 : 1);
  }

  private static boolean measure(long bytes) throws IOException {
    Endless archive = new Endless(members(), bytes);
    SourceOptions options =
        new SourceOptions(Metadata.NONE, Limits.DEFAULT, Codebook.bundled(), InputFormat.ARCHIVE);
    ArticleSource source = new ArticleSource(List.of("-"), options, archive);
    long[] articles = {0, 0};
    double[] held = new double[ROWS + 1];
    int[] row = {0};
    System.out.printf("%8s %10s %10s %10s%n", "MB read", "articles", "heap MB", "cpu s");
    source.forEach(
        incoming -> {
          articles[incoming.article() == null ? 1 : 0]++;
          if (row[0] < ROWS && archive.given >= bytes / ROWS * (row[0] + 1)) {
            held[row[0]++] = report(archive.given, articles[0]);
          }
        });
    held[row[0]] = report(archive.given, articles[0]);
    System.out.printf("%d refused%n", articles[1]);
    return articles[1] == 0 && held[row[0]] - held[0] < SLACK;
  }

  /** Prints a row; gives the megabytes that the heap holds. */
  private static double report(long given, long articles) {
    System.gc();
    double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
    double seconds = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    System.out.printf(
        Locale.ROOT, "%8d %10d %10.1f %10.1f%n", given >> 20, articles, heap, seconds);
    return heap;
  }

  /** A request and a response for each page. */
  private static byte[][] members() throws IOException {
    Random random = new Random(7);
    byte[][] members = new byte[PAGES * 2][];
    for (int i = 0; i < PAGES; i++) {
      String url = "https://avis.example/" + i;
      members[2 * i] = member("request", url, "GET / HTTP/1.1\r\nHost: avis.example\r\n\r\n");
      members[2 * i + 1] =
          member(
              "response",
              url,
              "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(random));
    }
    return members;
  }

  private static byte[] member(String type, String url, String content) throws IOException {
    byte[] block = content.getBytes(StandardCharsets.UTF_8);
    String header =
        String.format(
            "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2031-03-11T10:00:00Z\r\n"
                + "Content-Length: %d\r\n\r\n",
            type, url, block.length);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(header.getBytes(StandardCharsets.UTF_8));
      gzip.write(block);
      gzip.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** A script that does not pack well, a menu, and 5 to 40 paragraphs. */
  private static String page(Random random) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html><html><head><title>");
    sentence(random, page);
    page.append("</title><script>var data='");
    for (int i = 0; i < 20_000; i++) {
      page.append((char) ('a' + random.nextInt(26)));
    }
    page.append("'</script></head><body><nav><ul>");
    for (int i = 0; i < 50; i++) {
      page.append("<li><a href='/").append(i).append("'>x</a></li>");
    }
    page.append("</ul></nav><article><h1>");
    sentence(random, page);
    page.append("</h1>");
    for (int i = random.nextInt(36) + 5; i > 0; i--) {
      page.append("<p>");
      for (int s = random.nextInt(4) + 2; s > 0; s--) {
        sentence(random, page);
      }
      page.append("</p>");
    }
    return page.append("</article></body></html>").toString();
  }

  private static void sentence(Random random, StringBuilder to) {
    for (int word = random.nextInt(12) + 6; word > 0; word--) {
      for (int letter = random.nextInt(9) + 2; letter > 0; letter--) {
        to.append((char) ('a' + random.nextInt(26)));
      }
      to.append(word == 1 ? ". " : " ");
    }
  }

  /** These members again and again, whole ones, until so many bytes are given. */
  private static final class Endless extends InputStream {
    private final byte[][] members;
    private final long bytes;
    private volatile long given;
    private int member;
    private int at;

    Endless(byte[][] members, long bytes) {
      this.members = members;
      this.bytes = bytes;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int length) {
      if (at == 0 && given >= bytes) {
        return -1;
      }
      byte[] open = members[member];
      int count = Math.min(length, open.length - at);
      System.arraycopy(open, at, to, from, count);
      at += count;
      given += count;
      if (at == open.length) {
        at = 0;
        member = (member + 1) % members.length;
      }
      return count;
    }
  }
}
