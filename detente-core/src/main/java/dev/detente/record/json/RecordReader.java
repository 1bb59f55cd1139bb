package dev.detente.record.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.DetenteException;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.record.Act;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Link;
import dev.detente.record.Place;
import dev.detente.record.Quantity;
import dev.detente.record.Relation;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import dev.detente.record.TimeExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RecordWriter} writes; unknown keys are passed over. Thread-safe. */
public final class RecordReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordReader() {}

  /**
   * The record of a JSON object.
   *
   * @throws DetenteException DET-0401 when it is not JSON, DET-0402 when it is not a record
   */
  public static ArticleRecord read(String json) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new DetenteException(
          "DET-0401",
          "not JSON: " + e.getOriginalMessage() + "; give one record per line as `read` writes it",
          e);
    }
    if (!RecordWriter.SCHEMA.equals(root.path("schema").asText())) {
      throw new DetenteException(
          "DET-0402",
          "not a record: \"schema\" is "
              + root.path("schema")
              + ", expected \""
              + RecordWriter.SCHEMA
              + "\"; give a line that `read --format jsonl` wrote");
    }
    try {
      return record(root);
    } catch (IllegalArgumentException e) {
      throw new DetenteException(
          "DET-0402",
          "not a record: " + e.getMessage() + "; give a line that `read --format jsonl` wrote",
          e);
    }
  }

  private static ArticleRecord record(JsonNode root) {
    return new ArticleRecord(
        article(root.path("article")),
        list(root, "actors", RecordReader::actor),
        list(root, "statements", RecordReader::statement),
        list(root, "events", RecordReader::event),
        list(root, "links", RecordReader::link),
        list(
            root,
            "times",
            node -> new TimeExpression(span(node, "span"), string(node, "value"), why(node))),
        list(root, "places", RecordReader::place),
        root.path("article").path("truncated").asBoolean());
  }

  private static Article article(JsonNode node) {
    return new Article(
        string(node, "id"),
        text(node, "language"),
        text(node, "published"),
        text(node, "outlet"),
        text(node, "url"),
        text(node, "title"),
        ArticleText.of(string(node, "text")),
        list(
            node,
            "passages",
            passage ->
                new Passage(
                    PassageKind.valueOf(string(passage, "kind").toUpperCase(Locale.ROOT)),
                    span(passage, "span"))));
  }

  private static Actor actor(JsonNode node) {
    return new Actor(
        string(node, "id"),
        string(node, "name"),
        ActorKind.valueOf(string(node, "kind").toUpperCase(Locale.ROOT)),
        text(node, "country"),
        text(node, "sector"),
        text(node, "role"),
        list(node, "mentions", RecordReader::span),
        why(node));
  }

  private static Statement statement(JsonNode node) {
    return new Statement(
        string(node, "id"),
        text(node, "speaker"),
        spanOrNull(node, "speaker_span"),
        spanOrNull(node, "cue"),
        list(node, "content", RecordReader::span),
        StatementKind.valueOf(string(node, "kind").toUpperCase(Locale.ROOT)),
        Act.of(string(node, "act")),
        text(node, "addressee"),
        list(node, "via", JsonNode::asText),
        text(node, "date"),
        text(node, "place"),
        why(node));
  }

  private static Event event(JsonNode node) {
    return new Event(
        string(node, "id"),
        EventType.valueOf(string(node, "type")),
        text(node, "mode"),
        list(node, "contexts", JsonNode::asText),
        text(node, "cameo"),
        number(node, "goldstein"),
        node.path("score").asDouble(),
        string(node, "quad"),
        list(node, "actors", JsonNode::asText),
        list(node, "recipients", JsonNode::asText),
        text(node, "place"),
        text(node, "date"),
        EventStatus.valueOf(string(node, "status").toUpperCase(Locale.ROOT)),
        text(node, "statement"),
        list(
            node,
            "quantities",
            quantity ->
                new Quantity(
                    string(quantity, "of"),
                    quantity.path("value").asDouble(),
                    text(quantity, "bound"),
                    span(quantity, "span"))),
        span(node, "anchor"),
        span(node, "evidence"),
        why(node));
  }

  private static Link link(JsonNode node) {
    return new Link(
        string(node, "from"),
        Relation.valueOf(string(node, "relation").toUpperCase(Locale.ROOT)),
        string(node, "to"),
        node.path("confidence").asDouble(),
        why(node));
  }

  private static Place place(JsonNode node) {
    String precision = text(node, "precision");
    return new Place(
        string(node, "id"),
        span(node, "span"),
        string(node, "name"),
        text(node, "country"),
        number(node, "lat"),
        number(node, "lon"),
        precision == null ? "point" : precision,
        why(node));
  }

  private static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> each) {
    List<T> out = new ArrayList<>();
    for (JsonNode element : node.path(name)) {
      out.add(each.apply(element));
    }
    return out;
  }

  private static Span span(JsonNode node, String name) {
    return span(node.path(name));
  }

  private static @Nullable Span spanOrNull(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() ? null : span(value);
  }

  private static Span span(JsonNode value) {
    if (value.size() != 2 || !value.path(0).isInt() || !value.path(1).isInt()) {
      throw new IllegalArgumentException("a span is [start, end], found " + value);
    }
    return new Span(value.path(0).intValue(), value.path(1).intValue());
  }

  private static String why(JsonNode node) {
    String why = text(node, "why");
    return why == null ? "" : why;
  }

  private static String string(JsonNode node, String name) {
    String value = text(node, name);
    if (value == null) {
      throw new IllegalArgumentException("\"" + name + "\" is missing in " + brief(node));
    }
    return value;
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isTextual() ? value.textValue() : null;
  }

  private static @Nullable Double number(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isNumber() ? (Double) value.doubleValue() : null;
  }

  private static String brief(JsonNode node) {
    String whole = node.toString();
    return whole.length() <= 80 ? whole : whole.substring(0, 80) + "...";
  }
}
