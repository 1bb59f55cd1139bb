package dev.detente.codebook.plover;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.Words;
import dev.detente.record.EventType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words that report events in one language: {@code triggers.yaml} of its folder. Immutable and
 * thread-safe.
 */
public final class TriggerLexicon {
  private static final List<String> ACTOR = List.of("subj", "gen", "adj", "light");
  private static final List<String> RECIPIENT = List.of("obj");

  private final String file;
  private final List<Trigger> triggers;
  private final Map<String, List<Trigger>> byWord;
  private final Map<String, List<Trigger>> byEnding;
  private final Map<EventType, Map<String, Set<String>>> modes;
  private final Map<String, Set<String>> lists;
  private final Map<String, Double> numbers;
  private final List<Example> examples;

  /**
   * A sentence of the lexicon with what it must give.
   *
   * @param entry the entry it stands in
   * @param sentence the text
   * @param expected {@code TYPE}, {@code TYPE/mode} or {@code -} for no event
   */
  public record Example(String entry, String sentence, String expected) {}

  private TriggerLexicon(
      String file,
      List<Trigger> triggers,
      Map<EventType, Map<String, Set<String>>> modes,
      Map<String, Set<String>> lists,
      Map<String, Double> numbers,
      List<Example> examples) {
    this.file = file;
    this.triggers = List.copyOf(triggers);
    this.modes = modes;
    this.lists = lists;
    this.numbers = numbers;
    this.examples = List.copyOf(examples);
    this.byWord = new HashMap<>();
    this.byEnding = new HashMap<>();
    for (Trigger trigger : triggers) {
      for (String word : trigger.pattern().head().whole()) {
        byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(trigger);
      }
      if (trigger.part() == Trigger.Part.NOUN) {
        for (String ending : trigger.pattern().head().endings()) {
          byEnding.computeIfAbsent(ending, w -> new ArrayList<>()).add(trigger);
        }
      }
    }
  }

