package dev.detente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.Article;
import dev.detente.codebook.Codebook;
import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.Adding;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.ledger.story.ClaimSheet;
import dev.detente.ledger.story.DemandLife;
import dev.detente.ledger.story.Story;
import dev.detente.ledger.tension.Step;
import dev.detente.ledger.tension.Tension;
import dev.detente.ledger.tension.TensionPoint;
import dev.detente.record.ArticleRecord;
import dev.detente.record.EventStatus;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known across articles is told by the API as the ledger has it. */
class AcrossApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDateTime NOW = LocalDateTime.of(2031, 3, 17, 12, 0);

  @TempDir static Path folder;
  private static TestRoom room;
  private static List<ClaimSheet> claims;
  private static List<DemandLife> demands;
  private static List<CrossLink> links;
  private static List<Story> stories;
  private static List<TensionPoint> tension;

  @BeforeAll
  static void open() {
    Path file = TestRoom.ledger(folder);
    try (Ledger ledger = Ledger.write(file)) {
      Adding adding = ledger.adding(Codebook.bundled());
      // Those without an address of their own, printed once more.
      adding.add(again(1, "nn-2"), false, NOW);
      adding.add(again(3, "en-3"), false, NOW);
      adding.commit(NOW);
      AcrossArticles across = new AcrossArticles(ledger);
      claims = across.sheets(across.claims(), 0, across.claims().size());
      demands = across.demands(Codebook.bundled());
      links =
          ledger.links().stream()
              .sorted(Comparator.comparing((CrossLink link) -> link.from().article()))
              .toList();
      stories = across.stories();
      List<String> parties = List.of("ISL", "NOR");
      tension =
          Tension.between(parties, across.deeds(parties).deeds(), EventStatus.ACTUAL, Step.MONTH);
    }
    room = new TestRoom(Ledger.read(file), TestRoom.settings());
    assertThat(claims).isNotEmpty();
    assertThat(demands).isNotEmpty();
    assertThat(links).hasSizeGreaterThan(1);
    assertThat(stories).hasSizeGreaterThan(1);
    assertThat(tension).isNotEmpty();
  }

  private static CodedArticle again(int number, String id) {
    ArticleRecord record = TestRoom.coded().get(number).record();
    Article article = record.article();
    return CodedArticle.of(
        new ArticleRecord(
            new Article(
                id,
                article.language(),
                article.published(),
                "Avisen",
                null,
                null,
                article.text(),
                article.passages()),
            record.actors(),
            record.statements(),
            record.events(),
            record.links(),
            record.times(),
            record.places(),
            false),
        null,
        "m",
        "c");
  }

  @AfterAll
  static void close() {
    room.close();
  }

  private static JsonNode json(String path) throws IOException {
    HttpResponse<String> answer = room.get("/api/v1" + path);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** All items, by pages of one. */
  private static List<JsonNode> items(String path) throws IOException {
    List<JsonNode> items = new ArrayList<>();
    String next = path + (path.contains("?") ? "&" : "?") + "size=1";
    while (next != null) {
      JsonNode page = json(next);
      assertThat(page.path("items")).hasSizeLessThanOrEqualTo(1);
      page.path("items").forEach(items::add);
      next = page.path("next").isNull() ? null : page.path("next").asText().substring(7);
    }
    return items;
  }

  private static List<JsonNode> nodes(List<? extends Map<String, ?>> fields) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (Map<String, ?> one : fields) {
      nodes.add(JSON.readTree(JSON.writeValueAsString(one)));
    }
    return nodes;
  }

  private static void told(
      String name, String query, List<? extends Map<String, ?>> fields, int rows)
      throws IOException {
    List<JsonNode> expected = nodes(fields);
    assertThat(items("/" + name + query)).containsExactlyInAnyOrderElementsOf(expected);
    HttpResponse<String> lines = room.get("/api/v1/" + name + ".jsonl" + query);
    List<JsonNode> read = new ArrayList<>();
    for (String line : lines.body().lines().toList()) {
      read.add(JSON.readTree(line));
    }
    assertThat(read).isEqualTo(items("/" + name + query));
    HttpResponse<String> table = room.get("/api/v1/" + name + ".csv" + query);
    assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(table.body().split("\r\n")).hasSize(1 + rows);
    String tag = table.headers().firstValue("ETag").orElseThrow();
    assertThat(room.get("/api/v1/" + name + ".csv" + query, "If-None-Match", tag).statusCode())
        .isEqualTo(304);
    HttpResponse<String> page = room.get("/api/v1/" + name + query);
    assertThat(
            room.get(
                    "/api/v1/" + name + query,
                    "If-None-Match",
                    page.headers().firstValue("ETag").orElseThrow())
                .statusCode())
        .isEqualTo(304);
  }

  @Test
  void claims() throws IOException {
    told(
        "claims",
        "",
        claims.stream().map(ClaimSheet::fields).toList(),
        claims.stream().mapToInt(sheet -> sheet.rows().size()).sum());
    ClaimSheet first = claims.get(0);
    String article = first.claims().get(0).end().article();
    assertThat(items("/claims?article=" + article)).isNotEmpty();
    assertThat(items("/claims?by=" + first.claims().get(0).party())).isNotEmpty();
    assertThat(items("/claims?by=nobody")).isEmpty();
  }

  @Test
  void demands() throws IOException {
    told(
        "demands",
        "",
        demands.stream().map(DemandLife::fields).toList(),
        demands.stream().mapToInt(life -> life.rows().size()).sum());
    assertThat(items("/demands?by=ISL")).isNotEmpty();
    assertThat(items("/demands?by=FRA")).isEmpty();
  }

  @Test
  void links() throws IOException {
    told("links", "", links.stream().map(CrossLink::fields).toList(), links.size());
    CrossLink first = links.get(0);
    assertThat(items("/links?relation=" + first.relation().label() + "&article=nn-2"))
        .isEqualTo(
            items("/links").stream()
                .filter(
                    link ->
                        link.path("relation").asText().equals(first.relation().label())
                            && (link.at("/from/article").asText().equals("nn-2")
                                || link.at("/to/article").asText().equals("nn-2")))
                .toList());
    assertThat(items("/links?least=1"))
        .isEqualTo(
            items("/links").stream()
                .filter(link -> link.path("confidence").asDouble() >= 1)
                .toList());
    assertThat(items("/links?article=nobody")).isEmpty();
  }

  @Test
  void stories() throws IOException {
    told(
        "stories",
        "",
        stories.stream().map(Story::fields).toList(),
        stories.stream().mapToInt(Story::printings).sum());
    assertThat(items("/stories?reports=9")).isEmpty();
  }

  @Test
  void tension() throws IOException {
    told(
        "tension",
        "?between=ISL,NOR&by=month",
        tension.stream().map(TensionPoint::fields).toList(),
        tension.size());
    TensionPoint point =
        tension.stream().filter(one -> one.value() != null).findFirst().orElseThrow();
    JsonNode events =
        json("/tension/" + point.from().plusDays(3) + "?between=ISL,NOR&by=month").path("items");
    double sum = 0;
    List<String> counted = new ArrayList<>();
    for (JsonNode event : events) {
      // What several articles tell gives its points once.
      if (point.parts().stream()
          .anyMatch(part -> part.event().equals(event.path("event").asText()))) {
        sum += event.path("gives").asDouble();
        counted.add(event.path("event").asText());
      }
    }
    assertThat(counted).hasSameSizeAs(point.parts());
    assertThat(sum).isCloseTo(point.value(), org.assertj.core.api.Assertions.within(0.1));
  }

  @Test
  void whatCannotBeUnderstoodIsSaid() throws IOException {
    for (String wrong :
        List.of(
            "/links?relation=hates",
            "/links?least=2",
            "/links?cursor=7",
            "/claims?cursor=x",
            "/stories?reports=none",
            "/tension",
            "/tension?between=NOR&by=year",
            "/tension.csv?between=NOR&status=maybe",
            "/tension/today?between=NOR")) {
      HttpResponse<String> answer = room.get("/api/v1" + wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
      assertThat(JSON.readTree(answer.body()).path("detail").asText()).as(wrong).isNotBlank();
    }
  }
}
