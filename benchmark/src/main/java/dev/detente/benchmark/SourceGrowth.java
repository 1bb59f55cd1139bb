package dev.detente.benchmark;

import dev.detente.codebook.Codebook;
import dev.detente.source.ArticleSource;
import dev.detente.source.InputFormat;
import dev.detente.source.Limits;
import dev.detente.source.Metadata;
import dev.detente.source.SourceOptions;
import dev.detente.source.fetch.FetchRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Whether time grows with the length of archives, feeds, agency files, JSON and analyses and no
 * faster: reads files that nobody writes but somebody sends, of some length and of twice that, to
 * articles, and fails when the longer one takes more than 2.5 times the processor time.
 *
 * <pre>java -cp benchmarks.jar dev.detente.benchmark.SourceGrowth [BYTES]</pre>
 */
public final class SourceGrowth {
  private static final double MOST = 2.5;

  /** Below this the clock and the compiler tell more than the file. */
  private static final double LEAST_MILLISECONDS = 50;

  private static final int RUNS = 3;

  private static final String HEAD =
      "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://havna.example/1\r\n";
  private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  private static final String PAGE =
      "<article><h1>Kaia er for kort</h1><p>Havnesjefen sa at kaia skal måles på nytt, men ville"
          + " ikke si når.</p></article>";
  private static final String RSS = "<rss version=\"2.0\"><channel><title>Havna</title>";
  private static final String ITEM =
      "<item><title>Kaia</title><link>/1</link><description>&lt;p&gt;Kaia er for"
          + " kort.</description><pubDate>Tue, 11 Mar 2031 10:30:00 GMT</pubDate></item>";

  private record Case(String name, InputFormat format, IntFunction<byte[]> bytes) {}

  private final Codebook codebook = Codebook.bundled();
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private final List<Case> cases = new ArrayList<>();

  private SourceGrowth() {
    archives();
    feeds();
    others();
  }

  private void archives() {
    byte[] good = MadeArchive.record("response", "https://havna.example/1", ANSWER + "\r\n" + PAGE);
    byte[] packed = MadeArchive.gzip(good);
    repeat("records", InputFormat.ARCHIVE, new byte[0], good, new byte[0]);
    repeat("members of gzip", InputFormat.ARCHIVE, new byte[0], packed, new byte[0]);
    cases.add(
        new Case(
            "one member of gzip",
            InputFormat.ARCHIVE,
            length -> MadeArchive.gzip(repeated(good, length))));
    repeat(
        "members cut off",
        InputFormat.ARCHIVE,
        packed,
        Arrays.copyOf(packed, packed.length / 2),
        packed);
    repeat("garbage", InputFormat.ARCHIVE, packed, bytes("x\0"), packed);
    repeat("beginnings of members", InputFormat.ARCHIVE, packed, bytes("\u001F\u008B\b"), packed);
    repeat("beginnings of records", InputFormat.ARCHIVE, good, bytes("WARC/1.1\r\n"), good);
    repeat("beginnings of ARC", InputFormat.ARCHIVE, good, bytes("filedesc://x 1\n"), good);
    repeat("empty lines", InputFormat.ARCHIVE, good, bytes("\r\n"), good);
    repeat("no length", InputFormat.ARCHIVE, good, bytes(HEAD + "\r\n" + PAGE), good);
    repeat(
        "length too short",
        InputFormat.ARCHIVE,
        good,
        bytes(HEAD + "Content-Length: 9\r\n\r\n" + ANSWER + "\r\n" + PAGE + "\r\n\r\n"),
        good);
    repeat(
        "length too long",
        InputFormat.ARCHIVE,
        good,
        bytes(HEAD + "Content-Length: 1000000\r\n\r\n" + ANSWER + "\r\n" + PAGE + "\r\n\r\n"),
        good);
    repeat(
        "length without end",
        InputFormat.ARCHIVE,
        good,
        bytes(HEAD + "Content-Length: 999999999999\r\n\r\n" + PAGE),
        good);
    repeat(
        "many fields",
        InputFormat.ARCHIVE,
        bytes("WARC/1.1\r\n"),
        bytes("WARC-Type: response\r\n"),
        good);
    repeat("one field", InputFormat.ARCHIVE, bytes("WARC/1.1\r\nX: "), bytes("x "), good);
    answer("long page", "\r\n", PAGE);
    answer("many fields of HTTP", "", "X-Y: z\r\n");
    answer("small chunks", "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n");
    answer("empty chunks", "Transfer-Encoding: chunked\r\n\r\n", "\r\n");
    answer("codings", "Content-Encoding: gzip", ", gzip");
  }

  /** A record whose HTTP answer is as long as asked for. */
  private void answer(String name, String start, String unit) {
    cases.add(
        new Case(
            name,
            InputFormat.ARCHIVE,
            length ->
                MadeArchive.record(
                    "response",
                    "https://havna.example/1",
                    ANSWER + start + unit.repeat(length / unit.length() + 1))));
  }

