package dev.detente.reading.time;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The time words and patterns of a language: {@code calendar.yaml} of its codebook folder.
 * Immutable and thread-safe.
 */
final class Calendar {
  /** An example of the calendar: an expression in its sentence and the value it must get. */
  record Example(String text, String expression, @Nullable String published, String value) {}

  /** Form to class to value. */
  private final Map<String, Map<String, String>> classes = new HashMap<>();

  private final Set<String> capitalised;
  private final Map<String, List<Rule>> innerByFirst = new HashMap<>();
  private final Map<String, List<Rule>> outerByFirst = new HashMap<>();
  private final List<String> numeric;
  private final Set<String> future;
  private final Set<String> planned;
  private final Set<String> reporting;
  private final Set<String> perfect;
  private final Set<String> beforeInfinitive;
  private final Set<String> boundaries;
  private final List<Example> examples = new ArrayList<>();

  private Calendar(Codebook codebook, String file) {
    JsonNode root = codebook.file(file);
    for (Map.Entry<String, JsonNode> entry : root.path("classes").properties()) {
      readClass(entry.getKey(), entry.getValue());
    }
    capitalised = Words.lower(root.path("capitalised"));
    numeric =
        List.of(
            "day",
            "monthnumber",
            "year",
            "recent",
            "hour",
            "minute",
            "yy",
            "count",
            "week",
            "decade");
    JsonNode tense = root.path("tense");
    future = Words.lower(tense.path("future"));
    planned = Words.lower(tense.path("planned"));
    reporting = Words.lower(tense.path("reporting"));
    perfect = Words.lower(tense.path("perfect"));
    beforeInfinitive = Words.lower(tense.path("before_infinitive"));
    boundaries = Words.lower(tense.path("boundaries"));
    int number = 0;
    for (JsonNode rule : root.path("rules")) {
      String pointer = "/rules/" + number++;
      readRule(rule, () -> codebook.place(file, pointer));
    }
    for (JsonNode example : root.path("examples")) {
      examples.add(
          new Example(
              example.path("text").asText(),
              example.path("time").asText(),
              example.path("published").isTextual() ? example.path("published").asText() : null,
              example.path("value").asText()));
    }
  }

  static Calendar load(Codebook codebook, String language) {
    String file = Codebook.folderOf(language) + "/calendar.yaml";
    return new Calendar(codebook, file);
  }

