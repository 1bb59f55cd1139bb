package dev.detente.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.ledger.Adding;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.record.Act;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Link;
import dev.detente.record.Place;
import dev.detente.record.Relation;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A ledger whose every name is an attack: of people, places, offices, outlets, titles, articles and
 * addresses. Whatever page shows one shows it as text.
 */
class HostilePagesTest {
  private static final String MARKUP =
      "<script>window.hit=1</script><img src=x onerror=\"window.hit=1\"><svg/onload='window.hit=1'>";
  private static final String TURNED = "\u202Egalskap\u2066";
  private static final LocalDateTime NOW = LocalDateTime.of(2031, 4, 1, 0, 0);

  @TempDir static Path folder;
  private static TestRoom room;
  private static final Map<String, Document> PAGES = new LinkedHashMap<>();

  @BeforeAll
  static void open() {
    Path file = folder.resolve("hostile.duckdb");
    try (Ledger ledger = Ledger.write(file)) {
      Adding adding = ledger.adding(Codebook.bundled());
      for (int i = 0; i < 3; i++) {
        adding.add(CodedArticle.of(record(i), null, "m" + MARKUP, "c" + MARKUP), false, NOW);
      }
      adding.commit(NOW);
    }
    room = new TestRoom(Ledger.read(file), TestRoom.settings());
    crawl();
  }

  @AfterAll
  static void close() {
    room.close();
  }

  private static String hostile(String what, int number) {
    return what + number + MARKUP + TURNED + "\"'`${1}{{x}}";
  }

  private static ArticleRecord record(int number) {
    String claim = "Norge lyver om " + MARKUP + " posisjonen " + TURNED;
    String denial = "dette er ikke sant";
    String text =
        "Tittel " + MARKUP + TURNED + "\n\n" + claim + ", sier A. Men " + denial + ", sier B.";
    Article article =
        new Article(
            hostile("id/", number),
            "nb",
            "2031-03-1" + number,
            hostile("Avisa ", number),
            "javascript:window.hit=1//" + number,
            hostile("Overskrift ", number),
            ArticleText.of(text),
            List.of());
    Span said = span(text, claim);
    Span denied = span(text, denial);
    return new ArticleRecord(
        article,
        List.of(actor("a1", "Ola ", "NOR", said), actor("a2", "Kari ", "ISL", denied)),
        List.of(
            statement("s1", "a1", "a2", Act.ACCUSE, said),
            statement("s2", "a2", "a1", Act.DENY, denied),
            statement("s3", "a1", "a2", Act.DEMAND, said)),
        List.of(
            new Event(
                "e1",
                EventType.COERCE,
                hostile("mode", 0),
                List.of(),
                null,
                null,
                -7,
                "material conflict",
                List.of("a1"),
                List.of("a2"),
                "p1",
                "2031-03-1" + number,
                EventStatus.ACTUAL,
                null,
                List.of(),
                denied,
                said,
                hostile("rule ", 0))),
        List.of(new Link("s2", Relation.DENIES, "s1", 0.9, hostile("rule ", 0))),
        List.of(),
        List.of(
            new Place(
                "p1", said, hostile("Sted ", 0), "ISL", 64.1, -21.9, "point", hostile("rule ", 0))),
        false);
  }

  private static Span span(String text, String words) {
    int start = text.codePointCount(0, text.indexOf(words));
    return new Span(start, start + words.codePointCount(0, words.length()));
  }

  private static Actor actor(String id, String name, String country, Span span) {
    return new Actor(
        id,
        hostile(name, 0),
        ActorKind.PERSON,
        country,
        "GOV",
        hostile("minister ", 0),
        List.of(span),
        hostile("rule ", 0));
  }

  private static Statement statement(
      String id, String speaker, String addressee, Act act, Span span) {
    return new Statement(
        id,
        speaker,
        null,
        null,
        List.of(span),
        StatementKind.INDIRECT,
        act,
        addressee,
        List.of("a2"),
        "2031-03-1X" + MARKUP,
        "p1",
        hostile("rule ", 0));
  }

