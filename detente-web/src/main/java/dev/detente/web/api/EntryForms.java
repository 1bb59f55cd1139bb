package dev.detente.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.detente.ledger.Entry;
import dev.detente.ledger.Finding;
import dev.detente.ledger.export.Csv;
import dev.detente.record.json.RecordWriter;
import dev.detente.source.mark.RecordWebAnnotations;
import dev.detente.source.mark.RecordWebAnnotations.Named;
import dev.detente.source.mark.ReviewMark;
import dev.detente.source.mark.WebAnnotations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement or event for programs: as JSON, as a row of a table, as a Web Annotation. */
final class EntryForms {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EntryForms() {}

  /** Whose address it is: with it, wherever this room is. */
  static ObjectNode json(Entry entry, String origin) {
    ObjectNode object = JSON.createObjectNode();
    object.put("address", entry.address().toString());
    object.put("url", origin + "/r/" + entry.address());
    object.put("kind", entry.address().event() ? "event" : "statement");
    object.put("words", entry.words());
    JsonNode record = record(entry);
    ObjectNode article = object.putObject("article");
    for (String name : List.of("id", "language", "published", "outlet", "url", "title")) {
      article.set(name, record.path("article").path(name));
    }
    article.put("version", entry.listed().version());
    object.put("source", entry.source());
    JsonNode told = JSON.createObjectNode();
    for (JsonNode one : record.path(entry.address().event() ? "events" : "statements")) {
      if (one.path("id").asText().equals(entry.id())) {
        told = one;
      }
    }
    object.set("record", told);
    Set<String> named = new HashSet<>();
    strings(told, named);
    ArrayNode actors = object.putArray("actors");
    record.path("actors").forEach(one -> addNamed(one, named, actors));
    ArrayNode places = object.putArray("places");
    record.path("places").forEach(one -> addNamed(one, named, places));
    ArrayNode links = object.putArray("links");
    for (JsonNode link : record.path("links")) {
      if (link.path("from").asText().equals(entry.id())
          || link.path("to").asText().equals(entry.id())) {
        links.add(link);
      }
    }
    return object;
  }

  private static void addNamed(JsonNode one, Set<String> named, ArrayNode to) {
    if (named.contains(one.path("id").asText())) {
      to.add(one);
    }
  }

  private static void strings(JsonNode node, Set<String> to) {
    if (node.isTextual()) {
      to.add(node.asText());
    }
    node.forEach(child -> strings(child, to));
  }

  private static JsonNode record(Entry entry) {
    try {
      return JSON.readTree(RecordWriter.line(entry.record()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String csv(Entry entry, String origin) {
    List<@Nullable Object> headings = new ArrayList<>(List.of("address"));
    headings.addAll(Finding.columns());
    headings.add("source");
    List<@Nullable Object> cells = new ArrayList<>(List.of(origin + "/r/" + entry.address()));
    cells.addAll(entry.finding().cells());
    cells.add(entry.source());
    return Csv.line(headings.toArray()) + Csv.line(cells.toArray());
  }

  static String annotation(Entry entry, String origin) {
    for (ReviewMark mark : RecordWebAnnotations.marks(entry.record())) {
      Named named = Named.of(String.valueOf(mark.id()));
      if (named != null && entry.id().equals(named.entry())) {
        return WebAnnotations.one(
            new ReviewMark(
                origin + "/r/" + entry.address(),
                mark.source(),
                mark.spans(),
                mark.motivation(),
                mark.body(),
                mark.tags(),
                mark.creator(),
                null),
            entry.record().article().text());
      }
    }
    throw new IllegalStateException("an entry without its mark");
  }
}