  private void readClass(String name, JsonNode node) {
    List<String> suffixes = new ArrayList<>(List.of(""));
    node.path("suffixes").forEach(suffix -> suffixes.add(suffix.asText()));
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (entry.getKey().equals("suffixes")) {
        continue;
      }
      for (JsonNode form : entry.getValue()) {
        for (String suffix : suffixes) {
          classes
              .computeIfAbsent(
                  form.asText().toLowerCase(Locale.ROOT) + suffix, unused -> new TreeMap<>())
              .put(name, entry.getKey());
        }
      }
    }
  }

  private void readRule(JsonNode node, Supplier<String> place) {
    String name = node.path("name").asText();
    List<Pattern> patterns = new ArrayList<>();
    boolean outer = false;
    for (JsonNode pattern : node.path("patterns")) {
      outer |= pattern.asText().indexOf('{') >= 0;
      patterns.add(Pattern.parse(pattern.asText(), place));
    }
    String meaning = node.path("value").asText();
    if (name.isEmpty() || patterns.isEmpty() || !Meaning.knows(meaning)) {
      throw new DetenteException(
          "DET-0332",
          place.get()
              + ", rule \""
              + name
              + "\": a rule needs a name, patterns and a known value (\""
              + meaning
              + "\" is none); correct the rule");
    }
    Rule rule =
        new Rule(
            name,
            patterns,
            List.of(meaning.split(" ")),
            Words.lower(node.path("unless_next")),
            Words.lower(node.path("unless_before")),
            outer,
            node.path("only").asText().equals("slot"));
    Map<String, List<Rule>> index = outer ? outerByFirst : innerByFirst;
    Set<String> first = new TreeSet<>();
    patterns.forEach(pattern -> first.addAll(pattern.first()));
    for (String start : first) {
      index.computeIfAbsent(start, unused -> new ArrayList<>()).add(rule);
    }
  }

  /** Whether the token belongs to a class. */
  boolean is(Token token, String name) {
    return value(token, name) != null;
  }

  /** The value of a token in a class; null when it does not belong to it. */
  @Nullable String value(Token token, String name) {
    if (numeric.contains(name) && token.number() >= 0) {
      return numericValue(token, name) ? String.valueOf(token.number()) : null;
    }
    if (name.equals("lower")) {
      return !token.capital() && Character.isLetter(token.form().codePointAt(0)) ? "" : null;
    }
    Map<String, String> own = classes.get(token.form());
    if (own == null) {
      return null;
    }
    String value = own.get(name);
    return value != null && capitalised.contains(name) && !token.capital() ? null : value;
  }

  private static boolean numericValue(Token token, String name) {
    int n = token.number();
    int length = token.length();
    return switch (name) {
      case "day" -> length <= 2 && n >= 1 && n <= 31;
      case "monthnumber" -> length <= 2 && n >= 1 && n <= 12;
      case "year" -> length == 4 && n >= 1000 && n <= 2199;
      case "recent" -> length == 4 && n >= 1900 && n <= 2099;
      case "hour" -> length <= 2 && n <= 24;
      case "minute" -> length == 2 && n <= 59;
      case "yy" -> length == 2;
      case "count" -> length <= 4 && n >= 1;
      case "week" -> length <= 2 && n >= 1 && n <= 53;
      case "decade" -> n % 10 == 0 && (length == 4 && n >= 1000 && n <= 2190 || length == 2);
      default -> false;
    };
  }

  /** Rules without a slot that can begin with this token, in order of the file. */
  Iterable<Rule> innerRules(Token token) {
    return rules(token, innerByFirst, false);
  }

  /** Rules with a slot that can begin with this token, in order of the file. */
  Iterable<Rule> outerRules(Token token, boolean timeStarts) {
    return rules(token, outerByFirst, timeStarts);
  }

  private Iterable<Rule> rules(Token token, Map<String, List<Rule>> index, boolean timeStarts) {
    List<Rule> byForm = index.get(token.form());
    Map<String, String> own = classes.get(token.form());
    if (own == null && token.number() < 0 && !timeStarts) {
      return byForm == null ? List.of() : byForm;
    }
    Map<String, Rule> found = new LinkedHashMap<>();
    add(found, byForm);
    if (own != null) {
      for (String name : own.keySet()) {
        add(found, index.get("<" + name + ">"));
      }
    }
    if (token.number() >= 0) {
      for (String name : numeric) {
        if (numericValue(token, name)) {
          add(found, index.get("<" + name + ">"));
        }
      }
    }
    if (timeStarts) {
      add(found, index.get("{time}"));
    }
    return found.values();
  }

  private static void add(Map<String, Rule> found, @Nullable List<Rule> rules) {
    if (rules != null) {
      for (Rule rule : rules) {
        found.putIfAbsent(rule.name(), rule);
      }
    }
  }

  /** Whether the word, as it stands or as a lemma, puts its clause into the future. */
  boolean future(String word) {
    return future.contains(word);
  }

  /** Whether the word tells that something is planned ("is expected on Friday"). */
  boolean planned(String word) {
    return planned.contains(word);
  }

  /** Whether the word is a verb of reporting, whose present tense tells of the past. */
  boolean reporting(String word) {
    return reporting.contains(word);
  }

  /** Whether the word is the infinitive of the auxiliary of the perfect. */
  boolean perfect(String word) {
    return perfect.contains(word);
  }

  /** Whether the word with an infinitive tells what is planned, whatever its tense: "was to". */
  boolean beforeInfinitive(String word) {
    return beforeInfinitive.contains(word);
  }

  /** Whether the word begins a clause. */
  boolean boundary(String word) {
    return boundaries.contains(word);
  }

  List<Example> examples() {
    return List.copyOf(examples);
  }
}
