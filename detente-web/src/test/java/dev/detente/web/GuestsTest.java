package dev.detente.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.detente.ledger.Ledger;
import dev.detente.web.guard.Guests;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Others read when they are invited and know the password, and do nothing else. */
class GuestsTest {
  private static final String PASSWORD = "fjord og fjell";
  private static final String RIGHT = basic("reader:" + PASSWORD);

  @TempDir private Path folder;
  private TestRoom room;
  private int port;

  private static String basic(String both) {
    return "Authorization: Basic "
        + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  @BeforeEach
  void open() {
    room =
        new TestRoom(
            Ledger.write(TestRoom.ledger(folder)),
            TestRoom.settings().sharedWith(new Guests(List.of("desk.example"), PASSWORD)));
    port = URI.create(room.origin).getPort();
  }

  @AfterEach
  void close() {
    room.close();
  }

  private String ask(String method, String path, String host, String... headers)
      throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String body = method.equals("POST") ? "Content-Length: 2\r\n\r\n{}" : "\r\n";
      String request =
          method
              + " "
              + path
              + " HTTP/1.1\r\nHost: "
              + host
              + "\r\nConnection: close\r\nAccept-Language: en\r\n"
              + String.join("", List.of(headers).stream().map(one -> one + "\r\n").toList())
              + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aGuestReadsWithThePassword() throws IOException {
    String host = "desk.example:" + port;
    assertThat(ask("GET", "/", host))
        .startsWith("HTTP/1.1 401")
        .contains("WWW-Authenticate: Basic");
    assertThat(ask("GET", "/", host, basic("reader:wrong password"))).startsWith("HTTP/1.1 401");
    assertThat(ask("GET", "/", host, RIGHT)).startsWith("HTTP/1.1 200");
    assertThat(ask("GET", "/api/v1/counts", host, RIGHT)).startsWith("HTTP/1.1 200");
    assertThat(ask("GET", "/", "DESK.example", RIGHT)).startsWith("HTTP/1.1 200");
  }

  @Test
  void aGuestMarksKeepsAndReadsNothingOfTheOwners() throws IOException {
    String host = "desk.example:" + port;
    String origin = "Origin: http://" + host;
    for (String path :
        List.of("/r/0000000000000000-s1-2/marks", "/api/v1/read", "/api/v1/searches")) {
      assertThat(ask("POST", path, host, RIGHT, origin)).as(path).startsWith("HTTP/1.1 403");
    }
    assertThat(ask("GET", "/api/v1/searches", host, RIGHT)).startsWith("HTTP/1.1 403");
    String card = room.get("/articles/nb-1").body();
    String address = card.substring(card.indexOf("/r/"), card.indexOf('"', card.indexOf("/r/")));
    assertThat(ask("GET", address, host, RIGHT))
        .startsWith("HTTP/1.1 200")
        .contains("http://" + host + address)
        .doesNotContain("<form method=\"post\"");
    assertThat(room.get(address).body()).contains("<form method=\"post\"");
  }

  @Test
  void anotherNameIsNoneOfOursWithThePasswordToo() throws IOException {
    for (String host :
        List.of(
            "evil.example",
            "evil.example:" + port,
            "desk.example.evil:" + port,
            "desk.example:1")) {
      for (String path : List.of("/", "/api/v1/counts", "/room/room.css", "/feeds/x.atom")) {
        assertThat(ask("GET", path, host, RIGHT)).as(host + path).startsWith("HTTP/1.1 401");
      }
    }
    assertThat(ask("GET", "/", "desk.example", RIGHT, "Origin: http://evil.example"))
        .startsWith("HTTP/1.1 401");
  }

  @Test
  void whoGuessesTooOftenWaits() throws IOException {
    for (int i = 0; i < 10; i++) {
      assertThat(ask("GET", "/", "desk.example", basic("x:guess number " + i)))
          .startsWith("HTTP/1.1 401");
    }
    assertThat(ask("GET", "/", "desk.example", RIGHT)).startsWith("HTTP/1.1 429");
    // The owner is not kept out by it.
    assertThat(room.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void aRoomIsThisMachinesUnlessItIsShared() {
    assertThat(TestRoom.settings().host()).isEqualTo("127.0.0.1");
    assertThat(TestRoom.settings().guests()).isNull();
    assertThatThrownBy(() -> new Guests(List.of("desk.example"), "short"))
        .hasMessageContaining("12 characters");
    assertThatThrownBy(() -> new Guests(List.of("http://desk.example/"), PASSWORD))
        .hasMessageContaining("no name");
  }
}
