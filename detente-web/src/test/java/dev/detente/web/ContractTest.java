package dev.detente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.detente.article.DetenteException;
import dev.detente.ledger.Ledger;
import dev.detente.record.ArticleRecord;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The running server does as {@code openapi.yaml} says, whatever it is asked: every operation is
 * asked with good, random and hostile values, and each answer is held to what the contract has for
 * it. The dice are those of a seed, so that a failure comes again.
 */
class ContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROUNDS = Integer.getInteger("detente.fuzz.rounds", 60);

  private static final List<String> HOSTILE =
      List.of(
          "",
          " ",
          "-",
          "*",
          "\"",
          "'",
          "' OR 1=1 --",
          "'; DROP TABLE article; --",
          "\\",
          "%",
          "%00",
          "\u0000",
          "\ud83d",
          "\u202e\u2066",
          "../../../../etc/passwd",
          "<script>alert(1)</script>",
          "{{t.title}}",
          "${jndi:ldap://x}",
          "9999-12-31",
          "-0001",
          "0000-00-00",
          "99999999999999999999",
          "-1",
          "1e309",
          "NaN",
          "null",
          "a".repeat(199),
          "b".repeat(5000),
          "\"never closed",
          "x*",
          "*x",
          "-a -b",
          "( AND OR NOT",
          ",,,",
          "å".repeat(120),
          "none.0",
          "2031-03-14.zzzzzzzzzzzz",
          "2031-13-45.1",
          "0000000000000000-s0-0",
          "ffffffffffffffff-e999999999-999999999");

  @TempDir static Path folder;
  private static TestRoom room;
  private static JsonNode contract;

  @BeforeAll
  static void open() throws IOException {
    ArticleRecord first = TestRoom.coded().get(0).record();
    room =
        new TestRoom(
            Ledger.write(TestRoom.ledger(folder)),
            TestRoom.settings()
                .with(
                    (body, form) -> {
                      if (body.length % 3 == 0) {
                        throw new DetenteException("DET-0104", "nothing there");
                      }
                      return first;
                    }));
    contract =
        new ObjectMapper(new YAMLFactory()).readTree(room.get("/api/v1/openapi.yaml").body());
  }

  @AfterAll
  static void close() {
    room.close();
  }

  private record Operation(String path, String method, JsonNode node) {}

  private static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    contract
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        method ->
                            operations.add(
                                new Operation(path.getKey(), method.getKey(), method.getValue()))));
    return operations;
  }

  private static JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText("");
    return reference.isEmpty() ? node : contract.at(reference.substring(1));
  }

  @TestFactory
  Stream<DynamicTest> everyOperationKeepsItsContractWhateverItIsAsked() {
    return operations().stream()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.method() + " " + operation.path(), () -> ask(operation)));
  }

  private static void ask(Operation operation) throws IOException {
    Random dice = new Random(operation.path().hashCode());
    Set<Integer> statuses = new TreeSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      // The first with nothing that need not be given.
      HttpRequest.Builder request = request(operation, round == 0 ? null : dice);
      HttpResponse<String> answer = TestRoom.send(request);
      check(operation, request.build(), answer);
      statuses.add(answer.statusCode());
    }
    assertThat(statuses).as("answers of " + operation.path()).isNotEmpty();
  }

  private static HttpRequest.Builder request(Operation operation, Random dice) {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    for (JsonNode reference : operation.node().path("parameters")) {
      JsonNode parameter = resolved(reference);
      String name = parameter.path("name").asText();
      String value = dice == null ? good(parameter) : value(parameter, dice);
      if (parameter.path("in").asText().equals("path")) {
        // An empty piece of a path would be another path.
        path = path.replace("{" + name + "}", encoded(value.isBlank() ? "x" : value));
      } else if (parameter.path("in").asText().equals("query")
          && (dice == null ? parameter.path("required").asBoolean() : asked(parameter, dice))) {
        query.add(name + "=" + encoded(value));
        if (dice != null && dice.nextInt(10) == 0) {
          query.add(name + "=" + encoded(value(parameter, dice)));
        }
      }
    }
    HttpRequest.Builder request =
        room.request("/api/v1" + path + (query.isEmpty() ? "" : "?" + String.join("&", query)))
            .header("Authorization", "Bearer " + TestRoom.TOKEN);
    JsonNode content = operation.node().path("requestBody").path("content");
    if (content.isMissingNode()) {
      return request.method(
          operation.method().toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.noBody());
    }
    List<String> types = new ArrayList<>();
    content.fieldNames().forEachRemaining(types::add);
    String type = types.get(dice == null ? 0 : dice.nextInt(types.size()));
    String body = body(resolved(content.path(type).path("schema")), type, dice);
    return request
        .header("Content-Type", dice != null && dice.nextInt(12) == 0 ? "text/x-odd" : type)
        .method(
            operation.method().toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.ofString(body));
  }

  /** What must be given is left out now and then. */
  private static boolean asked(JsonNode parameter, Random dice) {
    return parameter.path("required").asBoolean() ? dice.nextInt(8) > 0 : dice.nextInt(3) == 0;
  }

  private static String body(JsonNode schema, String type, Random dice) {
    if (!type.equals("application/json")) {
      return dice == null ? "Et krav." : HOSTILE.get(dice.nextInt(HOSTILE.size()));
    }
    if (dice != null && dice.nextInt(4) == 0) {
      return List.of("", "{", "[]", "null", "\"x\"", "[[[[[[", "{\"text\":", "1e999", "{\"a\":{}}")
          .get(dice.nextInt(9));
    }
    ObjectNode object = JSON.createObjectNode();
    Set<String> required = new TreeSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema
        .path("properties")
        .fields()
        .forEachRemaining(
            property -> {
              JsonNode its = resolved(property.getValue());
              boolean asked = required.contains(property.getKey());
              if (dice == null ? asked : dice.nextInt(asked ? 8 : 2) > 0) {
                object.set(property.getKey(), member(its, dice));
              }
            });
    return object.toString();
  }

  private static JsonNode member(JsonNode schema, Random dice) {
    if (dice != null && dice.nextInt(6) == 0) {
      return List.<JsonNode>of(
              JSON.nullNode(),
              JSON.getNodeFactory().numberNode(-1),
              JSON.createArrayNode().add("x"),
              JSON.createObjectNode().put("x", 1),
              JSON.getNodeFactory().booleanNode(true))
          .get(dice.nextInt(5));
    }
    if (schema.path("type").asText().equals("array")) {
      ArrayNode array = JSON.createArrayNode();
      array.add(member(resolved(schema.path("items")), dice));
      return array;
    }
    return JSON.getNodeFactory()
        .textNode(
            dice == null
                ? good(JSON.createObjectNode().set("schema", schema))
                : value(JSON.createObjectNode().set("schema", schema), dice));
  }

  private static String good(JsonNode parameter) {
    JsonNode schema = resolved(parameter.path("schema"));
    if (schema.path("format").asText().equals("date")) {
      return "2031-03-11";
    }
    if (schema.path("enum").size() > 0) {
      return schema.path("enum").path(0).asText();
    }
    return switch (parameter.path("name").asText()) {
      case "id" -> "nb-1";
      case "address" -> address();
      default -> "Et krav";
    };
  }

  /** Of a statement that is there. */
  private static String address() {
    ArticleRecord record = TestRoom.coded().get(0).record();
    Matcher found =
        Pattern.compile("href=\"/r/([0-9a-f]{16}-s\\d+-\\d+)\"")
            .matcher(room.get("/articles/" + record.article().id()).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String value(JsonNode parameter, Random dice) {
    JsonNode schema = resolved(parameter.path("schema"));
    if (parameter.path("name").asText().equals("address") && dice.nextBoolean()) {
      return address();
    }
    if (schema.path("enum").size() > 0 && dice.nextInt(3) > 0) {
      return schema.path("enum").path(dice.nextInt(schema.path("enum").size())).asText();
    }
    if (schema.path("type").asText().equals("integer") && dice.nextBoolean()) {
      return Integer.toString(dice.nextInt(600) - 50);
    }
    return switch (dice.nextInt(4)) {
      case 0 ->
          List.of(
                  "Norge",
                  "demand",
                  "nb",
                  "2031-03",
                  "Kystposten",
                  "DENY,REQUEST",
                  "actual",
                  "Isl*",
                  "NOR,ISL",
                  "ISL",
                  "same,denies",
                  "nb-1")
              .get(dice.nextInt(12));
      case 1 -> noise(dice);
      default -> HOSTILE.get(dice.nextInt(HOSTILE.size()));
    };
  }

  private static String noise(Random dice) {
    StringBuilder noise = new StringBuilder();
    for (int i = dice.nextInt(20); i >= 0; i--) {
      noise.appendCodePoint(dice.nextInt(3) == 0 ? dice.nextInt(0x10FFFF) : 32 + dice.nextInt(95));
    }
    return noise.toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void check(Operation operation, HttpRequest request, HttpResponse<String> answer)
      throws IOException {
    String asked = answer.statusCode() + " " + operation.method() + " " + request.uri();
    assertThat(answer.statusCode()).as(asked).isLessThan(500);
    assertThat(answer.body())
        .as(asked)
        .doesNotContain("\tat ", "Exception", "java.", "org.duckdb", "DET-0801");
    if (answer.statusCode() == 414 || answer.statusCode() == 431) {
      // Too long to be a request at all.
      return;
    }
    if (answer.statusCode() == 404 || answer.statusCode() == 400) {
      // A path may be hostile in a way that no route is asked at all.
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .as(asked)
          .startsWith("application/problem+json");
      if (request.uri().getRawPath().contains("%")) {
        return;
      }
    }
    JsonNode response =
        resolved(operation.node().path("responses").path(Integer.toString(answer.statusCode())));
    assertThat(response.isMissingNode()).as(asked + " is not in the contract").isFalse();
    if (answer.statusCode() == 304 || answer.statusCode() == 204) {
      return;
    }
    String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    JsonNode content = response.path("content");
    assertThat(content.has(type)).as(asked + " as " + type).isTrue();
    if (type.endsWith("json")) {
      JsonNode schema = content.path(type).path("schema");
      assertThat(schema(schema).validate(JSON.readTree(answer.body()))).as(asked).isEmpty();
    }
  }

  private static JsonSchema schema(JsonNode schema) {
    ObjectNode whole = JSON.createObjectNode();
    whole.set("components", contract.path("components"));
    whole.set("allOf", JSON.createArrayNode().add(schema));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
  }

  @Test
  void theContractHasEveryOperationOfTheServer() {
    Set<String> known = new TreeSet<>();
    operations()
        .forEach(
            operation ->
                known.add(
                    operation.method().toUpperCase(Locale.ROOT) + " /api/v1" + operation.path()));
    known.add("GET /api/v1/openapi.yaml");
    assertThat(new TreeSet<>(room.room.routes())).isEqualTo(known);
  }

  @Test
  void everyParameterIsNamedOnce() {
    for (Operation operation : operations()) {
      List<String> names = new ArrayList<>();
      for (JsonNode reference : operation.node().path("parameters")) {
        JsonNode parameter = resolved(reference);
        assertThat(parameter.path("name").asText()).as(operation.path()).isNotEmpty();
        names.add(parameter.path("name").asText());
      }
      assertThat(names).as(operation.path()).doesNotHaveDuplicates();
    }
    Iterator<Map.Entry<String, JsonNode>> paths = contract.path("paths").fields();
    assertThat(paths.hasNext()).isTrue();
  }
}
