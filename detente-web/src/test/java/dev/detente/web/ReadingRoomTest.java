package dev.detente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.ledger.Adding;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.reading.ArticleReader;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Statement;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The room as a browser sees it, over a ledger of a few articles. */
class ReadingRoomTest {
  private static final String TOKEN = "key-of-the-test";
  private static final Pattern ELEMENT = Pattern.compile("<[^>]*>");
  private static final Pattern PIECE =
      Pattern.compile("<span class=\"[^\"]*\" data-of=\"([^\"]*)\">([^<]*)</span>");

  private static final String HOSTILE =
      "<script>alert(1)</script>: Island krever svar\n\n"
          + "– Dette er \u202Egalskap, sier utenriksminister Birna Hallsdóttir.\n\n"
          + "Hun krever at Norge trekker båtene <b>hjem</b>.";

  private static final List<Article> ARTICLES =
      List.of(
          article(
              "nb-1",
              "nb",
              "2031-03-14",
              "Island krever erstatning\n\nStatsminister Birna Hallsdóttir krever at Norge betaler"
                  + " for skadene. Utenriksminister Ragnhild Tveitane avviser kravet."),
          article(
              "nn-1",
              "nn",
              "2031-03-15",
              "Noreg nektar\n\nUtanriksminister Ragnhild Tveitane seier at Noreg ikkje vil betale."
                  + " – Vi har ingenting å orsake, seier ho."),
          article(
              "en-1",
              "en",
              "2031-03-16",
              "Talks in Tórshavn\n\nIceland's prime minister met her Norwegian counterpart on"
                  + " Sunday. \"We had a good talk,\" said Birna Hallsdóttir."),
          article("ugly/1", "nb", "2031-03-17", HOSTILE));

  @TempDir static Path folder;
  private static ReadingRoom room;
  private static String origin;
  private static final Map<String, ArticleRecord> RECORDS = new LinkedHashMap<>();
  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  private static Article article(String id, String language, String published, String text) {
    return new Article(
        id, language, published, "Kystposten", null, null, ArticleText.of(text), List.of());
  }

  @BeforeAll
  static void open() {
    Codebook codebook = Codebook.bundled();
    Path file = folder.resolve("room.duckdb");
    try (ArticleAnalyser analyser = ArticleAnalyser.load(codebook);
        Ledger ledger = Ledger.write(file)) {
      ArticleReader reader = new ArticleReader(codebook);
      Adding adding = ledger.adding(codebook);
      for (Article article : ARTICLES) {
        AnalysedArticle analysed = analyser.analyse(article);
        ArticleRecord record = reader.read(analysed);
        RECORDS.put(article.id(), record);
        adding.add(
            CodedArticle.of(record, analysed, "m", "c"), false, LocalDateTime.of(2031, 4, 1, 0, 0));
      }
      adding.commit(LocalDateTime.of(2031, 4, 1, 0, 0));
    }
    room = new ReadingRoom(Ledger.read(file), RoomSettings.local(0, TOKEN, "test"));
    origin = room.url().substring(0, room.url().indexOf("/?"));
  }

  @AfterAll
  static void close() {
    room.close();
  }

