package dev.detente.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.detente.article.Article;
import dev.detente.codebook.Codebook;
import dev.detente.source.fetch.FetchRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses as inputs, against a server of this machine. */
class AddressArticlesTest {
  private static final String PAGE =
      "<html lang=nb><head><meta property=og:type content=article></head><body><nav><a"
          + " href=/>Forsiden</a></nav><article><h1>Havnesjefen går</h1><p>Havnesjef Lone Trøan går"
          + " av etter å ha målt kaia på nytt.</p><p>– Kaia er for kort, sa Trøan til kommunestyret"
          + " onsdag kveld, og målebåndet er det ingenting i veien med.</p><p>Ordføreren svarte at"
          + " kommunen vil måle kaia én gang til før noen ansetter en ny"
          + " havnesjef.</p></article></body></html>";

  private record Answer(int status, String type, byte[] body) {}

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private HttpServer server;
  private String root;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Answer answer =
              answers.getOrDefault(
                  exchange.getRequestURI().getPath(), new Answer(404, "text/plain", new byte[0]));
          exchange.getResponseHeaders().set("Content-Type", answer.type);
          if (answer.status == 302) {
            exchange
                .getResponseHeaders()
                .set("Location", new String(answer.body, StandardCharsets.UTF_8));
          }
          exchange.sendResponseHeaders(answer.status, answer.body.length);
          exchange.getResponseBody().write(answer.body);
          exchange.close();
        });
    server.start();
    root = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void serve(String path, String type, String body, Charset charset) {
    answers.put(path, new Answer(200, type, body.getBytes(charset)));
  }

  private List<Incoming> read(boolean privateAddresses, String... arguments) {
    FetchRules rules =
        new FetchRules(
            "detente/test", privateAddresses, 1 << 20, Duration.ofSeconds(10), 5, Duration.ZERO);
    SourceOptions options =
        new SourceOptions(Metadata.NONE, Limits.DEFAULT, Codebook.bundled(), null, rules);
    List<Incoming> out = new ArrayList<>();
    new ArticleSource(List.of(arguments), options, InputStream.nullInputStream()).forEach(out::add);
    return out;
  }

  private static Article article(Incoming incoming) {
    return Objects.requireNonNull(incoming.article());
  }

  private static String failure(Incoming incoming) {
    return String.valueOf(Objects.requireNonNull(incoming.failure()).getMessage());
  }

  @Test
  void aPageIsAnArticleWithItsAddress() {
    serve("/sak", "text/html; charset=iso-8859-1", PAGE, Charset.forName("windows-1252"));
    answers.put("/gammel", new Answer(302, "text/html", "/sak".getBytes(StandardCharsets.UTF_8)));

    List<Incoming> read = read(true, root + "/sak", root + "/gammel?fra=*");

    assertThat(read).hasSize(2);
    Article first = article(read.get(0));
    assertThat(first.text().string())
        .startsWith("Havnesjefen går\n\nHavnesjef Lone Trøan går av")
        .contains("– Kaia er for kort")
        .doesNotContain("Forsiden");
    assertThat(first.id()).isEqualTo(root + "/sak");
    assertThat(first.url()).isEqualTo(root + "/sak");
    assertThat(first.language()).isEqualTo("nb");
    Article led = article(read.get(1));
    assertThat(led.id()).isEqualTo(root + "/gammel?fra=*");
    assertThat(led.url()).isEqualTo(root + "/sak");
  }

  @Test
  void aFeedGivesWhatItHolds() {
    serve(
        "/nytt/feed",
        "application/rss+xml",
        """
        <rss version="2.0"><channel><title>Havna</title><language>nb</language>
        <item><title>Kaia måles</title><link>../sak/1</link><guid isPermaLink="false">k1</guid>
        <description>Kaia måles i dag.</description></item>
        <item><title>Kaia er målt</title><description>Den er for kort.</description></item>
        </channel></rss>
        """,
        StandardCharsets.UTF_8);
    serve(
        "/json",
        "application/json",
        "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Havna\", \"items\":"
            + " [{\"id\": \"j1\", \"url\": \"/sak/2\", \"content_text\": \"Kaia rives.\"}]}",
        StandardCharsets.UTF_8);

    List<Incoming> read = read(true, root + "/nytt/feed", root + "/json");

    assertThat(read)
        .extracting(incoming -> article(incoming).id())
        .containsExactly("k1", root + "/nytt/feed#2", "j1");
    assertThat(article(read.get(0)).url()).isEqualTo(root + "/sak/1");
    assertThat(article(read.get(2)).url()).isEqualTo(root + "/sak/2");
    assertThat(article(read.get(1)).text().string()).contains("Den er for kort.");
  }

  @Test
  void jsonLinesAndArchivesAreToldByTheirContent() throws IOException {
    serve(
        "/alle",
        "text/plain",
        "{\"text\": \"Kaia er for kort.\"}\n{\"text\": \"Kaia er lang nok.\"}\n",
        StandardCharsets.UTF_8);
    String response = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PAGE;
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(archive)) {
      gzip.write(
          ("WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://havna.example/1\r\n"
                  + "Content-Length: "
                  + response.getBytes(StandardCharsets.UTF_8).length
                  + "\r\n\r\n"
                  + response
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    answers.put("/warc", new Answer(200, "application/octet-stream", archive.toByteArray()));

    List<Incoming> read = read(true, root + "/alle", root + "/warc");

    assertThat(read).hasSize(3);
    assertThat(article(read.get(1)).id()).isEqualTo(root + "/alle#2");
    assertThat(article(read.get(2)).url()).isEqualTo("https://havna.example/1");
  }

  @Test
  void everyRefusalIsOneLineAndTheRestIsRead() {
    serve("/sak", "text/html", PAGE, StandardCharsets.UTF_8);
    serve("/bilde", "image/png", "\0\1\2\3\0\0\377", StandardCharsets.ISO_8859_1);
    serve("/stor", "text/html", PAGE + " ".repeat(1 << 20), StandardCharsets.UTF_8);
    answers.put("/travel", new Answer(503, "text/html", new byte[0]));
    answers.put(
        "/fil", new Answer(302, "text/html", "file:///etc/hosts".getBytes(StandardCharsets.UTF_8)));

    List<Incoming> read =
        read(
            true,
            root + "/borte",
            "ftp://havna.example/sak",
            root + "/to ord",
            root + "/bilde",
            root + "/stor",
            root + "/fil",
            root + "/sak",
            root + "/travel",
            root + "/sak");

    assertThat(read).hasSize(9);
    List<String> codes =
        List.of(
            "DET-0177",
            "DET-0170",
            "DET-0170",
            "DET-0103",
            "DET-0173",
            "DET-0170",
            "",
            "DET-0175",
            "DET-0175");
    for (int i = 0; i < codes.size(); i++) {
      if (codes.get(i).isEmpty()) {
        assertThat(article(read.get(i)).text().string()).contains("Trøan");
      } else {
        assertThat(failure(read.get(i))).startsWith(codes.get(i)).doesNotContain("\n");
      }
    }
  }

  @Test
  void robotsTxtAndPrivateAddressesAreKeptTo() {
    serve("/sak", "text/html", PAGE, StandardCharsets.UTF_8);
    assertThat(failure(read(false, root + "/sak").get(0)))
        .startsWith("DET-0171")
        .contains("--allow-private");

    serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /sak", StandardCharsets.UTF_8);
    assertThat(failure(read(true, root + "/sak").get(0))).startsWith("DET-0176");
  }
}
