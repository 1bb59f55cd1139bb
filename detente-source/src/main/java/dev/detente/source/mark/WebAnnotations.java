package dev.detente.source.mark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.detente.article.ArticleText;
import dev.detente.article.DetenteException;
import dev.detente.article.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    ObjectNode page = JSON.createObjectNode();
    page.put("@context", CONTEXT);
    page.put("type", "AnnotationPage");
    for (ReviewMark mark : marks) {
      page.withArray("items").add(annotation(mark, text));
    }
    if (marks.isEmpty()) {
      page.putArray("items");
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(page) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode annotation(ReviewMark mark, ArticleText text) {
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
    if (mark.body() != null) {
      annotation.putObject("body").put("type", "TextualBody").put("value", mark.body());
    }
    Span span = mark.span();
    ObjectNode target = annotation.putObject("target").put("source", mark.source());
    target
        .withArray("selector")
        .addObject()
        .put("type", "TextQuoteSelector")
        .put("exact", text.slice(span))
        .put("prefix", text.slice(new Span(Math.max(0, span.start() - AROUND), span.start())))
        .put(
            "suffix",
            text.slice(new Span(span.end(), Math.min(text.length(), span.end() + AROUND))));
    target
        .withArray("selector")
        .addObject()
        .put("type", "TextPositionSelector")
        .put("start", span.start())
        .put("end", span.end());
    return annotation;
  }

  /**
   * The marks of one annotation, of an array of them, or of a page or collection.
   *
   * @param name the file, for messages
   * @throws DetenteException DET-0163 for what is no annotation, DET-0164 for words that do not
   *     stand in the text, or at several places
   */
  public static List<ReviewMark> read(String json, ArticleText text, String name) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new DetenteException(
          "DET-0163",
          name + ", line " + line + ": broken JSON (" + e.getOriginalMessage() + ")",
          e);
    }
    JsonNode items = root;
    if (items.path("first").isObject()) {
      items = items.path("first");
    }
    if (items.has("items")) {
      items = items.path("items");
    }
    List<ReviewMark> marks = new ArrayList<>();
    if (items.isArray()) {
      int number = 0;
      for (JsonNode item : items) {
        marks.add(mark(item, text, name + ", annotation " + ++number));
      }
    } else {
      marks.add(mark(items, text, name));
    }
    return marks;
  }

  private static ReviewMark mark(JsonNode annotation, ArticleText text, String where) {
    if (!names(annotation.path("type"), "Annotation")) {
      throw new DetenteException(
          "DET-0163", where + ": no annotation; give objects of the type Annotation");
    }
    JsonNode target = first(annotation.path("target"));
    JsonNode quote = null;
    JsonNode position = null;
    JsonNode selectors = target.path("selector");
    for (JsonNode selector :
        selectors.isArray() ? selectors : JSON.createArrayNode().add(selectors)) {
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
    JsonNode body = first(annotation.path("body"));
    JsonNode creator = first(annotation.path("creator"));
    String motivation = string(first(annotation.path("motivation")));
    String source = string(target.path("source"));
    return new ReviewMark(
        string(annotation.path("id")),
        source == null ? "" : source,
        span(quote, position, text, where),
        motivation == null ? "commenting" : motivation,
        body.isObject() ? string(body.path("value")) : string(body),
        creator.isObject() ? string(creator.path("name")) : string(creator),
        string(annotation.path("created")));
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
    return text.span(start, start + exact.length());
  }

  private static JsonNode first(JsonNode node) {
    return node.isArray() ? node.path(0) : node;
  }

  private static boolean names(JsonNode type, String name) {
    for (JsonNode one : type.isArray() ? type : JSON.createArrayNode().add(type)) {
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
