package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What commands tell of the bundled examples, of which several papers tell the same in nb, nn and
 * en.
 */
class AcrossCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;

  @BeforeAll
  static void add() {
    Run run = run("add", Run.ROOT.resolve("examples"));
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static Run run(Object... arguments) {
    List<Object> all = new ArrayList<>(Arrays.asList(arguments));
    all.add("--ledger");
    all.add(folder.resolve("examples.duckdb"));
    return Run.piped("", all.toArray());
  }

  private static List<JsonNode> lines(Object... arguments) throws IOException {
    Run run = run(arguments);
    assertThat(run.code()).as(run.err()).isZero();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  @Test
  void linksAreWrittenAsTheContractHasThem() throws IOException {
    List<JsonNode> links = lines("links", "--format", "jsonl");

    assertThat(links).hasSizeGreaterThan(5);
    for (JsonNode link : links) {
      assertThat(link.path("from").path("article").asText()).isNotEmpty();
      assertThat(link.path("from").path("id").asText()).matches("[se]\\d+");
      assertThat(link.path("to").path("id").asText()).matches("[se]\\d+");
      assertThat(link.path("relation").asText())
          .isIn("same", "denies", "rejects", "confirms", "repeats", "answers");
      assertThat(link.path("confidence").asDouble()).isBetween(0.4, 1.0);
      assertThat(link.path("why").asText()).isNotEmpty();
    }
    List<JsonNode> denials = lines("links", "--relation", "denies", "--format", "jsonl");
    assertThat(denials).isNotEmpty().hasSizeLessThan(links.size());
  }

  @Test
  void everyArticleIsInOneStoryAndOneReport() throws IOException {
    List<String> articles = new ArrayList<>();
    List<String> printings = new ArrayList<>();
    boolean together = false;
    for (JsonNode story : lines("stories", "--format", "jsonl")) {
      story.path("articles").forEach(article -> articles.add(article.asText()));
      story
          .path("reports")
          .forEach(report -> report.path("printings").forEach(one -> printings.add(one.asText())));
      together |= story.path("reports").size() > 1;
    }
    assertThat(articles).doesNotHaveDuplicates().hasSizeGreaterThan(8).isEqualTo(printings);
    assertThat(together).isTrue();
  }

  @Test
  void decisionsAboutWhoIsWhoHoldAndAreTakenBack() throws IOException {
    List<JsonNode> before = lines("actors", "--format", "jsonl");
    JsonNode first = named(before, "person", 0);
    JsonNode second = named(before, "person", 1);
    String one = first.path("entity").asText();
    String other = second.path("entity").asText();

    Run merged = run("actors", "merge", one, other, "--by", "KN", "--reason", "a test");
    assertThat(merged.code()).as(merged.err()).isZero();
    List<JsonNode> after = lines("actors", "--format", "jsonl");
    assertThat(after).noneMatch(entity -> entity.path("entity").asText().equals(one));
    assertThat(members(after, other))
        .hasSize(first.path("members").size() + second.path("members").size());

    assertThat(run("actors", "undo", other).code()).isZero();
    assertThat(lines("actors", "--format", "jsonl")).isEqualTo(before);
  }

  private static JsonNode named(List<JsonNode> entities, String kind, int at) {
    return entities.stream()
        .filter(entity -> entity.path("kind").asText().equals(kind))
        .filter(entity -> entity.path("entity").asText().startsWith(kind + ":"))
        .toList()
        .get(at);
  }

  private static List<JsonNode> members(List<JsonNode> entities, String id) {
    List<JsonNode> members = new ArrayList<>();
    for (JsonNode entity : entities) {
      if (entity.path("entity").asText().equals(id)) {
        entity.path("members").forEach(members::add);
      }
    }
    return members;
  }

  @Test
  void mistakesAreToldWithTheirCode() {
    assertThat(run("actors", "merge", "person:nobody", "NOR", "--by", "KN").err())
        .contains("DET-0254");
    assertThat(run("actors", "split", "NOR", "nowhere#a1", "--by", "KN").err())
        .contains("DET-0252");
    assertThat(run("actors", "undo", "NOR").err()).contains("DET-0253");
    assertThat(run("links", "--relation", "likes").err()).contains("DET-0251");
    assertThat(run("tension", "--between", "NOR,ISL", "--by", "hour").err()).contains("DET-0255");
  }

  @Test
  void claimsHaveTheirVoices() throws IOException {
    List<JsonNode> claims = lines("claims", "--format", "jsonl");

    assertThat(claims).isNotEmpty();
    for (JsonNode claim : claims) {
      assertThat(claim.path("claims")).isNotEmpty();
      assertThat(claim.path("denials").size() + claim.path("confirmations").size()).isPositive();
    }
  }

  @Test
  void theSheetOfAPointGivesItsValue() throws IOException {
    JsonNode point = null;
    for (JsonNode one : lines("tension", "--between", "NOR,ISL", "--by", "week")) {
      if (point == null || one.path("parts").size() > point.path("parts").size()) {
        point = one;
      }
    }
    assertThat(point).isNotNull();
    double sum = 0;
    for (JsonNode part : point.path("parts")) {
      sum += part.path("gives").asDouble();
    }
    double value = point.path("tension").asDouble();
    assertThat(sum).isBetween(value - 0.1, value + 0.1);
    assertThat(value).isBetween(point.path("low").asDouble(), point.path("high").asDouble());
    assertThat(
            lines(
                "tension",
                "--between",
                "NOR,ISL",
                "--by",
                "week",
                "--point",
                point.path("from").asText()))
        .hasSizeGreaterThanOrEqualTo(point.path("parts").size());
  }

  @Test
  void everythingIsThereForPeopleAndAsCsv() {
    for (String command : List.of("links", "actors", "stories", "claims", "demands")) {
      assertThat(run(command, "--format", "text").out()).as(command).isNotEmpty();
      assertThat(run(command, "--format", "csv").out().lines().count()).as(command).isPositive();
    }
    assertThat(run("tension", "--between", "NOR,ISL", "--format", "text").out()).contains("│");
    assertThat(run("actors", "NOR", "--why", "--format", "text").out()).contains("state NOR");
  }
}
