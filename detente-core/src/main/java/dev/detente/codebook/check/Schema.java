package dev.detente.codebook.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.codebook.LocatedYaml;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Schema as the codebook uses it: {@code type}, {@code properties}, {@code required}, {@code
 * additionalProperties}, {@code propertyNames}, {@code items}, {@code minItems}, {@code maxItems},
 * {@code enum}, {@code pattern}, {@code minimum}, {@code maximum} and {@code $ref} to {@code
 * $defs}. Other keywords describe and are passed over. Immutable and thread-safe.
 */
final class Schema {
  /** Allowed values named in a message at most. */
  private static final int NAMED = 24;

  private static final int DEEPEST = 64;

  private final JsonNode root;

  Schema(JsonNode root) {
    this.root = root;
  }

  /** What is wrong with a file, in order of the file. */
  List<Finding> check(LocatedYaml file, String name) {
    List<Finding> found = new ArrayList<>();
    for (LocatedYaml.Twice twice : file.twice()) {
      found.add(
          new Finding(
              "DET-0308",
              name,
              twice.line(),
              LocatedYaml.readable(twice.pointer()),
              "the key stands twice, and the second replaces the first",
              "make one of the two"));
    }
    new Check(file, name, found).value(root, file.root(), "", 0);
    return found;
  }

  /** One check of one file. */
  private final class Check {
    private final LocatedYaml file;
    private final String name;
    private final List<Finding> found;

    Check(LocatedYaml file, String name, List<Finding> found) {
      this.file = file;
      this.name = name;
      this.found = found;
    }

    void value(JsonNode given, JsonNode value, String pointer, int depth) {
      JsonNode schema = resolved(given);
      if (depth > DEEPEST) {
        report("DET-0304", pointer, "nested too deep", "a codebook file is nested a few levels");
        return;
      }
      if (!hasType(schema, value)) {
        report("DET-0304", pointer, wrongType(schema, value), remedy(schema, value));
        return;
      }
      if (schema.has("enum") && !contains(schema.path("enum"), value)) {
        List<String> allowed = strings(schema.path("enum"));
        report(
            "DET-0305",
            pointer,
            quoted(value) + " is not one of the values known here",
            suggestion(value.asText(), allowed));
      }
      if (schema.has("pattern") && value.isTextual()) {
        String pattern = schema.path("pattern").asText();
        if (!Pattern.compile(pattern).matcher(value.asText()).find()) {
          report(
              "DET-0305",
              pointer,
              quoted(value) + " is not written as it must be",
              description(schema, "write it like " + pattern));
        }
      }
      if (value.isNumber()
          && (schema.has("minimum") && value.asDouble() < schema.path("minimum").asDouble()
              || schema.has("maximum") && value.asDouble() > schema.path("maximum").asDouble())) {
        report(
            "DET-0305",
            pointer,
            value.asText() + " is out of range",
            "it is from "
                + schema.path("minimum").asText()
                + " to "
                + schema.path("maximum").asText());
      }
      if (value.isObject()) {
        object(schema, value, pointer, depth);
      } else if (value.isArray()) {
        array(schema, value, pointer, depth);
      }
    }

    private void object(JsonNode schema, JsonNode value, String pointer, int depth) {
      JsonNode properties = schema.path("properties");
      JsonNode additional = schema.path("additionalProperties");
      JsonNode names = resolved(schema.path("propertyNames"));
      for (String required : strings(schema.path("required"))) {
        if (!value.has(required)) {
          report(
              "DET-0306",
              pointer,
              "the key \"" + required + "\" is missing",
              "add it" + explained(resolved(properties.path(required))));
        }
      }
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        String key = entry.getKey();
        String below = pointer + "/" + LocatedYaml.escaped(key);
        if (properties.has(key)) {
          value(properties.path(key), entry.getValue(), below, depth + 1);
          continue;
        }
        boolean named =
            !names.has("enum") && !names.has("pattern")
                || names.has("enum") && strings(names.path("enum")).contains(key)
                || names.has("pattern")
                    && Pattern.compile(names.path("pattern").asText()).matcher(key).find();
        if (additional.isBoolean() && !additional.asBoolean() || !named) {
          Set<String> known = new LinkedHashSet<>(strings(names.path("enum")));
          properties.fieldNames().forEachRemaining(known::add);
          report(
              "DET-0303",
              below,
              "no key is called \"" + key + "\" here",
              suggestion(key, new ArrayList<>(known)));
        } else if (additional.isObject()) {
          value(additional, entry.getValue(), below, depth + 1);
        }
      }
    }

