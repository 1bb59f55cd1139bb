package dev.detente.cli.score;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A web page with annotation and output side by side and the errors by their cause: one file
 * without anything from elsewhere. Its scripts and styles stand in {@code score.html}; the articles
 * are put into it as JSON, with offsets in UTF-16 as JavaScript counts.
 */
public final class ErrorPage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA = "\"@DATA@\"";

  private ErrorPage() {}

  /** The page. */
  public static String of(List<Comparison> articles) {
    StringWriter data = new StringWriter();
    try (InputStream template = ErrorPage.class.getResourceAsStream("score.html");
        JsonGenerator json = JSON.createGenerator(data)) {
      if (template == null) {
        throw new IllegalStateException("score.html is missing");
      }
      json.writeStartArray();
      for (Comparison article : articles) {
        write(json, article);
      }
      json.writeEndArray();
      json.flush();
      String page = new String(template.readAllBytes(), StandardCharsets.UTF_8);
      int at = page.indexOf(DATA);
      // No end tag and no comment of the articles may end the script that holds them.
      return page.substring(0, at)
          + data.toString().replace("<", "\\u003c").replace("\u2028", "\\u2028")
          + page.substring(at + DATA.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(JsonGenerator json, Comparison article) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", article.id());
    json.writeStringField("language", article.language());
    json.writeStringField("origin", article.origin());
    json.writeStringField("text", article.text().string());
    json.writeObjectFieldStart("figures");
    for (String measure : article.figures().measures()) {
      json.writeFieldName(measure);
      long[] counts = article.figures().counts(measure);
      json.writeArray(counts, 0, counts.length);
    }
    json.writeEndObject();
    json.writeArrayFieldStart("gold");
    gold(json, article);
    json.writeEndArray();
    json.writeArrayFieldStart("read");
    ArticleRecord record = article.record();
    if (record != null && record.article().text().equals(article.text())) {
      read(json, record);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("differences");
    for (Difference one : article.differences()) {
      json.writeStartObject();
      json.writeStringField("group", one.group());
      json.writeStringField("cause", one.cause());
      json.writeStringField("detail", one.detail());
      spans(json, "gold", article.text(), one.goldSpans());
      spans(json, "read", article.text(), one.readSpans());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void gold(JsonGenerator json, Comparison article) throws IOException {
    GoldArticle gold = new GoldArticle(article.gold());
    for (JsonNode statement : gold.list("statements")) {
      mark(
          json,
          "statement",
          statement.path("act").asText(),
          statement.path("speaker").asText("?"),
          statement.path("id").asText(),
          article.text(),
          gold.contentSpans(statement));
    }
    for (JsonNode event : gold.list("events")) {
      List<Span> evidence = gold.findAll(event.path("evidence").asText());
      if (!evidence.isEmpty()) {
        mark(
            json,
            "event",
            event.path("type").asText(),
            joined(event.path("actors")) + " → " + joined(event.path("recipients")),
            event.path("id").asText(),
            article.text(),
            List.of(anchor(gold, event.path("anchor").asText(), evidence.get(0))));
      }
    }
  }

  /** The words that name an event, within the clause that reports it. */
  private static Span anchor(GoldArticle gold, String words, Span evidence) {
    for (Span span : gold.findAll(words)) {
      if (evidence.contains(span)) {
        return span;
      }
    }
    return evidence;
  }

  private static void read(JsonGenerator json, ArticleRecord record) throws IOException {
    ArticleText text = record.article().text();
    for (Statement statement : record.statements()) {
      mark(
          json,
          "statement",
          statement.act().label(),
          name(record, statement.speaker()),
          statement.id(),
          text,
          statement.content());
    }
    for (Event event : record.events()) {
      mark(
          json,
          "event",
          event.type().name(),
          names(record, event.actors()) + " → " + names(record, event.recipients()),
          event.id(),
          text,
          List.of(event.anchor()));
    }
  }

  private static void mark(
      JsonGenerator json,
      String kind,
      String label,
      String who,
      String id,
      ArticleText text,
      List<Span> spans)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", kind);
    json.writeStringField("label", label);
    json.writeStringField("who", who);
    json.writeStringField("id", id);
    spans(json, "spans", text, spans);
    json.writeEndObject();
  }

  private static void spans(JsonGenerator json, String key, ArticleText text, List<Span> spans)
      throws IOException {
    json.writeArrayFieldStart(key);
    for (Span span : spans) {
      json.writeArray(new int[] {text.utf16(span.start()), text.utf16(span.end())}, 0, 2);
    }
    json.writeEndArray();
  }

  private static String names(ArticleRecord record, List<String> ids) {
    List<String> names = new ArrayList<>();
    ids.forEach(id -> names.add(name(record, id)));
    return String.join(", ", names);
  }

  private static String name(ArticleRecord record, @Nullable String id) {
    for (Actor actor : record.actors()) {
      if (actor.id().equals(id)) {
        return actor.name();
      }
    }
    return "?";
  }

  private static String joined(JsonNode names) {
    List<String> list = new ArrayList<>();
    names.forEach(name -> list.add(name.asText()));
    return String.join(", ", list);
  }
}
