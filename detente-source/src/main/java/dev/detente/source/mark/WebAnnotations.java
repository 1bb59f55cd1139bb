package dev.detente.source.mark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.detente.article.ArticleText;
import dev.detente.article.DetenteException;
import dev.detente.article.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reviewers' marks as W3C Web Annotations in JSON-LD, by TextPositionSelector (code points) and
 * TextQuoteSelector. The quotation decides: where it does not stand at the position, as after an
 * edit, it is sought with what stood around it, and must be found exactly once.
 *
 * @see <a href="https://www.w3.org/TR/annotation-model/">Web Annotation Data Model</a>
 */
public final class WebAnnotations {
  private static final String CONTEXT = "http://www.w3.org/ns/anno.jsonld";

  /** Code points of what is written around a quotation. */
  private static final int AROUND = 32;

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).build())
              .build());

  private WebAnnotations() {}

  /** A page of annotations, indented; its line ended. */
  public static String write(List<ReviewMark> marks, ArticleText text) {
    ObjectNode page = page();
    ArrayNode items = page.putArray("items");
    marks.forEach(mark -> items.add(annotation(mark, text)));
    return string(page, true);
  }

  /** One annotation by itself, indented; its line ended. */
  public static String one(ReviewMark mark, ArticleText text) {
    ObjectNode alone = JSON.createObjectNode().put("@context", CONTEXT);
    alone.setAll(annotation(mark, text));
    return string(alone, true);
  }

  static ObjectNode page() {
    return JSON.createObjectNode().put("@context", CONTEXT).put("type", "AnnotationPage");
  }

  static String string(ObjectNode page, boolean indented) {
    try {
      return (indented ? JSON.writerWithDefaultPrettyPrinter() : JSON.writer())
              .writeValueAsString(page)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static ObjectNode annotation(ReviewMark mark, ArticleText text) {
    ObjectNode annotation = JSON.createObjectNode();
    if (mark.id() != null) {
      annotation.put("id", mark.id());
    }
    annotation.put("type", "Annotation").put("motivation", mark.motivation());
    if (mark.creator() != null) {
      annotation.put("creator", mark.creator());
    }
    if (mark.created() != null) {
      annotation.put("created", mark.created());
    }
    ArrayNode bodies = JSON.createArrayNode();
    for (String tag : mark.tags()) {
      bodies.addObject().put("type", "TextualBody").put("purpose", "tagging").put("value", tag);
    }
    if (mark.body() != null) {
      bodies.addObject().put("type", "TextualBody").put("value", mark.body());
    }
    if (bodies.size() > 0) {
      annotation.set("body", bodies.size() == 1 ? bodies.path(0) : bodies);
    }
    ArrayNode targets = JSON.createArrayNode();
    for (Span span : mark.spans()) {
      target(targets.addObject().put("source", mark.source()), span, text);
    }
    if (targets.isEmpty()) {
      annotation.put("target", mark.source());
    } else {
      annotation.set("target", targets.size() == 1 ? targets.path(0) : targets);
    }
    return annotation;
  }

  private static void target(ObjectNode target, Span span, ArticleText text) {
    ArrayNode selectors = target.putArray("selector");
    selectors
        .addObject()
        .put("type", "TextQuoteSelector")
        .put("exact", text.slice(span))
        .put("prefix", text.slice(new Span(Math.max(0, span.start() - AROUND), span.start())))
        .put(
            "suffix",
            text.slice(new Span(span.end(), Math.min(text.length(), span.end() + AROUND))));
    selectors
        .addObject()
        .put("type", "TextPositionSelector")
        .put("start", span.start())
        .put("end", span.end());
  }

  /**
   * The marks of one annotation, of an array of them, or of a page or collection, all in one text.
   *
   * @param name the file, for messages
   * @throws DetenteException DET-0163 for what is no annotation, DET-0164 for words that do not
   *     stand in the text, or at several places
   */
  public static List<ReviewMark> read(String json, ArticleText text, String name) {
    return read(json, source -> text, name);
  }

  /**
   * The marks of one annotation, of an array of them, of a page or collection, or of several of
   * these one after the other, as in JSON Lines.
   *
   * @param texts the text that a source has
   * @param name the file, for messages
   * @throws DetenteException as above
   */
  public static List<ReviewMark> read(
      String json, Function<String, ArticleText> texts, String name) {
    List<ReviewMark> marks = new ArrayList<>();
    try (JsonParser parser = JSON.getFactory().createParser(json)) {
      if (parser.nextToken() == null) {
        throw new DetenteException("DET-0163", name + ": empty; give annotations");
      }
      int number = 0;
      for (; parser.currentToken() != null; parser.nextToken()) {
        JsonNode items = JSON.readTree(parser);
        if (items.path("first").isObject()) {
          items = items.path("first");
        }
        if (items.has("items")) {
          items = items.path("items");
        }
        if (items.isArray()) {
          for (JsonNode item : items) {
            marks.add(mark(item, texts, name + ", annotation " + ++number));
          }
        } else {
          number++;
          marks.add(mark(items, texts, number == 1 ? name : name + ", annotation " + number));
        }
      }
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new DetenteException(
          "DET-0163",
          name + ", line " + line + ": broken JSON (" + e.getOriginalMessage() + ")",
          e);
    } catch (IOException e) {
      throw new IllegalStateException("a string can be read", e);
    }
    return marks;
  }

  private static ReviewMark mark(
      JsonNode annotation, Function<String, ArticleText> texts, String where) {
    if (!names(annotation.path("type"), "Annotation")) {
      throw new DetenteException(
          "DET-0163", where + ": no annotation; give objects of the type Annotation");
    }
    JsonNode targets = annotation.path("target");
    String source = null;
    List<Span> spans = new ArrayList<>();
    for (JsonNode target : all(targets)) {
      // A target may be the address alone, and so the whole of it.
      String its = string(target.isTextual() ? target : target.path("source"));
      source = source == null ? its : source;
      if (!target.isTextual()) {
        spans.add(span(target.path("selector"), texts.apply(its == null ? "" : its), where));
      }
    }
    if (spans.isEmpty() && source == null) {
      throw new DetenteException(
          "DET-0163", where + ": no target; give a source and a TextQuoteSelector");
    }
    String said = null;
    List<String> tags = new ArrayList<>();
    for (JsonNode body : all(annotation.path("body"))) {
      String value = body.isObject() ? string(body.path("value")) : string(body);
      if (value != null && names(body.path("purpose"), "tagging")) {
        tags.add(value);
      } else if (value != null) {
        said = said == null ? value : said + "\n" + value;
      }
    }
    JsonNode creator = first(annotation.path("creator"));
    String motivation = string(first(annotation.path("motivation")));
    return new ReviewMark(
        string(annotation.path("id")),
        source == null ? "" : source,
        spans,
        motivation == null ? "commenting" : motivation,
        said,
        tags,
        creator.isObject() ? string(creator.path("name")) : string(creator),
        string(annotation.path("created")));
  }

  private static Span span(JsonNode selectors, ArticleText text, String where) {
    JsonNode quote = null;
    JsonNode position = null;
    for (JsonNode selector : all(selectors)) {
      if (names(selector.path("type"), "TextQuoteSelector")) {
        quote = selector;
      } else if (names(selector.path("type"), "TextPositionSelector")) {
        position = selector;
      }
    }
    if (quote == null && position == null) {
      throw new DetenteException(
          "DET-0163", where + ": the target needs a TextQuoteSelector or a TextPositionSelector");
    }
    return span(quote, position, text, where);
  }

  private static Span span(
      @Nullable JsonNode quote, @Nullable JsonNode position, ArticleText text, String where) {
    Span said = null;
    if (position != null) {
      long start = position.path("start").asLong(-1);
      long end = position.path("end").asLong(-1);
      if (start >= 0 && end > start && end <= text.length()) {
        said = new Span((int) start, (int) end);
      } else if (quote == null) {
        throw new DetenteException(
            "DET-0164",
            where
                + ": "
                + start
                + " to "
                + end
                + " is no stretch of the text's "
                + text.length()
                + " characters");
      }
    }
    if (quote == null) {
      return Objects.requireNonNull(said);
    }
    String exact = quote.path("exact").asText("");
    if (said != null && text.slice(said).equals(exact)) {
      return said;
    }
    String before = quote.path("prefix").asText("");
    String after = quote.path("suffix").asText("");
    String whole = before + exact + after;
    int found = exact.isEmpty() ? -1 : text.string().indexOf(whole);
    if (found < 0) {
      throw new DetenteException(
          "DET-0164", where + ": \"" + shortened(exact) + "\" does not stand in the text so");
    }
    if (text.string().indexOf(whole, found + 1) >= 0) {
      throw new DetenteException(
          "DET-0164",
          where
              + ": \""
              + shortened(exact)
              + "\" stands at several places; give a prefix, a suffix or the right position");
    }
    int start = found + before.length();
    Span span = text.span(start, start + exact.length());
    if (!text.slice(span).equals(exact)) {
      throw new DetenteException(
          "DET-0164", where + ": the quotation begins or ends within a character");
    }
    return span;
  }

  private static JsonNode first(JsonNode node) {
    return node.isArray() ? node.path(0) : node;
  }

  /** What may be given alone or as an array; nothing when it is not given. */
  private static Iterable<JsonNode> all(JsonNode node) {
    if (node.isArray()) {
      return node;
    }
    return node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
  }

  private static boolean names(JsonNode type, String name) {
    for (JsonNode one : all(type)) {
      if (one.asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String string(JsonNode node) {
    String value = node.isTextual() ? node.asText() : "";
    return value.isEmpty() ? null : value;
  }

  private static String shortened(String words) {
    return words.length() > 60 ? words.substring(0, 60) + "…" : words;
  }
}