    private void array(JsonNode schema, JsonNode value, String pointer, int depth) {
      int least = schema.path("minItems").asInt(0);
      int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
      if (value.size() < least || value.size() > most) {
        report(
            "DET-0304",
            pointer,
            "a list of " + value.size() + " entries",
            "it takes "
                + (least == most ? String.valueOf(least) : "at least " + least)
                + " of them"
                + explained(schema));
      }
      if (schema.has("items")) {
        for (int i = 0; i < value.size(); i++) {
          value(schema.path("items"), value.path(i), pointer + "/" + i, depth + 1);
        }
      }
    }

    private void report(String code, String pointer, String problem, String remedy) {
      found.add(
          new Finding(
              code, name, file.line(pointer), LocatedYaml.readable(pointer), problem, remedy));
    }
  }

  private JsonNode resolved(JsonNode schema) {
    JsonNode reference = schema.path("$ref");
    return reference.isTextual() && reference.asText().startsWith("#/")
        ? root.at(reference.asText().substring(1))
        : schema;
  }

  private static boolean hasType(JsonNode schema, JsonNode value) {
    List<String> types = types(schema);
    return types.isEmpty() || types.stream().anyMatch(type -> isA(type, value));
  }

  private static List<String> types(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isTextual() ? List.of(type.asText()) : strings(type);
  }

  private static boolean isA(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "null" -> value.isNull();
      default -> throw new IllegalStateException("the schema names the type " + type);
    };
  }

  private static String wrongType(JsonNode schema, JsonNode value) {
    return (value.isValueNode() && !value.isNull() ? value.asText() + " is " : "")
        + kind(value)
        + " where "
        + String.join(" or ", types(schema).stream().map(Schema::kindOf).toList())
        + " is due";
  }

  private static String remedy(JsonNode schema, JsonNode value) {
    if (types(schema).contains("string") && value.isValueNode() && !value.isNull()) {
      return "put it in quotation marks";
    }
    if (types(schema).contains("array") && value.isValueNode()) {
      return "put it in brackets: [...]";
    }
    return description(schema, "correct it");
  }

  private static String kind(JsonNode value) {
    if (value.isObject()) {
      return "a mapping";
    }
    if (value.isArray()) {
      return "a list";
    }
    if (value.isBoolean()) {
      return "yes or no";
    }
    return value.isNumber() ? "a number" : value.isTextual() ? "a word" : "nothing";
  }

  private static String kindOf(String type) {
    return switch (type) {
      case "object" -> "a mapping";
      case "array" -> "a list";
      case "boolean" -> "true or false";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "null" -> "nothing";
      default -> "a word";
    };
  }

  private static boolean contains(JsonNode allowed, JsonNode value) {
    for (JsonNode one : allowed) {
      if (one.equals(value) || one.asText().equals(value.asText())) {
        return true;
      }
    }
    return false;
  }

  private static String description(JsonNode schema, String otherwise) {
    String description = schema.path("description").asText();
    return description.isEmpty() ? otherwise : description;
  }

  private static String explained(JsonNode schema) {
    String description = schema.path("description").asText();
    return description.isEmpty() ? "" : ": " + description;
  }

  /** The nearest of the allowed words, or all of them when none is near. */
  private static String suggestion(String word, List<String> allowed) {
    String nearest = Near.of(word, allowed);
    if (nearest != null) {
      return "did you mean \"" + nearest + "\"?";
    }
    if (allowed.isEmpty()) {
      return "leave it out";
    }
    return "use "
        + String.join(", ", allowed.subList(0, Math.min(NAMED, allowed.size())))
        + (allowed.size() > NAMED ? ", ..." : "");
  }

  private static List<String> strings(@Nullable JsonNode list) {
    List<String> strings = new ArrayList<>();
    if (list != null) {
      list.forEach(value -> strings.add(value.asText()));
    }
    return strings;
  }

  private static String quoted(JsonNode value) {
    return "\"" + value.asText() + "\"";
  }
}
