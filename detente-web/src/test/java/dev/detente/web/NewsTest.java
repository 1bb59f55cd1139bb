package dev.detente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.codebook.Codebook;
import dev.detente.ledger.Adding;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.record.ArticleRecord;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Whoever wants to know is told of what comes, once at least. */
@Timeout(120)
class NewsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDateTime LATER = LocalDateTime.of(2031, 4, 2, 0, 0);

  @TempDir private Path folder;
  private Path file;
  private TestRoom room;
  private HttpServer receiver;
  private final BlockingQueue<Delivery> delivered = new LinkedBlockingQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();

  private record Delivery(String key, String signature, String body) {}

  @BeforeEach
  void open() throws IOException {
    file = TestRoom.ledger(folder);
    start();
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        asked -> {
          String body = new String(asked.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          delivered.add(
              new Delivery(
                  asked.getRequestHeaders().getFirst("Idempotency-Key"),
                  asked.getRequestHeaders().getFirst("Detente-Signature"),
                  body));
          asked.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 500 : 204, -1);
          asked.close();
        });
    receiver.start();
  }

  private void start() {
    room = new TestRoom(Ledger.write(file), TestRoom.settings().withRetry(50, 100));
  }

  @AfterEach
  void close() {
    room.close();
    receiver.stop(0);
  }

  /** The first article once more, under another id and with other words at its end. */
  private void add(String id) {
    ArticleRecord first = TestRoom.coded().get(0).record();
    Article article = first.article();
    Article other =
        new Article(
            id,
            article.language(),
            article.published(),
            article.outlet(),
            null,
            null,
            ArticleText.of(article.text().string() + "\n\nLast words of " + id + "."),
            List.of());
    CodedArticle coded =
        CodedArticle.of(
            new ArticleRecord(
                other,
                first.actors(),
                first.statements(),
                first.events(),
                first.links(),
                first.times(),
                first.places(),
                false),
            null,
            null,
            null);
    room.room
        .writer()
        .write(
            ledger -> {
              Adding adding = ledger.adding(Codebook.bundled());
              adding.add(coded, false, LATER);
              adding.commit(LATER);
              return null;
            });
  }

  private JsonNode search(String query, boolean hook) throws IOException {
    String body =
        JSON.createObjectNode()
            .put("name", "Krav")
            .put("query", query)
            .put(
                "hook", hook ? "http://127.0.0.1:" + receiver.getAddress().getPort() + "/in" : null)
            .toString();
    HttpResponse<String> made = room.post("/api/v1/searches", "application/json", body);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return JSON.readTree(made.body());
  }

  private Delivery next() throws InterruptedException {
    Delivery one = delivered.poll(30, TimeUnit.SECONDS);
    assertThat(one).isNotNull();
    return one;
  }

  @Test
  void aHookIsToldOfWhatComesAndOnlyOfThat() throws Exception {
    JsonNode search = search("act=demand", true);
    add("new-1");
    Delivery first = next();
    JsonNode body = JSON.readTree(first.body());
    assertThat(body.path("article").path("id").asText()).isEqualTo("new-1");
    assertThat(body.path("items")).isNotEmpty();
    body.path("items").forEach(item -> assertThat(item.path("act").asText()).isEqualTo("demand"));
    String address = body.path("items").path(0).path("address").asText();
    assertThat(room.get("/r/" + address).statusCode()).isEqualTo(200);
    assertThat(first.key()).startsWith(search.path("id").asText() + "-");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            search.path("secret").asText().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(first.signature())
        .isEqualTo(
            "sha256="
                + HexFormat.of()
                    .formatHex(mac.doFinal(first.body().getBytes(StandardCharsets.UTF_8))));
    add("new-2");
    assertThat(JSON.readTree(next().body()).path("article").path("id").asText()).isEqualTo("new-2");
    assertThat(delivered).isEmpty();
  }

  @Test
  void aHookThatFailsIsAskedAgainWithTheSameKeyAndNothingIsLost() throws Exception {
    search("act=demand", true);
    refusals.set(3);
    add("new-1");
    add("new-2");
    Delivery first = next();
    for (int i = 0; i < 3; i++) {
      Delivery again = next();
      assertThat(again.key()).isEqualTo(first.key());
      assertThat(again.body()).isEqualTo(first.body());
    }
    Delivery second = next();
    assertThat(second.key()).isNotEqualTo(first.key());
    assertThat(second.body()).contains("new-2");
  }

  @Test
  void whatAHookMissedIsSentAfterTheNextStart() throws Exception {
    search("act=demand", true);
    refusals.set(1_000_000);
    add("new-1");
    String key = next().key();
    room.close();
    delivered.clear();
    refusals.set(0);
    start();
    assertThat(next().key()).isEqualTo(key);
  }

  @Test
  void aFeedIsReadWithItsOwnSecretAlone() throws Exception {
    JsonNode search = search("act=demand", false);
    String feed = search.path("feed").asText().substring(room.origin.length());
    HttpResponse<String> answer = TestRoom.send(room.request(feed));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/atom+xml");
    Document atom =
        DocumentBuilderFactory.newNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
    assertThat(atom.getElementsByTagName("entry").getLength()).isPositive();
    Element entry = (Element) atom.getElementsByTagName("entry").item(0);
    assertThat(entry.getElementsByTagName("id").item(0).getTextContent())
        .startsWith("urn:detente-record:");
    assertThat(entry.getElementsByTagName("updated").item(0).getTextContent())
        .isEqualTo("2031-03-14T00:00:00Z");
    String wrong = feed.replaceFirst("-[0-9a-f]{4}", "-0000");
    assertThat(TestRoom.send(room.request(wrong)).statusCode()).isEqualTo(404);
    assertThat(TestRoom.send(room.request(feed, "Origin", "http://evil.example")).statusCode())
        .isEqualTo(401);
    String id = search.path("id").asText();
    HttpResponse<String> gone =
        TestRoom.send(
            room.request("/api/v1/searches/" + id)
                .header("Authorization", "Bearer " + TestRoom.TOKEN)
                .DELETE());
    assertThat(gone.statusCode()).isEqualTo(204);
    assertThat(TestRoom.send(room.request(feed)).statusCode()).isEqualTo(404);
  }

  @Test
  void whoListensIsToldAndGoesOnWhereTheStreamEnded() throws Exception {
    String last;
    HttpRequest.Builder request =
        room.request("/api/v1/news?act=demand", "Accept", "text/event-stream")
            .header("Authorization", "Bearer " + TestRoom.TOKEN);
    try (InputStream stream =
        TestRoom.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
      add("new-1");
      String event = event(stream);
      assertThat(event).contains("event: finding", "\"article\":\"new-1\"", "\"link\":\"http");
      last = event.lines().filter(line -> line.startsWith("id:")).findFirst().orElseThrow();
    }
    add("new-2");
    request.header("Last-Event-ID", last.substring(3).strip());
    try (InputStream stream =
        TestRoom.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
      assertThat(event(stream)).contains("\"article\":\"new-2\"");
    }
  }

  /** The next event, up to one with an id. */
  private static String event(InputStream stream) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    StringBuilder event = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      event.append(line).append('\n');
      if (line.isEmpty() && event.toString().contains("id:") && event.indexOf("data:") >= 0) {
        return event.toString();
      }
    }
    throw new AssertionError("the stream has ended: " + event);
  }

  @Test
  void whatIsNoSearchIsRefused() throws Exception {
    for (String body :
        List.of(
            "{}",
            "{\"name\":\"\"}",
            "{\"name\":\"x\",\"hook\":\"file:///etc/passwd\"}",
            "{\"name\":\"x\",\"hook\":\"ftp://host/\"}",
            "{\"name\":\"x\",\"query\":\"fish=1\"}",
            "{\"name\":\"x\",\"query\":\"since=soon\"}")) {
      assertThat(room.post("/api/v1/searches", "application/json", body).statusCode())
          .as(body)
          .isEqualTo(400);
    }
    assertThat(JSON.readTree(room.get("/api/v1/searches").body()).path("items")).isEmpty();
    assertThat(room.get("/api/v1/news").statusCode()).isEqualTo(406);
  }
}
