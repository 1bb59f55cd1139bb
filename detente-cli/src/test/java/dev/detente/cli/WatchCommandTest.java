package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code detente watch} against a server of this machine. */
class WatchCommandTest {
  private static final String FEED =
      """
      <rss version="2.0"><channel><title>Kystposten</title><language>nb</language>
      <item><title>Avviste kravet</title><link>/sak</link><guid isPermaLink="false">s1</guid>
      <pubDate>Tue, 11 Mar 2031 10:30:00 GMT</pubDate><description>Kort.</description></item>
      <item><title>Borte</title><link>/borte</link></item>
      </channel></rss>
      """;

  private static final String PAGE =
      "<html lang=nb><head><meta property=og:type content=article></head><body><article><h1>Avviste"
          + " kravet</h1><p>Fiskeriminister Einar Brekkan avviste onsdag kravet fra Norge.</p><p>–"
          + " Vi gir oss ikke, sa Brekkan til Kystposten.</p></article></body></html>";

  @TempDir Path folder;

  @Test
  void newEntriesAreReadOnce() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          byte[] body =
              (path.equals("/feed") ? FEED : path.equals("/sak") ? PAGE : "")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      String feed = "http://127.0.0.1:" + server.getAddress().getPort() + "/feed";
      Path state = folder.resolve("state");
      Path output = folder.resolve("news.jsonl");
      Run refused = Run.piped("", "watch", "--once", "--state", state, feed);
      assertThat(refused.err()).contains("DET-0171");
      assertThat(refused.code()).isEqualTo(Main.SOME_FAILED);

      Object[] arguments = {
        "watch", "--once", "--allow-private", "--state", state, "--output", output, feed
      };
      Run first = Run.piped("", arguments);
      assertThat(first.err()).contains("DET-0177", "/borte", "1 new articles read, 1 not");
      assertThat(first.code()).isEqualTo(Main.SOME_FAILED);
      assertThat(Files.readAllLines(output))
          .singleElement()
          .satisfies(
              line ->
                  assertThat(line)
                      .contains("\"s1\"", "Vi gir oss ikke", "\"published\":\"2031-03-11"));

      Run second = Run.piped("", arguments);
      assertThat(second.err()).contains("0 new articles read, 0 not");
      assertThat(second.code()).isZero();
      assertThat(Files.readAllLines(output)).hasSize(1);

      Path ledger = folder.resolve("l.duckdb");
      Run kept =
          Run.piped(
              "",
              "watch",
              "--once",
              "--allow-private",
              "--state",
              folder.resolve("other"),
              "--ledger",
              ledger,
              feed);
      assertThat(kept.err()).contains("1 new articles read, 1 not");
      assertThat(kept.out()).isEmpty();
      assertThat(Run.piped("", "find", "--ledger", ledger, "--text", "gir").out())
          .contains("Vi gir oss ikke");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aPageIsReadFromItsAddress() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/sak",
        exchange -> {
          byte[] body = PAGE.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      String page = "http://127.0.0.1:" + server.getAddress().getPort() + "/sak";
      Run refused = Run.piped("", "read", page);
      assertThat(refused.err()).contains("DET-0171", "--allow-private", "1 of 1 articles");
      assertThat(refused.code()).isEqualTo(Main.SOME_FAILED);

      Run read = Run.piped("", "read", "--allow-private", page);
      assertThat(read.err()).isEmpty();
      assertThat(read.code()).isZero();
      assertThat(read.out()).contains("Vi gir oss ikke", "\"s1\"", "\"url\":\"" + page + "\"");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void whatIsNoAddressIsAFaultInTheCall() {
    assertThat(Run.piped("", "watch", "feed.xml").err()).contains("DET-0217");
    assertThat(Run.piped("", "watch", "--every", "0", "https://x.example/").err())
        .contains("DET-0218");
  }
}
