package dev.detente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.ArticleText;
import dev.detente.article.DetenteException;
import dev.detente.article.Span;
import dev.detente.ledger.Ledger;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Statement;
import dev.detente.record.json.RecordReader;
import dev.detente.source.mark.ReviewMark;
import dev.detente.source.mark.WebAnnotations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the API promises, one test a promise. */
class ApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static TestRoom room;

  @BeforeAll
  static void open() {
    ArticleRecord first = TestRoom.coded().get(0).record();
    room =
        new TestRoom(
            Ledger.read(TestRoom.ledger(folder)),
            TestRoom.settings()
                .with(
                    (body, form) -> {
                      if (body.length == 0) {
                        throw new DetenteException("DET-0104", "nothing there");
                      }
                      return first;
                    }));
  }

  @AfterAll
  static void close() {
    room.close();
  }

  private static JsonNode json(String path) throws IOException {
    HttpResponse<String> answer = room.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static Statement statement() {
    return TestRoom.coded().get(0).record().statements().get(0);
  }

  private static String address() {
    String page = room.get("/articles/nb-1").body();
    Statement first = statement();
    Span span =
        new Span(
            first.content().get(0).start(), first.content().get(first.content().size() - 1).end());
    int at = page.indexOf("-s" + span.start() + "-" + span.end() + "\"");
    assertThat(at).isPositive();
    return page.substring(at - 16, page.indexOf('"', at));
  }

  @Test
  void aRecordStandsAsJsonBesideItsAddress() throws IOException {
    JsonNode entry = json("/r/" + address() + ".json");
    assertThat(entry.path("url").asText()).isEqualTo(room.origin + "/r/" + address());
    assertThat(entry.path("record").path("act").asText()).isEqualTo(statement().act().label());
    assertThat(entry.path("article").path("id").asText()).isEqualTo("nb-1");
    assertThat(entry.path("actors").findValuesAsText("name")).contains("Iceland");
    assertThat(json("/api/v1/records/" + address())).isEqualTo(entry);
  }

  @Test
  void theSourceIsLinkedToTheWordsThemselves() throws IOException {
    String source = json("/r/" + address() + ".json").path("source").asText();
    assertThat(source).startsWith("https://avis.example/nb-1?utm_source=x#:~:text=");
    String said = TestRoom.ARTICLES.get(0).text().slice(statement().content().get(0));
    for (String piece : source.substring(source.indexOf("text=") + 5).split(",")) {
      assertThat(said).contains(URLDecoder.decode(piece, StandardCharsets.UTF_8));
    }
    assertThat(room.get("/r/" + address()).body()).contains("avis.example");
  }

  @Test
  void aRecordStandsAsATableBesideItsAddress() {
    HttpResponse<String> answer = room.get("/r/" + address() + ".csv");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(answer.body().lines()).hasSize(2);
    assertThat(answer.body()).contains("Iceland", "#:~:text=erstatning");
  }

  @Test
  void aRecordStandsAsAWebAnnotationBesideItsAddress() {
    HttpResponse<String> answer = room.get("/r/" + address() + ".jsonld");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/ld+json");
    ArticleText text = TestRoom.ARTICLES.get(0).text();
    List<ReviewMark> marks = WebAnnotations.read(answer.body(), text, "answer");
    assertThat(marks).hasSize(1);
    assertThat(marks.get(0).spans()).isEqualTo(statement().content());
    assertThat(marks.get(0).id()).isEqualTo(room.origin + "/r/" + address());
    assertThat(room.get("/r/" + address() + ".exe").statusCode()).isEqualTo(404);
  }

  @Test
  void pagesGoOnWhereTheOneBeforeEnded() throws IOException {
    for (String list : List.of("findings", "articles", "actors")) {
      List<JsonNode> whole = new ArrayList<>();
      json("/api/v1/" + list).path("items").forEach(whole::add);
      assertThat(whole).as(list).hasSizeGreaterThan(3);
      List<JsonNode> turned = new ArrayList<>();
      String next = "/api/v1/" + list + "?size=2";
      while (next != null) {
        JsonNode page = json(next);
        assertThat(page.path("items").size()).isBetween(1, 2);
        page.path("items").forEach(turned::add);
        next = page.path("next").isNull() ? null : page.path("next").asText();
      }
      assertThat(turned).as(list).isEqualTo(whole);
    }
  }

  @Test
  void aPageKeepsItsFilter() throws IOException {
    JsonNode first = json("/api/v1/findings?language=en&size=1");
    assertThat(first.path("next").asText()).contains("language=en", "size=1", "cursor=");
    JsonNode second = json(first.path("next").asText());
    assertThat(second.path("items").path(0).path("language").asText()).isEqualTo("en");
    assertThat(second.path("items")).isNotEqualTo(first.path("items"));
  }

  @Test
  void tablesAreTheSameInEveryForm() throws IOException {
    JsonNode array = json("/api/v1/findings.json?language=nb");
    List<JsonNode> lines = new ArrayList<>();
    for (String line : room.get("/api/v1/findings.jsonl?language=nb").body().lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    assertThat(array).isNotEmpty();
    assertThat(lines).containsExactlyElementsOf(array);
    assertThat(room.get("/api/v1/findings.csv?language=nb").body().lines().count())
        .isGreaterThan(array.size());
    assertThat(json("/api/v1/findings.json?act=apologise")).isEmpty();
  }

  @Test
  void anUnchangedTableIsNotSentAgain() {
    HttpResponse<String> first = room.get("/api/v1/findings.csv");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> second = room.get("/api/v1/findings.csv", "If-None-Match", tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  @Test
  void answersArePackedForWhoAcceptsIt() throws IOException {
    for (String path : List.of("/api/v1/findings", "/api/v1/findings.jsonl", "/articles/nb-1")) {
      HttpResponse<byte[]> packed =
          TestRoom.send(
              room.request(path, "Accept-Encoding", "gzip")
                  .header("Authorization", "Bearer " + TestRoom.TOKEN),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(packed.headers().firstValue("Content-Encoding")).as(path).contains("gzip");
      byte[] plain = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
      assertThat(new String(plain, StandardCharsets.UTF_8)).isEqualTo(room.get(path).body());
    }
  }

  @Test
  void anArticleThatIsSentComesBackAsItsRecord() {
    HttpResponse<String> answer =
        room.post("/api/v1/read", "application/json", "{\"text\": \"Et krav.\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(RecordReader.read(answer.body())).isEqualTo(TestRoom.coded().get(0).record());
  }

  @Test
  void whatCannotBeReadIsToldWithItsCode() throws IOException {
    HttpResponse<String> nothing = room.post("/api/v1/read", "text/plain", "");
    assertThat(nothing.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(nothing.body()).path("code").asText()).isEqualTo("DET-0104");
    assertThat(room.post("/api/v1/read", "image/png", "x").statusCode()).isEqualTo(415);
    HttpResponse<String> large = room.post("/api/v1/read", "text/plain", "x".repeat(2_000_001));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void aMethodThatIsNotThereIsAProblemToo() {
    HttpResponse<String> answer = room.post("/api/v1/findings", "text/plain", "x");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }
}