  private static HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + path)).header("Accept-Language", "en");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request.build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return BROWSER.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static HttpResponse<String> ours(String path) {
    return get(path, "Authorization", "Bearer " + TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/articles",
        "/articles/nb-1",
        "/articles/ugly%2F1",
        "/find",
        "/find?act=demand",
        "/find?text=Norge",
        "/timeline",
        "/actors",
        "/pairs",
        "/claims",
        "/tension",
        "/tension?between=ISL,NOR",
        "/about"
      })
  void everyPageIsThereAndSafe(String path) {
    HttpResponse<String> page = ours(path);
    assertThat(page.statusCode()).as(path).isEqualTo(200);
    assertThat(page.body()).startsWith("<!doctype html>").contains("<main id=\"main\">", "</html>");
    assertThat(page.body()).doesNotContain("<script>", "\u202E", "style=\"", "{{", "DET-");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void highlightsAreTheWordsOfTheRecord() {
    int checked = 0;
    for (ArticleRecord record : RECORDS.values()) {
      String page = ours("/articles/" + record.article().id().replace("/", "%2F")).body();
      Map<String, StringBuilder> shown = new LinkedHashMap<>();
      Matcher piece = PIECE.matcher(page);
      while (piece.find()) {
        for (String id : piece.group(1).split(" ")) {
          shown.computeIfAbsent(id, key -> new StringBuilder()).append(unescaped(piece.group(2)));
        }
      }
      for (Statement statement : record.statements()) {
        assertThat(shown.get(statement.id()))
            .as(statement.id())
            .hasToString(visible(words(record, statement.content())));
        checked++;
      }
      for (Event event : record.events()) {
        assertThat(shown.get(event.id()))
            .as(event.id())
            .hasToString(visible(record.article().slice(event.anchor())));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(5);
  }

  private static String words(ArticleRecord record, List<Span> spans) {
    StringBuilder words = new StringBuilder();
    spans.forEach(span -> words.append(record.article().slice(span)));
    return words.toString();
  }

  private static String visible(String text) {
    return text.replace("\u202E", "\u27E8U+202E\u27E9");
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&#x2F;", "/")
        .replace("&#x60;", "`")
        .replace("&#x3D;", "=")
        .replace("&amp;", "&");
  }

  @Test
  void markupInAnArticleIsShownAsText() {
    String page = ours("/articles/ugly%2F1").body();
    assertThat(unescaped(ELEMENT.matcher(page).replaceAll("")))
        .contains("<script>alert(1)</script>", "\u27E8U+202E\u27E9galskap", "<b>hjem</b>");
  }

  @Test
  void aPermanentAddressShowsTheStatementAndLeadsToItsSentence() {
    Matcher address =
        Pattern.compile("href=\"(/r/[0-9a-f]{16}-s\\d+-\\d+)\"")
            .matcher(ours("/articles/nb-1").body());
    assertThat(address.find()).isTrue();
    HttpResponse<String> card = ours(address.group(1));
    assertThat(card.statusCode()).isEqualTo(200);
    ArticleRecord record = RECORDS.get("nb-1");
    Statement first = record.statements().get(0);
    assertThat(unescaped(card.body()))
        .contains(words(record, first.content()), origin + address.group(1), "/articles/nb-1#s1");
    assertThat(ours("/r/0000000000000000-s1-2").statusCode()).isEqualTo(404);
    assertThat(ours("/r/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void anActorsPageShowsWhatThatActorSaid() throws IOException {
    JsonNode actors = new ObjectMapper().readTree(ours("/api/v1/actors").body()).path("items");
    int checked = 0;
    for (JsonNode actor : actors) {
      if (actor.path("said").asInt() > 0) {
        String entity = actor.path("entity").asText();
        JsonNode said =
            new ObjectMapper()
                .readTree(ours("/api/v1/findings?speaker=" + encoded(entity)).body())
                .path("items");
        assertThat(said).as(entity).hasSize(actor.path("said").asInt());
        said.forEach(
            one -> assertThat(one.path("speaker").asText()).isEqualTo(actor.path("name").asText()));
        assertThat(ours("/actors/" + encoded(entity)).body())
            .contains("/find?speaker=" + encoded(entity));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(1);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Test
  void tensionIsBetweenCountries() {
    assertThat(ours("/tension?between=ISL").statusCode()).isEqualTo(400);
    assertThat(ours("/tension?between=x%22,%3Cb%3E").statusCode()).isEqualTo(400);
    assertThat(ours("/tension?between=isl,nor").body()).contains("ISL,NOR");
  }

  @Test
  void aStrangerIsKeptOut() {
    assertThat(get("/").statusCode()).isEqualTo(401);
    assertThat(get("/api/v1/counts").statusCode()).isEqualTo(401);
    assertThat(get("/room/room.css").statusCode()).isEqualTo(401);
    assertThat(get("/?token=wrong").statusCode()).isEqualTo(401);
    assertThat(get("/", "Authorization", "Bearer wrong").statusCode()).isEqualTo(401);
    assertThat(
            get("/", "Authorization", "Bearer " + TOKEN, "Origin", "http://elsewhere.example")
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void theTokenIsSwappedForACookie() {
    HttpResponse<String> first = get("/find?act=deny&token=" + TOKEN);
    assertThat(first.statusCode()).isEqualTo(302);
    assertThat(first.headers().firstValue("Location")).contains("/find?act=deny");
    String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
    HttpResponse<String> second = get("/find?act=deny", "Cookie", cookie.split(";")[0]);
    assertThat(second.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/articles/nb-1", "/api/v1/counts", "/room/room.js"})
  void anotherNameForThisMachineIsRefused(String path) throws IOException {
    URI address = URI.create(origin);
    for (String host : List.of("rebound.example:" + address.getPort(), "127.0.0.1:1")) {
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        socket
            .getOutputStream()
            .write(
                ("GET "
                        + path
                        + " HTTP/1.1\r\nHost: "
                        + host
                        + "\r\nAuthorization: Bearer "
                        + TOKEN
                        + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).as(path + " as " + host).startsWith("HTTP/1.1 401");
      }
    }
  }

  @Test
  void theApiAnswersWithRecordsAndPages() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode counts = json.readTree(ours("/api/v1/counts").body());
    assertThat(counts.path("articles").asInt()).isEqualTo(ARTICLES.size());
    JsonNode record = json.readTree(ours("/api/v1/articles/nb-1").body());
    assertThat(record.path("article").path("text").asText())
        .isEqualTo(ARTICLES.get(0).text().string());
    JsonNode found = json.readTree(ours("/api/v1/findings?act=demand").body());
    assertThat(found.path("items")).isNotEmpty();
    found.path("items").forEach(item -> assertThat(item.path("act").asText()).isEqualTo("demand"));
    assertThat(found.path("next").isNull()).isTrue();
    String table = ours("/api/v1/findings.csv?act=demand").body();
    assertThat(table.lines().count()).isEqualTo(1 + found.path("items").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/articles/none",
        "/api/v1/none",
        "/api/v1/findings?cursor=-1",
        "/api/v1/findings?since=soon",
        "/api/v1/findings?outlet=%00",
        "/api/v1/actors?cursor=x"
      })
  void theApiSaysWhatIsWrong(String path) throws IOException {
    HttpResponse<String> answer = ours(path);
    assertThat(answer.statusCode()).as(path).isBetween(400, 404);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(new ObjectMapper().readTree(answer.body()).path("status").asInt())
        .isEqualTo(answer.statusCode());
  }

  @Test
  void anUnchangedAnswerIsNotSentAgain() {
    HttpResponse<String> first = ours("/api/v1/articles/nb-1");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> second =
        get("/api/v1/articles/nb-1", "Authorization", "Bearer " + TOKEN, "If-None-Match", tag);
    assertThat(second.statusCode()).isEqualTo(304);
  }

  @Test
  void thePagesSpeakTheReadersLanguage() {
    assertThat(get("/", "Authorization", "Bearer " + TOKEN, "Cookie", "detente-language=nn").body())
        .contains("<html lang=\"nn\">");
    HttpResponse<String> chosen = ours("/language/nb?back=/articles");
    assertThat(chosen.headers().firstValue("Location")).contains("/articles");
    assertThat(ours("/language/nb?back=//elsewhere.example").headers().firstValue("Location"))
        .contains("/");
    assertThat(ours("/language/xx").statusCode()).isEqualTo(404);
  }

  @Test
  void oneAddressAfterTheOtherReachesEveryPage() {
    List<String> left = new ArrayList<>(List.of("/"));
    Map<String, Integer> seen = new LinkedHashMap<>();
    Pattern link = Pattern.compile("href=\"(/(?:&#|[^\"#])*)");
    while (!left.isEmpty() && seen.size() < 150) {
      String path = left.remove(0);
      if (seen.containsKey(path)) {
        continue;
      }
      HttpResponse<String> page = ours(path);
      seen.put(path, page.statusCode());
      Matcher links = link.matcher(page.body());
      while (links.find()) {
        left.add(unescaped(links.group(1)));
      }
    }
    assertThat(seen).hasSizeGreaterThan(20);
    assertThat(seen.entrySet())
        .allSatisfy(entry -> assertThat(entry.getValue()).as(entry.getKey()).isIn(200, 302));
  }
}
