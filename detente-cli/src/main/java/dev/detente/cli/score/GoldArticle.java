package dev.detente.cli.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An annotated article, and the ways in which its words are compared. */
final class GoldArticle {
  private final JsonNode node;
  private final ArticleText text;
  private final Map<String, JsonNode> actors = new LinkedHashMap<>();

  GoldArticle(JsonNode node) {
    this.node = node;
    this.text = ArticleText.of(node.path("text").asText());
    for (JsonNode actor : node.path("actors")) {
      actors.put(actor.path("name").asText(), actor);
    }
  }

  String id() {
    return node.path("id").asText();
  }

  ArticleText text() {
    return text;
  }

  /** Whether it is annotated as a whole record. */
  boolean isFull() {
    return node.has("statements");
  }

  /** Whether reviewers marked single statements and events in it. */
  boolean hasMarks() {
    return node.has("marks");
  }

  /** Whether it is annotated with attribution spans. */
  boolean hasAttributions() {
    return node.has("attributions");
  }

  JsonNode list(String name) {
    return node.path(name);
  }

  Map<String, JsonNode> actors() {
    return actors;
  }

  /** The actor of this name; a missing node when the annotation has none. */
  JsonNode actor(String name) {
    JsonNode actor = actors.get(name);
    return actor == null ? node.path("no such key") : actor;
  }

  /**
   * Where each piece of a statement's content stands: where the annotation says ({@code
   * content_spans}), else where its words do, of several places the nearest to the first piece's
   * first.
   */
  List<Span> contentSpans(JsonNode statement) {
    if (statement.has("content_spans")) {
      List<Span> said = new ArrayList<>();
      for (JsonNode span : statement.path("content_spans")) {
        said.add(new Span(span.path(0).asInt(), span.path(1).asInt()));
      }
      return said;
    }
    JsonNode pieces = statement.path("content");
    List<Span> first = findAll(pieces.path(0).asText());
    int near = first.isEmpty() ? 0 : first.get(0).start();
    List<Span> spans = new ArrayList<>();
    for (JsonNode piece : pieces) {
      Span nearest = null;
      for (Span candidate : findAll(piece.asText())) {
        if (nearest == null
            || Math.abs(candidate.start() - near) < Math.abs(nearest.start() - near)) {
          nearest = candidate;
        }
      }
      if (nearest != null) {
        spans.add(nearest);
      }
    }
    return spans;
  }

  /** Every place of these words, not overlapping. */
  List<Span> findAll(String words) {
    List<Span> found = new ArrayList<>();
    if (words.isEmpty()) {
      return found;
    }
    String whole = text.string();
    int at = whole.indexOf(words);
    while (at >= 0) {
      found.add(text.span(at, at + words.length()));
      at = whole.indexOf(words, at + words.length());
    }
    return found;
  }

  /** Where a statement or event of the annotation stands; empty when it has no such one. */
  List<Span> spansOf(String id) {
    for (JsonNode statement : node.path("statements")) {
      if (statement.path("id").asText().equals(id)) {
        return contentSpans(statement);
      }
    }
    for (JsonNode event : node.path("events")) {
      if (event.path("id").asText().equals(id)) {
        List<Span> places = findAll(event.path("evidence").asText());
        return places.isEmpty() ? places : places.subList(0, 1);
      }
    }
    return List.of();
  }

  /** Where each word of the spans begins. */
  static Set<Integer> words(ArticleText text, List<Span> spans) {
    Set<Integer> starts = new HashSet<>();
    for (Span span : spans) {
      boolean inWord = false;
      int position = span.start();
      String slice = text.slice(span);
      for (int i = 0; i < slice.length(); ) {
        int c = slice.codePointAt(i);
        i += Character.charCount(c);
        boolean word = isWord(c);
        if (word && !inWord) {
          starts.add(position);
        }
        inWord = word;
        position++;
      }
    }
    return starts;
  }

  private static boolean isWord(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER
        || c == '_';
  }

  /** Words compared without regard to case and white space. */
  static String norm(String words) {
    return words.replaceAll("(?U)\\s+", " ").strip().toLowerCase(Locale.ROOT);
  }
}
