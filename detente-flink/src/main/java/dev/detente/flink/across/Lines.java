package dev.detente.flink.across;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.flink.files.Line;
import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.End;
import dev.detente.ledger.story.Report;
import dev.detente.ledger.story.Story;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Links and stories as JSON, with the keys of {@code detente links} and {@code stories}. */
final class Lines {
  private static final String LINKS = "links";
  private static final String STORIES = "stories";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Lines() {}

  static Line of(LinksOf links) {
    List<String> lines = new ArrayList<>();
    for (CrossLink link : links.unpacked()) {
      Map<String, Object> object = object("detente/link/1");
      object.put("from", end(link.from()));
      object.put("relation", link.relation().label());
      object.put("to", end(link.to()));
      object.put("confidence", link.confidence());
      object.put("why", link.why());
      lines.add(json(object));
    }
    return new Line(LINKS, links.article(), bytes(String.join("\n", lines)));
  }

  static Line of(Story story, long order) {
    List<String> articles = new ArrayList<>();
    List<Object> reports = new ArrayList<>();
    for (Report report : story.reports()) {
      articles.addAll(report.printings());
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("original", report.original());
      object.put("printings", report.printings());
      reports.add(object);
    }
    Map<String, Object> object = object("detente/story/1");
    object.put("story", story.id());
    object.put("articles", articles);
    object.put("reports", reports);
    return new Line(STORIES, order, bytes(json(object)));
  }

  private static Map<String, Object> object(String schema) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("schema", schema);
    return object;
  }

  private static Map<String, String> end(End end) {
    Map<String, String> object = new LinkedHashMap<>();
    object.put("article", end.article());
    object.put("id", end.id());
    return object;
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static String json(Object object) {
    try {
      return JSON.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