  /** Goes wherever a link on a page leads. */
  private static void crawl() {
    Deque<String> left =
        new ArrayDeque<>(
            List.of(
                "/", "/articles", "/claims", "/demands", "/timeline", "/actors", "/pairs", "/map"));
    left.addAll(List.of("/tension", "/about", "/find"));
    left.add("/find?text=" + encoded(MARKUP) + "&speaker=" + encoded(hostile("Ola ", 0)));
    left.add("/actors?actor=" + encoded(MARKUP));
    left.add("/articles/" + encoded(MARKUP));
    left.add("/find?since=" + encoded(MARKUP));
    while (!left.isEmpty() && PAGES.size() < 90) {
      String path = left.poll();
      if (PAGES.containsKey(path) || path.startsWith("/api/") || path.startsWith("/language/")) {
        continue;
      }
      HttpResponse<String> answer = room.get(path);
      assertThat(answer.statusCode()).as(path).isIn(200, 302, 400, 404);
      String type = answer.headers().firstValue("Content-Type").orElse("");
      if (answer.statusCode() == 302 || !type.startsWith("text/html")) {
        continue;
      }
      Document page = Jsoup.parse(answer.body());
      PAGES.put(path, page);
      for (Element link : page.select("a[href^=/]")) {
        left.add(link.attr("href").replaceFirst("#.*", ""));
      }
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Test
  void noPageHasAnElementOrAnAddressThatIsNotOurs() {
    assertThat(PAGES).hasSizeGreaterThan(25);
    PAGES.forEach(
        (path, page) -> {
          assertThat(page.select("img, iframe, object, embed, base, meta[http-equiv]"))
              .as(path)
              .isEmpty();
          assertThat(page.select("script").eachAttr("src"))
              .as(path)
              .contains("/room/room.js")
              .isSubsetOf("/room/room.js", "/room/review.js");
          assertThat(page.select("script, style").eachText()).as(path).isEmpty();
          for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
              assertThat(attribute.getKey()).as(path).doesNotStartWith("on").isNotEqualTo("style");
            }
          }
          assertThat(page.select("[href]").eachAttr("href"))
              .as(path)
              .allMatch(href -> href.startsWith("/") || href.startsWith("#"));
        });
  }

  @Test
  void noPageHasACharacterThatTurnsWhatFollows() {
    PAGES.forEach(
        (path, page) -> assertThat(page.outerHtml()).as(path).doesNotContain("\u202E", "\u2066"));
  }

  @Test
  void namesAreShownAsTheyAre() {
    Map<String, List<String>> shown = new LinkedHashMap<>();
    shown.put("/", List.of("Avisa ", "Overskrift ", "Ola "));
    shown.put("/articles", List.of("Avisa ", "Overskrift "));
    shown.put("/find", List.of("Ola ", "Kari ", "Avisa ", "Sted "));
    shown.put("/claims", List.of("Ola ", "Avisa "));
    shown.put("/demands", List.of("Ola ", "Kari "));
    shown.put("/timeline", List.of("Ola ", "Avisa "));
    shown.put("/actors", List.of("Ola ", "Kari "));
    shown.put("/map", List.of("Sted "));
    shown.forEach(
        (path, names) -> {
          String text = PAGES.get(path).wholeText();
          for (String name : names) {
            assertThat(text).as(path).contains(name);
          }
          assertThat(text).as(path).contains("<script>window.hit=1</script>", "⟨U+202E⟩galskap");
        });
    List<String> articles = new ArrayList<>(PAGES.keySet());
    articles.removeIf(path -> !path.startsWith("/articles/id"));
    assertThat(articles).isNotEmpty();
    articles.forEach(
        path ->
            assertThat(PAGES.get(path).wholeText())
                .contains("minister 0<script>", "⟨U+202E⟩galskap", "Norge lyver om <script>"));
  }

  @Test
  void nothingOfItRunsInABrowser() {
    try (Browser browser = Browser.open()) {
      browser.go(room.room.url());
      for (String path : PAGES.keySet()) {
        if (PAGES.get(path).select(".reading, .heading, .opening, .card").isEmpty()) {
          continue;
        }
        browser.go(room.origin + path);
        assertThat(browser.<Boolean>run("return window.hit === undefined")).as(path).isTrue();
      }
    }
  }
}
