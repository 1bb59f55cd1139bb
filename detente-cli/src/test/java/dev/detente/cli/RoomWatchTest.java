package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import dev.detente.ledger.Ledger;
import dev.detente.source.fetch.FetchRules;
import dev.detente.web.ReadingRoom;
import dev.detente.web.RoomSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
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
  @TempDir private Path folder;

  @Test
  void aNewArticleIsShownWhileTheRoomIsOpen() throws Exception {
    Codebook codebook = Codebook.bundled();
    Path file = folder.resolve("room.duckdb");
    Ledger.write(file).close();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try (NewsServer server = new NewsServer("");
        LazyPipeline pipeline = new LazyPipeline(codebook, false);
        ReadingRoom room =
            new ReadingRoom(Ledger.write(file), RoomSettings.local(0, "secret", "test"));
        RoomWatch watch =
            new RoomWatch(
                terminal(told),
                codebook,
                pipeline,
                room.writer(),
                List.of(URI.create(server.address("/feed"))),
                folder.resolve("state"),
                FetchRules.DEFAULT.allowingPrivateAddresses())) {
      assertThat(findings(room)).doesNotContain("Vi gir oss ikke");
      watch.poll();
      assertThat(told.toString(StandardCharsets.UTF_8)).contains("1 new articles read, 0 not");
      assertThat(findings(room)).contains("Vi gir oss ikke");
      watch.poll();
      assertThat(told.toString(StandardCharsets.UTF_8)).contains("0 new articles read, 0 not");
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
