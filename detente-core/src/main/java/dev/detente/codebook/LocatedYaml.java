package dev.detente.codebook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A YAML file whose values know the line they stand on, for messages that lead somebody to the
 * place. Values are named by JSON Pointers ({@code /verbs/3/act}). Immutable once parsed.
 */
public final class LocatedYaml {
  /** The words yes, no, on and off are words; only true and false are not. */
  private static final YAMLFactory YAML =
      YAMLFactory.builder().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS).build();

  private final boolean located;
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, JsonNode> anchors = new HashMap<>();
  private final List<Twice> twice = new ArrayList<>();
  private JsonNode root = MissingNode.getInstance();

  /**
   * A key that stands twice in one mapping, where the second silently replaces the first.
   *
   * @param pointer of the value
   * @param line of the second, 1-based
   */
  public record Twice(String pointer, int line) {}

  private LocatedYaml(boolean located) {
    this.located = located;
  }

  /**
   * Parses a file.
   *
   * @throws com.fasterxml.jackson.core.JsonProcessingException with the line when it is not YAML
   */
  public static LocatedYaml parse(InputStream stream) throws IOException {
    return new LocatedYaml(true).read(stream);
  }

  /** The values alone, for those who only read; see {@link #parse}. */
  static JsonNode tree(InputStream stream) throws IOException {
    return new LocatedYaml(false).read(stream).root;
  }

  private LocatedYaml read(InputStream stream) throws IOException {
    try (YAMLParser parser = YAML.createParser(stream)) {
      if (parser.nextToken() != null) {
        root = value(parser, "");
      }
    }
    return this;
  }

  private JsonNode value(YAMLParser parser, String pointer) throws IOException {
    if (located) {
      lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
    }
    if (parser.isCurrentAlias()) {
      return anchors.getOrDefault(parser.getText(), MissingNode.getInstance());
    }
    String anchor = parser.getObjectId();
    JsonNode value = fresh(parser, pointer);
    if (anchor != null) {
      anchors.put(anchor, value);
    }
    return value;
  }

  private JsonNode fresh(YAMLParser parser, String pointer) throws IOException {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectNode object = nodes.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          String below = located ? pointer + "/" + escaped(key) : "";
          if (located) {
            int line = parser.currentTokenLocation().getLineNr();
            if (object.has(key)) {
              twice.add(new Twice(below, line));
            }
            lines.put(below, line);
          }
          parser.nextToken();
          object.set(key, value(parser, below));
        }
        return object;
      }
      case START_ARRAY -> {
        ArrayNode array = nodes.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser, located ? pointer + "/" + array.size() : ""));
        }
        return array;
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        return nodes.booleanNode(parser.getBooleanValue());
      }
      case VALUE_NUMBER_INT -> {
        return parser.getNumberType() == JsonParser.NumberType.INT
            ? nodes.numberNode(parser.getIntValue())
            : nodes.numberNode(parser.getBigIntegerValue());
      }
      case VALUE_NUMBER_FLOAT -> {
        return nodes.numberNode(parser.getDoubleValue());
      }
      case VALUE_NULL -> {
        return nodes.nullNode();
      }
      default -> {
        return nodes.textNode(parser.getText());
      }
    }
  }

  /** A key as a part of a pointer. */
  public static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  /** The whole file; a missing node when it is empty. */
  public JsonNode root() {
    return root;
  }

  /** The value at a pointer; a missing node when there is none. */
  public JsonNode at(String pointer) {
    return root.at(JsonPointer.compile(pointer));
  }

  /** The line of a value (of its key, where it has one), 1-based; of what holds it if unknown. */
  public int line(String pointer) {
    String at = pointer;
    while (true) {
      Integer line = lines.get(at);
      if (line != null) {
        return line;
      }
      int slash = at.lastIndexOf('/');
      if (slash < 0) {
        return 1;
      }
      at = at.substring(0, slash);
    }
  }

  /** Keys that stand twice, in order of the file. */
  public List<Twice> twice() {
    return List.copyOf(twice);
  }

  /** A pointer as people write it: {@code verbs[3].act}. */
  public static String readable(String pointer) {
    StringBuilder out = new StringBuilder();
    for (String part : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      if (!part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9') && out.length() > 0) {
        out.append('[').append(part).append(']');
      } else {
        out.append(out.length() > 0 ? "." : "").append(part.replace("~1", "/").replace("~0", "~"));
      }
    }
    return out.length() == 0 ? "the file" : out.toString();
  }
}
