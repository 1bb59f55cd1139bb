package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code detente watch} against a server of this machine. */
class WatchCommandTest {
  private static final String GONE = "<item><title>Borte</title><link>/borte</link></item>";

  @TempDir Path folder;

  @Test
  void newEntriesAreReadOnce() throws IOException {
    try (NewsServer server = new NewsServer(GONE)) {
      String feed = server.address("/feed");
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
    }
  }

  @Test
  void aPageIsReadFromItsAddress() throws IOException {
    try (NewsServer server = new NewsServer("")) {
      String page = server.address("/sak");
      Run refused = Run.piped("", "read", page);
      assertThat(refused.err()).contains("DET-0171", "--allow-private", "1 of 1 articles");
      assertThat(refused.code()).isEqualTo(Main.SOME_FAILED);

      Run read = Run.piped("", "read", "--allow-private", page);
      assertThat(read.err()).isEmpty();
      assertThat(read.code()).isZero();
      assertThat(read.out()).contains("Vi gir oss ikke", "\"s1\"", "\"url\":\"" + page + "\"");
    }
  }

  @Test
  void whatIsNoAddressIsAFaultInTheCall() {
    assertThat(Run.piped("", "watch", "feed.xml").err()).contains("DET-0217");
    assertThat(Run.piped("", "watch", "--every", "0", "https://x.example/").err())
        .contains("DET-0218");
  }
}
