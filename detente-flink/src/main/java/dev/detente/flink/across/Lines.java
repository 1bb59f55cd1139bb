package dev.detente.flink.across;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.flink.files.Line;
import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.story.Report;
import dev.detente.ledger.story.Story;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Links and stories as JSON, with the keys of {@code detente links} and {@code stories}. Stateless.
 */
public final class Lines {
  private static final String LINKS = "links";
  private static final String STORIES = "stories";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Lines() {}

  static Line of(LinksOf links) {
    List<String> lines = new ArrayList<>();
    for (CrossLink link : links.unpacked()) {
      lines.add(of(link));
    }
    return new Line(LINKS, links.article(), bytes(String.join("\n", lines)));
  }

  /** A link as JSON. */
  public static String of(CrossLink link) {
    Map<String, Object> object = object("detente/link/1");
    object.put("from", link.from().fields());
    object.put("relation", link.relation().label());
    object.put("to", link.to().fields());
    object.put("confidence", link.confidence());
    object.put("why", link.why());
    return json(object);
  }

  static Line of(Story story, long order) {
    Map<String, Object> object = object("detente/story/1");
    object.put("story", story.id());
    object.put("articles", story.articles());
    object.put("reports", story.reports().stream().map(Report::fields).toList());
    return new Line(STORIES, order, bytes(json(object)));
  }

  private static Map<String, Object> object(String schema) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("schema", schema);
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
