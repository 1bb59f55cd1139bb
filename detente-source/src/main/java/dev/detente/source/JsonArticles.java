package dev.detente.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.DetenteException;
import dev.detente.article.PublicationDate;
import dev.detente.record.json.RecordReader;
import dev.detente.record.json.RecordWriter;
import dev.detente.source.agency.Ninjs;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON objects as articles, read as the record contract says: {@code text} and what is known. */
final class JsonArticles {
  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Limits.DEFAULT.bytesPerArticle())
                  .maxNestingDepth(200)
                  .build())
          .build();

  private static final ObjectMapper MAPPER = new ObjectMapper(JSON);

  private static final String SCHEMAS = "detente/";

  /** How the lines begin that Detente writes: records, and links and messages beside them. */
  private static final String OURS = "{\"schema\":\"" + SCHEMAS;

  /** What is read of an article. */
  static final Set<String> KEYS =
      Set.of("id", "text", "published", "language", "outlet", "url", "title");

  private JsonArticles() {}

  /**
   * The article of one line.
   *
   * @param where file and line for messages
   * @param id the id when the object has none; null for a hash of the text
   * @return null for a line of ours that is about articles and no record
   */
  static @Nullable Incoming ofLine(
      String json, String where, @Nullable String id, Metadata metadata) {
    if (json.startsWith(OURS)) {
      return ours(json, where);
    }
    try (JsonParser parser = JSON.createParser(json)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        return noObject(where);
      }
      Incoming article = ofObject(parser, where, id, metadata);
      if (parser.nextToken() != null) {
        return Incoming.failed(
            "DET-0107",
            where
                + ", column "
                + parser.currentTokenLocation().getColumnNr()
                + ": something follows the JSON object; give one article per line");
      }
      return article;
    } catch (JsonProcessingException e) {
      return broken(e, where, false);
    } catch (IOException e) {
      return Incoming.failed("DET-0102", where + ": cannot be read: " + e.getMessage());
    }
  }

  /** What a line of ours holds: a record; null for one about articles. */
  static @Nullable Incoming ours(String json, String where) {
    if (!json.startsWith(OURS + RecordWriter.SCHEMA.substring(SCHEMAS.length()) + '"')) {
      return null;
    }
    try {
      return Incoming.read(RecordReader.read(json));
    } catch (DetenteException e) {
      return new Incoming(null, new DetenteException(e.code(), where + ": " + e.getMessage(), e));
    }
  }

  /** The failure for JSON that is something else than an object. */
  static Incoming noObject(String where) {
    return Incoming.failed(
        "DET-0107", where + ": not a JSON object; an article is {\"text\": \"...\"}");
  }

  /**
   * The failure for JSON that cannot be parsed.
   *
   * @param withLine whether the parser's line is the file's
   */
  static Incoming broken(JsonProcessingException e, String where, boolean withLine) {
    String place = "";
    if (e.getLocation() != null) {
      place =
          (withLine ? ", line " + e.getLocation().getLineNr() : "")
              + ", column "
              + e.getLocation().getColumnNr();
    }
    String problem = firstLine(e.getOriginalMessage());
    if (problem.contains("UTF-8")) {
      return Incoming.failed(
          "DET-0103", where + place + ": not UTF-8 (" + problem + "); save the file as UTF-8");
    }
    if (e instanceof StreamConstraintsException) {
      return Incoming.failed(
          "DET-0106",
          where + place + ": too long or too deep (" + problem + "); give one article per object");
    }
    return Incoming.failed(
        "DET-0107",
        where + place + ": broken JSON (" + problem + "); correct or remove the article");
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  /**
   * The article of the object that the parser stands at the start of; the parser ends at its end.
   */
  static Incoming ofObject(JsonParser parser, String where, @Nullable String id, Metadata metadata)
      throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, JsonNode> item = new LinkedHashMap<>();
    String wrong = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken token = parser.nextToken();
      if (Ninjs.KEYS.contains(key)) {
        JsonNode value = MAPPER.readTree(parser);
        item.put(key, value);
        if (KEYS.contains(key) && value.isTextual()) {
          values.put(key, value.asText());
        } else if (KEYS.contains(key) && !value.isNull()) {
          wrong = key;
        }
      } else if (!KEYS.contains(key)) {
        parser.skipChildren();
      } else if (token == JsonToken.VALUE_STRING) {
        values.put(key, parser.getText());
      } else if (key.equals("id") && token == JsonToken.VALUE_NUMBER_INT) {
        values.put(key, parser.getText());
      } else if (token != JsonToken.VALUE_NULL) {
        parser.skipChildren();
        wrong = key;
      }
    }
    if (wrong != null) {
      return Incoming.failed(
          "DET-0108",
          where + ": \"" + wrong + "\" is not a string; write it as one or leave it out");
    }
    String text = values.get("text");
    if (text == null && Ninjs.isItem(item)) {
      return ItemArticles.article(Ninjs.read(item), where, id, metadata);
    }
    return ofValues(values, where, id, metadata);
  }

  /**
   * The article of the values of keys.
   *
   * @param id as for {@link #ofLine}
   */
  static Incoming ofValues(
      Map<String, String> values, String where, @Nullable String id, Metadata metadata) {
    String text = values.get("text");
    if (text == null) {
      return Incoming.failed(
          "DET-0108", where + ": no \"text\"; every article needs its text in that key");
    }
    if (text.isBlank()) {
      return Incoming.failed("DET-0104", where + ": \"text\" is empty; give the article's text");
    }
    PublicationDate.Prefix prefix = PublicationDate.prefixOf(text);
    String published =
        orElse(values.get("published"), prefix == null ? metadata.published() : prefix.value());
    if (published != null && !PublicationDate.isDate(published)) {
      return Incoming.failed(
          "DET-0109",
          where
              + ": \"published\" is \""
              + published
              + "\"; write it as EDTF, as precise as known: 2022-02-07, 2022-02 or 2022");
    }
    try {
      return Incoming.of(
          new Article(
              idOf(values.get("id"), id, text),
              Languages.check(orElse(values.get("language"), metadata.language()), where),
              published,
              orElse(values.get("outlet"), metadata.outlet()),
              orElse(values.get("url"), metadata.url()),
              emptyToNull(values.get("title")),
              ArticleText.of(text),
              List.of()));
    } catch (DetenteException e) {
      return new Incoming(null, e);
    }
  }

  private static String idOf(@Nullable String own, @Nullable String given, String text) {
    if (own != null && !own.isEmpty()) {
      return own;
    }
    return given == null ? ArticleIds.ofContent(text) : given;
  }

  private static @Nullable String orElse(@Nullable String own, @Nullable String given) {
    return own == null || own.isEmpty() ? given : own;
  }

  private static @Nullable String emptyToNull(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }
}
