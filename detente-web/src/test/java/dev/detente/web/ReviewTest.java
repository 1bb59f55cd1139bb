package dev.detente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.ledger.Address;
import dev.detente.ledger.Ledger;
import dev.detente.record.ArticleRecord;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records are marked from their page and by programs, and only then. */
class ReviewTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private Path file;
  private TestRoom room;
  private Address address;

  @BeforeEach
  void open() {
    file = TestRoom.ledger(folder);
    ArticleRecord record = TestRoom.coded().get(0).record();
    try (Ledger ledger = Ledger.read(file)) {
      long content = ledger.survey().article("nb-1").orElseThrow().content();
      address = Address.of(content, record.statements().get(0));
    }
    room = new TestRoom(Ledger.write(file), TestRoom.settings());
  }

  @AfterEach
  void close() {
    room.close();
  }

  private HttpResponse<String> form(String body, String... headers) {
    return TestRoom.send(
        room.request("/r/" + address + "/marks", headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private String cookie() {
    HttpResponse<String> entered = TestRoom.send(room.request("/?token=" + TestRoom.TOKEN));
    return entered.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  @Test
  void aPersonMarksFromThePageWithoutAnyScript() {
    assertThat(room.get("/r/" + address).body())
        .contains("action=\"/r/" + address + "/marks\"", "name=\"reviewer\"", "value=\"deny\"")
        .contains("Nobody has marked this record yet");
    HttpResponse<String> answer =
        form(
            "verdict=corrected&reviewer=Ada+%3Cb%3E&act=warn&speaker=&relation=&target=&note=so",
            "Cookie", cookie(), "Origin", room.origin);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/r/" + address + "#review");
    assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
        .contains("detente-reviewer=Ada");
    String page = room.get("/r/" + address).body();
    assertThat(page).contains("Corrected", "warns", "Ada &lt;b&gt;").doesNotContain("Ada <b>");
  }

  @Test
  void anotherSiteMarksNothing() throws IOException {
    String body = "verdict=wrong&reviewer=Eve";
    assertThat(form(body, "Cookie", cookie(), "Origin", "http://evil.example").statusCode())
        .isEqualTo(401);
    assertThat(form(body, "Cookie", cookie(), "Origin", "null").statusCode()).isEqualTo(401);
    assertThat(form(body, "Cookie", cookie()).statusCode()).isEqualTo(401);
    assertThat(form(body, "Origin", room.origin).statusCode()).isEqualTo(401);
    assertThat(JSON.readTree(room.get("/api/v1/marks").body()).path("items")).isEmpty();
  }

  @Test
  void aProgramMarksAndReadsWhatOthersMarked() throws IOException {
    String path = "/api/v1/records/" + address + "/marks";
    HttpResponse<String> made =
        room.post(path, "application/json", "{\"verdict\":\"right\",\"reviewer\":\"Ada\"}");
    assertThat(made.statusCode()).isEqualTo(201);
    room.post(path, "application/json", "{\"verdict\":\"wrong\",\"reviewer\":\"Bo\"}");
    JsonNode here = JSON.readTree(room.get(path).body()).path("items");
    assertThat(here.findValuesAsText("reviewer")).containsExactly("Bo", "Ada");
    JsonNode first = JSON.readTree(room.get("/api/v1/marks?size=1").body());
    assertThat(first.path("items")).hasSize(1);
    JsonNode second = JSON.readTree(room.get(first.path("next").asText()).body());
    assertThat(second.path("items").findValuesAsText("reviewer")).containsExactly("Ada");
    assertThat(second.path("next").isNull()).isTrue();
  }

  @Test
  void whatCannotBeIsToldWithItsCode() throws IOException {
    String path = "/api/v1/records/" + address + "/marks";
    HttpResponse<String> answer =
        room.post(
            path,
            "application/json",
            "{\"verdict\":\"corrected\",\"reviewer\":\"Ada\",\"act\":\"sing\"}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo("DET-0714");
    assertThat(
            room.post(
                    "/api/v1/records/0000000000000000-s1-2/marks",
                    "application/json",
                    "{\"verdict\":\"right\",\"reviewer\":\"Ada\"}")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void marksAreKeptInTheLedger() {
    room.post(
        "/api/v1/records/" + address + "/marks",
        "application/json",
        "{\"verdict\":\"wrong\",\"reviewer\":\"Ada\"}");
    room.close();
    try (Ledger ledger = Ledger.read(file)) {
      assertThat(ledger.marks().holding()).hasSize(1);
    }
    room = new TestRoom(Ledger.read(file), TestRoom.settings());
    assertThat(room.get("/r/" + address).body())
        .contains("Ada", "open to read alone")
        .doesNotContain("<form method=\"post\"");
    assertThat(
            room.post(
                    "/api/v1/records/" + address + "/marks",
                    "application/json",
                    "{\"verdict\":\"right\",\"reviewer\":\"Ada\"}")
                .statusCode())
        .isEqualTo(403);
  }
}
