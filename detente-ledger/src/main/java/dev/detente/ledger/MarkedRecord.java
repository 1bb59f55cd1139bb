package dev.detente.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.detente.article.Span;
import dev.detente.record.Event;
import dev.detente.record.Link;
import dev.detente.record.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement or event as it was when somebody marked it: what a mark is about, and can still be
 * read when the record has become another one. It holds no words of the article but names.
 */
final class MarkedRecord {
  private static final ObjectMapper JSON = new ObjectMapper();

  private MarkedRecord() {}

  /** On one line of JSON. */
  static String of(Entry entry) {
    ObjectNode object = JSON.createObjectNode();
    Statement statement = entry.statement();
    Event event = entry.event();
    if (statement != null) {
      spans(object, statement.content());
      object.put("speaker", entry.name(statement.speaker()));
      object.put("act", statement.act().label());
      object.put("addressee", entry.name(statement.addressee()));
      ArrayNode links = object.putArray("links");
      for (Link link : entry.record().links()) {
        String target = link.from().equals(entry.id()) ? address(entry, link.to()) : null;
        if (target != null) {
          links.addObject().put("relation", link.relation().label()).put("target", target);
        }
      }
    } else if (event != null) {
      spans(object, List.of(event.anchor()));
      object.put("type", event.type().name());
      object.put("mode", event.mode());
      object.put("status", event.status().label());
      ArrayNode actors = object.putArray("actors");
      entry.names(event.actors()).forEach(actors::add);
      ArrayNode recipients = object.putArray("recipients");
      entry.names(event.recipients()).forEach(recipients::add);
    }
    try {
      return JSON.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void spans(ObjectNode object, List<Span> spans) {
    ArrayNode array = object.putArray("spans");
    spans.forEach(span -> array.addArray().add(span.start()).add(span.end()));
  }

  private static @Nullable String address(Entry entry, String id) {
    return entry.record().statements().stream()
        .filter(one -> one.id().equals(id))
        .map(one -> Address.of(entry.address().content(), one).toString())
        .findFirst()
        .orElse(null);
  }
}
