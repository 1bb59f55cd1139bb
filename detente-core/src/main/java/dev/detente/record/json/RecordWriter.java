package dev.detente.record.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.detente.article.Article;
import dev.detente.article.Passage;
import dev.detente.article.Span;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Link;
import dev.detente.record.Place;
import dev.detente.record.Quantity;
import dev.detente.record.Statement;
import dev.detente.record.TimeExpression;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as JSON: the same record gives the same characters, with the keys in the order of
 * the schema.
 *
 * <p>Text is written as it stands, apart from what JSON must escape; a lone surrogate, which no
 * encoding can hold, is written as its {@code \}{@code uD800} escape. Thread-safe.
 */
public final class RecordWriter {
  /** The value of {@code schema} in every record. */
  public static final String SCHEMA = "detente/record/1";

  private static final JsonFactory JSON = new JsonFactory();

  /** Characters of room for what is found in a text, beside the text itself. */
  private static final int MOST_SPARE = 1 << 20;

  private RecordWriter() {}

  /** The record on one line, without the line's end. */
  public static String line(ArticleRecord record) {
    return write(record, false);
  }

  /** The record over several lines, indented by two spaces; spans stay on one line. */
  public static String indented(ArticleRecord record) {
    return write(record, true);
  }

  private static String write(ArticleRecord record, boolean indent) {
    int length = record.article().text().string().length();
    StringWriter out = new StringWriter(length + Math.min(3 * length, MOST_SPARE) + 1024);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      if (indent) {
        json.setPrettyPrinter(
            new DefaultPrettyPrinter()
                .withArrayIndenter(DefaultPrettyPrinter.NopIndenter.instance)
                .withObjectIndenter(new DefaultIndenter("  ", "\n")));
      }
      write(json, record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void write(JsonGenerator json, ArticleRecord record) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeFieldName("article");
    write(json, record.article(), record.truncated());
    json.writeArrayFieldStart("actors");
    for (Actor actor : record.actors()) {
      write(json, actor);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("statements");
    for (Statement statement : record.statements()) {
      write(json, statement);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("events");
    for (Event event : record.events()) {
      write(json, event);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("links");
    for (Link link : record.links()) {
      write(json, link);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("times");
    for (TimeExpression time : record.times()) {
      json.writeStartObject();
      span(json, "span", time.span());
      string(json, "value", time.value());
      string(json, "why", time.why());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("places");
    for (Place place : record.places()) {
      write(json, place);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Article article, boolean truncated)
      throws IOException {
    json.writeStartObject();
    string(json, "id", article.id());
    string(json, "language", article.language());
    string(json, "published", article.published());
    string(json, "outlet", article.outlet());
    string(json, "url", article.url());
    string(json, "title", article.title());
    string(json, "text", article.text().string());
    json.writeArrayFieldStart("passages");
    for (Passage passage : article.passages()) {
      json.writeStartObject();
      string(json, "kind", passage.kind().label());
      span(json, "span", passage.span());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (truncated) {
      json.writeBooleanField("truncated", true);
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Actor actor) throws IOException {
    json.writeStartObject();
    string(json, "id", actor.id());
    string(json, "name", actor.name());
    string(json, "kind", actor.kind().label());
    string(json, "country", actor.country());
    string(json, "sector", actor.sector());
    string(json, "role", actor.role());
    spans(json, "mentions", actor.mentions());
    string(json, "why", actor.why());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Statement statement) throws IOException {
    json.writeStartObject();
    string(json, "id", statement.id());
    string(json, "speaker", statement.speaker());
    span(json, "speaker_span", statement.speakerSpan());
    span(json, "cue", statement.cue());
    spans(json, "content", statement.content());
    string(json, "kind", statement.kind().label());
    string(json, "act", statement.act().label());
    string(json, "addressee", statement.addressee());
    strings(json, "via", statement.via());
    string(json, "date", statement.date());
    string(json, "place", statement.place());
    string(json, "why", statement.why());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Event event) throws IOException {
    json.writeStartObject();
    string(json, "id", event.id());
    string(json, "type", event.type().name());
    string(json, "mode", event.mode());
    strings(json, "contexts", event.contexts());
    string(json, "cameo", event.cameo());
    number(json, "goldstein", event.goldstein());
    number(json, "score", event.score());
    string(json, "quad", event.quad());
    strings(json, "actors", event.actors());
    strings(json, "recipients", event.recipients());
    string(json, "place", event.place());
    string(json, "date", event.date());
    string(json, "status", event.status().label());
    string(json, "statement", event.statement());
    json.writeArrayFieldStart("quantities");
    for (Quantity quantity : event.quantities()) {
      json.writeStartObject();
      string(json, "of", quantity.of());
      number(json, "value", quantity.value());
      string(json, "bound", quantity.bound());
      span(json, "span", quantity.span());
      json.writeEndObject();
    }
    json.writeEndArray();
    span(json, "anchor", event.anchor());
    span(json, "evidence", event.evidence());
    string(json, "why", event.why());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Link link) throws IOException {
    json.writeStartObject();
    string(json, "from", link.from());
    string(json, "relation", link.relation().label());
    string(json, "to", link.to());
    number(json, "confidence", link.confidence());
    string(json, "why", link.why());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Place place) throws IOException {
    json.writeStartObject();
    string(json, "id", place.id());
    span(json, "span", place.span());
    string(json, "name", place.name());
    string(json, "country", place.country());
    number(json, "lat", place.lat());
    number(json, "lon", place.lon());
    string(json, "precision", place.precision());
    string(json, "why", place.why());
    json.writeEndObject();
  }

  private static void span(JsonGenerator json, String name, @Nullable Span span)
      throws IOException {
    json.writeFieldName(name);
    if (span == null) {
      json.writeNull();
    } else {
      span(json, span);
    }
  }

  private static void spans(JsonGenerator json, String name, List<Span> spans) throws IOException {
    json.writeArrayFieldStart(name);
    for (Span span : spans) {
      span(json, span);
    }
    json.writeEndArray();
  }

  private static void span(JsonGenerator json, Span span) throws IOException {
    json.writeStartArray();
    json.writeNumber(span.start());
    json.writeNumber(span.end());
    json.writeEndArray();
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      string(json, value);
    }
    json.writeEndArray();
  }

  private static void string(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else {
      string(json, value);
    }
  }

  private static void string(JsonGenerator json, String value) throws IOException {
    if (hasLoneSurrogate(value)) {
      json.writeRawValue(quoted(value));
    } else {
      json.writeString(value);
    }
  }

  /** Whole numbers without a decimal point, so that 100000 soldiers stay 100000. */
  private static void number(JsonGenerator json, String name, @Nullable Double value)
      throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " is not a number that JSON can hold: " + value);
    } else if (name.equals("value") && value == Math.rint(value) && Math.abs(value) < 1e15) {
      json.writeNumber(value.longValue());
    } else {
      json.writeNumber(value);
    }
  }

  private static boolean hasLoneSurrogate(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isSurrogate(value.charAt(i))) {
        if (isPair(value, i)) {
          i++;
        } else {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isPair(String value, int at) {
    return Character.isHighSurrogate(value.charAt(at))
        && at + 1 < value.length()
        && Character.isLowSurrogate(value.charAt(at + 1));
  }

  private static String quoted(String value) {
    StringBuilder out = new StringBuilder(value.length() + 16).append('"');
    int from = 0;
    for (int i = 0; i < value.length(); i++) {
      if (!Character.isSurrogate(value.charAt(i))) {
        continue;
      }
      if (isPair(value, i)) {
        i++;
        continue;
      }
      JsonStringEncoder.getInstance().quoteAsString(value.subSequence(from, i), out);
      out.append(String.format("\\u%04X", (int) value.charAt(i)));
      from = i + 1;
    }
    JsonStringEncoder.getInstance().quoteAsString(value.subSequence(from, value.length()), out);
    return out.append('"').toString();
  }
}
