package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.detente.codebook.Codebook;
import dev.detente.ledger.Ledger;
import dev.detente.source.fetch.FetchRules;
import dev.detente.web.ReadingRoom;
import dev.detente.web.RoomSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve --watch}: what a feed brings is on the pages of the same process. */
class RoomWatchTest {
  private static final String FEED =
      """
      <rss version="2.0"><channel><title>Kystposten</title><language>nb</language>
      <item><title>Avviste kravet</title><link>/sak</link><guid isPermaLink="false">s1</guid>
      <pubDate>Tue, 11 Mar 2031 10:30:00 GMT</pubDate></item></channel></rss>
      """;

  private static final String PAGE =
      "<html lang=nb><head><meta property=og:type content=article></head><body><article><h1>Avviste"
          + " kravet</h1><p>Fiskeriminister Einar Brekkan avviste onsdag kravet fra Norge.</p><p>–"
          + " Vi gir oss ikke, sa Brekkan til Kystposten.</p></article></body></html>";

  @TempDir private Path folder;

  @Test
  void aNewArticleIsShownWhileTheRoomIsOpen() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        asked -> {
          String path = asked.getRequestURI().getPath();
          byte[] body =
              (path.equals("/feed") ? FEED : path.equals("/sak") ? PAGE : "")
                  .getBytes(StandardCharsets.UTF_8);
          asked.sendResponseHeaders(
              body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
          asked.getResponseBody().write(body);
          asked.close();
        });
    server.start();
    Codebook codebook = Codebook.bundled();
    Path file = folder.resolve("room.duckdb");
    Ledger.write(file).close();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try (LazyPipeline pipeline = new LazyPipeline(codebook, false);
        ReadingRoom room =
            new ReadingRoom(Ledger.write(file), RoomSettings.local(0, "secret", "test"));
        RoomWatch watch =
            new RoomWatch(
                terminal(told),
                codebook,
                pipeline,
                room.writer(),
                List.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/feed")),
                folder.resolve("state"),
                FetchRules.DEFAULT.allowingPrivateAddresses())) {
      assertThat(findings(room)).doesNotContain("Vi gir oss ikke");
      watch.poll();
      assertThat(told.toString(StandardCharsets.UTF_8)).contains("1 new articles read, 0 not");
      assertThat(findings(room)).contains("Vi gir oss ikke");
      watch.poll();
      assertThat(told.toString(StandardCharsets.UTF_8)).contains("0 new articles read, 0 not");
    } finally {
      server.stop(0);
    }
  }

  /** By words, too, whose index is written meanwhile. */
  private static String findings(ReadingRoom room) throws IOException, InterruptedException {
    String origin = room.url().substring(0, room.url().indexOf("/?"));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(origin + "/api/v1/findings?text=gir"))
                .header("Authorization", "Bearer secret")
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static Terminal terminal(ByteArrayOutputStream err) {
    return new Terminal(
        new ByteArrayInputStream(new byte[0]),
        new ByteArrayOutputStream(),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false,
        false,
        false,
        80,
        false);
  }

  @Test
  void whatDoesNotFitTogetherIsTold() {
    Path none = folder.resolve("none.duckdb");
    assertThat(
            Run.piped(
                    "", "serve", "--read-only", "--watch", "https://x.example/f", "--ledger", none)
                .err())
        .contains("DET-0237");
    assertThat(Run.piped("", "serve", "--watch", "feed.xml", "--ledger", none).err())
        .contains("DET-0217");
    assertThat(Run.piped("", "serve", "--share", "desk.example", "--ledger", none).err())
        .contains("DET-0804");
    assertThat(
            Run.piped(
                    "",
                    "serve",
                    "--share",
                    "desk.example",
                    "--password-file",
                    folder.resolve("gone"),
                    "--ledger",
                    none)
                .err())
        .contains("DET-0805");
  }
}
