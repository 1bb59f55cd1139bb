package dev.detente.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.ledger.Ledger;
import dev.detente.web.page.Asked;
import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How answers are written. Stateless. */
public final class Answers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int BUFFER = 1 << 14;

  private Answers() {}

  /** An object as JSON. */
  public static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers with JSON. */
  public static void json(Context ask, Object value) {
    ask.contentType("application/json").result(json(value));
  }

  /**
   * The object that was sent.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static JsonNode object(Context ask) {
    try {
      JsonNode sent = JSON.readTree(ask.bodyAsBytes());
      if (sent != null && sent.isObject()) {
        return sent;
      }
    } catch (IOException e) {
      // Told below.
    }
    throw new IllegalArgumentException("the body is a JSON object");
  }

  /**
   * A text in an object that was sent; null when there is none.
   *
   * @throws IllegalArgumentException when there is something else
   */
  public static @Nullable String text(JsonNode sent, String name) {
    JsonNode value = sent.path(name);
    if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
      throw new IllegalArgumentException(name + " is a string");
    }
    return value.isTextual() ? value.asText() : null;
  }

  /** A page of a list, and where the next begins. */
  public static void page(Context ask, List<?> items, @Nullable Object cursor) {
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    page.put("items", items);
    page.put("next", cursor == null ? null : next(ask, cursor.toString()));
    json(ask, page);
  }

  private static String next(Context ask, String cursor) {
    List<String> parts = new ArrayList<>();
    ask.queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals("cursor")) {
                values.forEach(value -> parts.add(encoded(name) + "=" + encoded(value)));
              }
            });
    parts.add("cursor=" + encoded(cursor));
    return ask.path() + "?" + String.join("&", parts);
  }

  private static String encoded(String value) {
    return Asked.encoded(value);
  }

  /** Whether the asker has this already; then he is told so and nothing more is to be done. */
  static boolean known(Context ask, Ledger ledger) {
    String tag = "W/\"" + ledger.generation() + "\"";
    ask.header("ETag", tag);
    boolean known = tag.equals(ask.header("If-None-Match"));
    if (known) {
      ask.status(304);
    }
    return known;
  }

  /** Writes an answer as it comes, however long it is. */
  static void stream(Context ask, String type, Consumer<Consumer<String>> lines) {
    ask.contentType(type);
    // What is written first decides whether it is packed.
    try (OutputStream out = new BufferedOutputStream(ask.outputStream(), BUFFER)) {
      lines.accept(
          line -> {
            try {
              out.write(line.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes an array as it comes. */
  static void array(Context ask, Consumer<Consumer<Object>> each) {
    stream(
        ask,
        "application/json",
        out -> {
          String[] before = {"["};
          each.accept(
              one -> {
                out.accept(before[0] + json(one));
                before[0] = ",\n";
              });
          out.accept(before[0].equals("[") ? "[]\n" : "]\n");
        });
  }

  /** A problem, as RFC 9457 has it. */
  static void problem(Context ask, int status, String title, String detail, @Nullable String code) {
    Map<String, @Nullable Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", detail);
    if (code != null) {
      problem.put("code", code);
    }
    json(ask, problem);
    ask.status(status).contentType("application/problem+json");
  }
}
