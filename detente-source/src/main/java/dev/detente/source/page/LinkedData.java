package dev.detente.source.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The article that a page's linked data (JSON-LD, schema.org) describes. Broken JSON is read as far
 * as it goes. Immutable.
 */
final class LinkedData {
  private static final int DEEPEST = 64;
  private static final int MOST_VALUES = 50_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(4 << 20)
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private final Map<?, ?> article;

  /** Names of objects that others refer to by their {@code @id}. */
  private final Map<String, String> named = new HashMap<>();

  private LinkedData(Map<?, ?> article, List<Map<?, ?>> objects) {
    this.article = article;
    for (Map<?, ?> object : objects) {
      if (object.get("@id") instanceof String id && object.get("name") instanceof String name) {
        named.putIfAbsent(id, name);
      }
    }
  }

  /**
   * Reads the scripts of a page.
   *
   * @param scripts their contents
   */
  static LinkedData of(List<String> scripts) {
    List<Map<?, ?>> objects = new ArrayList<>();
    for (String script : scripts) {
      collect(parse(script), objects);
    }
    Map<?, ?> best = Map.of();
    int most = 0;
    for (Map<?, ?> object : objects) {
      int score = score(object);
      if (score > most) {
        best = object;
        most = score;
      }
    }
    return new LinkedData(best, objects);
  }

  /** Whether an article is described at all. */
  boolean isArticle() {
    return !article.isEmpty();
  }

  /** A text of the article's description; null when it has none. */
  @Nullable String text(String key) {
    return textOf(article.get(key));
  }

  /** The names under a key: of one person or organisation, or of several. */
  List<String> names(String key) {
    List<String> names = new ArrayList<>();
    addNames(article.get(key), names);
    return names;
  }

  /** What {@code isAccessibleForFree} says of the article; null when nothing. */
  @Nullable Boolean free() {
    Object value = article.get("isAccessibleForFree");
    if (value == null) {
      return null;
    }
    String word = value.toString().strip().toLowerCase(Locale.ROOT);
    if (word.equals("false") || word.equals("0") || word.equals("no") || word.endsWith("/false")) {
      return false;
    }
    boolean free = word.equals("true") || word.equals("1") || word.endsWith("/true");
    return free ? true : null;
  }

  private static int score(Map<?, ?> object) {
    int score = 0;
    for (String type : types(object)) {
      if (type.equals("NewsArticle") || type.equals("ReportageNewsArticle")) {
        score = Math.max(score, 40);
      } else if (type.endsWith("Article") || type.endsWith("Posting")) {
        score = Math.max(score, 30);
      } else if (type.equals("Report") || type.equals("CreativeWork")) {
        score = Math.max(score, 10);
      }
    }
    if (score > 0) {
      score += object.containsKey("headline") ? 4 : 0;
      score += object.containsKey("datePublished") ? 2 : 0;
      score += object.containsKey("articleBody") ? 1 : 0;
    }
    return score;
  }

  private static List<String> types(Map<?, ?> object) {
    List<String> types = new ArrayList<>();
    Object type = object.get("@type");
    if (type instanceof List<?> several) {
      several.forEach(one -> types.add(String.valueOf(one)));
    } else if (type != null) {
      types.add(type.toString());
    }
    types.replaceAll(name -> name.substring(name.lastIndexOf('/') + 1));
    return types;
  }

  private @Nullable String textOf(@Nullable Object value) {
    if (value instanceof String text) {
      return text.isBlank() ? null : text;
    }
    if (value instanceof List<?> several) {
      return several.isEmpty() ? null : textOf(several.get(0));
    }
    if (value instanceof Map<?, ?> object) {
      for (String key : List.of("name", "@id", "url", "@value")) {
        String text = object.get(key) instanceof String found ? found : null;
        if (text != null && !text.isBlank()) {
          return text;
        }
      }
    }
    return null;
  }

  private void addNames(@Nullable Object value, List<String> names) {
    if (names.size() >= 50) {
      return;
    }
    if (value instanceof String name) {
      names.add(name);
    } else if (value instanceof List<?> several) {
      several.forEach(one -> addNames(one, names));
    } else if (value instanceof Map<?, ?> object) {
      if (object.get("name") instanceof String name) {
        names.add(name);
      } else if (object.get("name") instanceof List<?> several) {
        addNames(several, names);
      } else if (object.get("@id") instanceof String id) {
        String name = named.get(id);
        if (name != null) {
          names.add(name);
        }
      }
    }
  }

  /** All objects, the outer ones first. */
  private static void collect(@Nullable Object root, List<Map<?, ?>> objects) {
    Deque<Object> open = new ArrayDeque<>();
    if (root != null) {
      open.add(root);
    }
    while (!open.isEmpty()) {
      Object value = open.poll();
      if (value instanceof Map<?, ?> object) {
        objects.add(object);
        object.values().forEach(inner -> push(inner, open));
      } else if (value instanceof List<?> several) {
        several.forEach(inner -> push(inner, open));
      }
    }
  }

  private static void push(@Nullable Object value, Deque<Object> open) {
    if (value instanceof Map<?, ?> || value instanceof List<?>) {
      open.add(value);
    }
  }

  /** What can be read of a piece of JSON: where it breaks off, all that is open is closed. */
  static @Nullable Object parse(String script) {
    int wrapped = script.indexOf("<![CDATA[");
    int start = wrapped >= 0 && wrapped < 20 ? wrapped + "<![CDATA[".length() : 0;
    while (start < script.length() && script.charAt(start) != '{' && script.charAt(start) != '[') {
      start++;
    }
    Deque<Object> open = new ArrayDeque<>();
    Object root = null;
    String key = null;
    int values = 0;
    try (JsonParser parser = JSON.createParser(script.substring(start))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (++values > MOST_VALUES) {
          return root;
        }
        if (token == JsonToken.FIELD_NAME) {
          key = parser.currentName();
          continue;
        }
        if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
          open.pop();
          if (open.isEmpty()) {
            return root;
          }
          continue;
        }
        Object value =
            switch (token) {
              case START_OBJECT -> new LinkedHashMap<String, Object>();
              case START_ARRAY -> new ArrayList<Object>();
              case VALUE_NULL -> null;
              default -> parser.getText();
            };
        if (value == null) {
          continue;
        }
        put(open.peek(), key, value);
        root = root == null ? value : root;
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
          open.push(value);
        }
      }
    } catch (IOException e) {
      // Broken off: what stands before is as good as in a whole one.
      return root;
    }
    return root;
  }

  @SuppressWarnings("unchecked")
  private static void put(@Nullable Object parent, @Nullable String key, Object value) {
    if (parent instanceof Map<?, ?> object && key != null) {
      ((Map<String, Object>) object).putIfAbsent(key, value);
    } else if (parent instanceof List<?> several) {
      ((List<Object>) several).add(value);
    }
  }
}