  /**
   * Reads the lexicon of a language.
   *
   * @throws DetenteException DET-0313 when an entry names an unknown type, mode, context or class
   */
  public static TriggerLexicon load(Codebook codebook, Plover plover, String language) {
    String file = codebook.pathOf(language, "triggers");
    JsonNode root = codebook.lexicon(language, "triggers");
    Map<String, List<String>> classes = Words.lists(root.path("classes"));
    WordForms forms = WordForms.of(root.path("inflections"));
    boolean compounds = root.path("compounds").asBoolean(true);
    List<Trigger> triggers = new ArrayList<>();
    List<Example> examples = new ArrayList<>();
    int number = -1;
    for (JsonNode entry : root.path("triggers")) {
      number++;
      String id = entry.path("id").asText("");
      try {
        read(entry, id, plover, classes, forms, compounds, triggers);
      } catch (IllegalArgumentException e) {
        throw new DetenteException(
            "DET-0313",
            codebook.place(file, "/triggers/" + number)
                + ", entry "
                + id
                + ": "
                + e.getMessage()
                + "; correct it",
            e);
      }
      for (String example : Words.list(entry.path("examples"))) {
        int arrow = example.lastIndexOf("=>");
        examples.add(
            arrow < 0
                ? new Example(id, example.trim(), entry.path("type").asText())
                : new Example(
                    id, example.substring(0, arrow).trim(), example.substring(arrow + 2).trim()));
      }
    }
    Map<EventType, Map<String, Set<String>>> modes = new EnumMap<>(EventType.class);
    for (Map.Entry<String, JsonNode> type : root.path("modes").properties()) {
      Map<String, Set<String>> ofType = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> mode : type.getValue().properties()) {
        ofType.put(mode.getKey(), Words.lower(mode.getValue()));
      }
      modes.put(EventType.valueOf(type.getKey()), ofType);
    }
    Map<String, Set<String>> lists = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> group : root.path("lists").properties()) {
      lists.put(group.getKey(), Words.lower(group.getValue()));
    }
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> numeral : root.path("numbers").properties()) {
      numbers.put(numeral.getKey().toLowerCase(Locale.ROOT), numeral.getValue().asDouble());
    }
    return new TriggerLexicon(file, triggers, modes, lists, numbers, examples);
  }

  private static void read(
      JsonNode entry,
      String id,
      Plover plover,
      Map<String, List<String>> classes,
      WordForms forms,
      boolean compounds,
      List<Trigger> triggers) {
    EventType type = EventType.valueOf(entry.path("type").asText());
    String mode = entry.hasNonNull("mode") ? entry.path("mode").asText() : null;
    if (mode != null && !plover.hasMode(type, mode)) {
      throw new IllegalArgumentException(type + " has no mode " + mode);
    }
    List<String> contexts = Words.list(entry.path("contexts"));
    for (String context : contexts) {
      if (!plover.hasContext(context)) {
        throw new IllegalArgumentException("PLOVER has no context " + context);
      }
    }
    List<String> all = Words.list(entry.path("all"));
    List<String> actor = entry.has("actor") ? Words.list(entry.path("actor")) : ACTOR;
    List<String> recipient =
        entry.has("recipient")
            ? Words.list(entry.path("recipient"))
            : all.isEmpty() ? RECIPIENT : List.of();
    for (Trigger.Part part : Trigger.Part.values()) {
      String key = part.name().toLowerCase(Locale.ROOT) + "s";
      for (String words : Words.list(entry.path(key))) {
        triggers.add(
            new Trigger(
                id,
                part,
                WordPattern.parse(words, part, classes, forms, compounds),
                type,
                mode,
                contexts,
                entry.hasNonNull("cameo") ? entry.path("cameo").asText() : null,
                actor,
                recipient,
                all,
                new TreeSet<>(Words.list(entry.path("needs"))),
                Words.lower(entry.path("not"))));
      }
    }
  }

  /** All entries in the file's order, one per pattern. */
  public List<Trigger> triggers() {
    return triggers;
  }

  /** Examples of the file, to be run as tests. */
  public List<Example> examples() {
    return examples;
  }

  /** The file below the codebook folder: {@code nb/triggers.yaml}. */
  public String file() {
    return file;
  }

  /** Triggers whose head has this form or lemma (lower case), whatever their further words. */
  public List<Trigger> candidates(String form, String lemma, boolean nominal) {
    List<Trigger> found = new ArrayList<>();
    found.addAll(byWord.getOrDefault(lemma, List.of()));
    if (!form.equals(lemma)) {
      addNew(byWord.getOrDefault(form, List.of()), found);
    }
    if (nominal) {
      addByEnding(lemma, found);
      if (!form.equals(lemma)) {
        addByEnding(form, found);
      }
    }
    return found;
  }

  private void addByEnding(String word, List<Trigger> found) {
    for (int start = 2; start + WordPattern.SHORTEST_COMPOUND_HEAD <= word.length(); start++) {
      addNew(byEnding.getOrDefault(word.substring(start), List.of()), found);
    }
  }

  /** Adds those entries that are not there yet; an entry is there once, so the object tells it. */
  private static void addNew(List<Trigger> triggers, List<Trigger> found) {
    for (Trigger trigger : triggers) {
      boolean known = false;
      for (Trigger other : found) {
        known |= other == trigger;
      }
      if (!known) {
        found.add(trigger);
      }
    }
  }

  /** Modes of a type in the file's order, each with the words that decide for it. */
  public Map<String, Set<String>> modeWords(EventType type) {
    return modes.getOrDefault(type, Collections.emptyMap());
  }

  /** A named list of words of the file; empty when there is none. */
  public Set<String> list(String name) {
    return lists.getOrDefault(name, Set.of());
  }

  /** Numbers written as words, lower case. */
  public Map<String, Double> numbers() {
    return numbers;
  }
}