  private void feeds() {
    xml("entries", RSS, ITEM, "</channel></rss>");
    xml("entries of Atom", "<feed>", "<entry><id>x</id><content>Kaia</content></entry>", "</feed>");
    xml("entries never closed", RSS, "<item><title>x", "");
    xml("entries in entries", RSS, "<item><description>x</description>", "");
    xml("nested elements", RSS + "<item>", "<a>", "");
    xml("titles", RSS + "<item>", "<title>x</title>", "</item></channel></rss>");
    xml("long entry", RSS + "<item><description>", "&lt;p&gt;Kaia er kort.", "</description>");
    xml("nested HTML", RSS + "<item><description>", "&lt;div&gt;x", "</description>");
    xml("CDATA", RSS + "<item><description>", "<![CDATA[x]]>", "</description>");
    xml("CDATA never closed", RSS + "<item><description>", "<![CDATA[x", "");
    xml("entities", "<!DOCTYPE rss [", "<!ENTITY a \"&a;&a;\">", "]>" + RSS + ITEM);
    xml("references", RSS + "<item><title>", "&a;&#1;", "</title>");
    xml("document types", "", "<!DOCTYPE rss [ ", RSS + ITEM);
    xml("instructions", "", "<?x ?>", RSS + ITEM);
    xml("comments", "", "<!-- x -->", RSS + ITEM);
    xml("bad dates", RSS + "<item><pubDate>", "1 ", "</pubDate><title>x</title></item>");
    xml("guids", RSS, "<item><guid>" + "x ".repeat(50) + "</guid></item>", "");
    xml("NITF", "<nitf><body><body.content>", "<p>Kaia er kort.</p>", "</body.content></body>");
    xml("nested NITF", "<nitf><body><body.content>", "<block><p>x", "");
    xml(
        "items of NewsML",
        "<newsMessage><itemSet>",
        "<newsItem guid=\"x\"><contentSet><inlineXML><p>Kaia</p></inlineXML></contentSet></newsItem>",
        "</itemSet></newsMessage>");
    xml("nested NewsML", "<newsMessage><itemSet>", "<newsItem>", "");
  }

  private void others() {
    String version = "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":";
    text(
        "entries of JSON Feed",
        InputFormat.JSON,
        version + "[",
        "{\"id\":\"x\",\"content_html\":\"<p>Kaia\"},",
        "{}]}");
    text("nested JSON", InputFormat.JSON, version, "[", "");
    text("numbers of JSON", InputFormat.JSON, "{\"text\":\"x\",\"y\":", "1", "}");
    text("escapes of JSON", InputFormat.JSON, "{\"text\":\"x", "\\u00e5\\n", "\"}");
    text("items of ninjs", InputFormat.JSON, "[", "{\"uri\":\"x\",\"body_text\":\"Kaia\"},", "{}]");
    text("lines", InputFormat.JSON_LINES, "", "{\"text\":\"Kaia er kort.\"}\n", "");
    text("broken lines", InputFormat.JSON_LINES, "", "{\"text\":\n", "");
    text("sentences", InputFormat.CONLLU, "", "1\tKaia\tkai\tNOUN\t_\t_\t0\troot\t_\t_\n\n", "");
    text("comments of an analysis", InputFormat.CONLLU, "", "# x\n", "1\tx\n");
  }

  private void xml(String name, String before, String unit, String after) {
    text(name, InputFormat.XML, before, unit, after);
  }

  private void text(String name, InputFormat format, String before, String unit, String after) {
    repeat(
        name,
        format,
        before.getBytes(StandardCharsets.UTF_8),
        unit.getBytes(StandardCharsets.UTF_8),
        after.getBytes(StandardCharsets.UTF_8));
  }

  private void repeat(String name, InputFormat format, byte[] before, byte[] unit, byte[] after) {
    cases.add(
        new Case(
            name,
            format,
            length -> {
              ByteArrayOutputStream out = new ByteArrayOutputStream(length + unit.length);
              out.writeBytes(before);
              out.writeBytes(repeated(unit, length));
              out.writeBytes(after);
              return out.toByteArray();
            }));
  }

  private static byte[] repeated(byte[] unit, int length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + unit.length);
    while (out.size() < length) {
      out.writeBytes(unit);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Prints the table and ends with 1 when a file grows too fast. */
  public static void main(String[] arguments) {
    int length = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    System.exit(new SourceGrowth().measure(length) ? 0 : 1);
  }

  private boolean measure(int length) {
    boolean right = true;
    System.out.printf("%-8s %-24s %10s %10s %7s%n", "input", "file", "ms", "twice", "times");
    for (Case one : cases) {
      double once = fastest(one.format, one.bytes.apply(length));
      double twice = fastest(one.format, one.bytes.apply(2 * length));
      double times = twice / once;
      boolean slow = times > MOST && twice > LEAST_MILLISECONDS;
      right &= !slow;
      System.out.printf(
          Locale.ROOT,
          "%-8s %-24s %10.1f %10.1f %7.2f%s%n",
          one.format.label(),
          one.name,
          once,
          twice,
          times,
          slow ? "  too much" : "");
    }
    return right;
  }

  /** Milliseconds of processor time, the least of several runs. */
  private double fastest(InputFormat format, byte[] bytes) {
    SourceOptions options =
        new SourceOptions(Metadata.NONE, Limits.DEFAULT, codebook, format, FetchRules.DEFAULT);
    double least = Double.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long before = clock.getCurrentThreadCpuTime();
      new ArticleSource(List.of("-"), options, new ByteArrayInputStream(bytes))
          .forEach(incoming -> {});
      least = Math.min(least, (clock.getCurrentThreadCpuTime() - before) / 1e6);
    }
    return least;
  }
}
