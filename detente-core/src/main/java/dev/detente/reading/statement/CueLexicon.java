package dev.detente.reading.statement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.article.DetenteException;
import dev.detente.record.Act;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cues of one language: {@code cues.yaml}. Immutable and thread-safe. */
final class CueLexicon {
  private final Map<String, List<Cue>> verbs;
  private final Map<String, List<Cue>> nouns;
  private final List<Source> sources;
  private final Map<String, Set<String>> words;

  /**
   * A preposition that the source follows.
   *
   * @param words the preposition's words, in lower case
   */
  record Source(List<String> words, Act act) {
    String label() {
      return String.join(" ", words);
    }
  }

  private CueLexicon(
      Map<String, List<Cue>> verbs,
      Map<String, List<Cue>> nouns,
      List<Source> sources,
      Map<String, Set<String>> words) {
    this.verbs = verbs;
    this.nouns = nouns;
    this.sources = sources;
    this.words = words;
  }

  /**
   * Reads a lexicon; a missing one attributes nothing.
   *
   * @throws DetenteException DET-0311 for an unknown act or frame
   */
  static CueLexicon of(JsonNode file, String name) {
    try {
      Map<String, List<Cue>> verbs = cues(file.path("verbs"));
      Map<String, List<Cue>> nouns = cues(file.path("nouns"));
      List<Source> sources = new ArrayList<>();
      for (JsonNode node : file.path("according")) {
        sources.add(
            new Source(split(node.path("cue").asText()), Act.of(node.path("act").asText("say"))));
      }
      sources.sort(Comparator.comparingInt((Source source) -> -source.words().size()));
      Map<String, Set<String>> words = new LinkedHashMap<>();
      file.path("words")
          .properties()
          .forEach(entry -> words.put(entry.getKey(), strings(entry.getValue())));
      return new CueLexicon(verbs, nouns, List.copyOf(sources), words);
    } catch (IllegalArgumentException e) {
      throw new DetenteException(
          "DET-0311",
          "codebook file " + name + ": unknown act or frame (" + e.getMessage() + "); correct it",
          e);
    }
  }

  private static Map<String, List<Cue>> cues(JsonNode groups) {
    Map<String, List<Cue>> byHead = new LinkedHashMap<>();
    for (JsonNode group : groups) {
      Act act = Act.of(group.path("act").asText());
      JsonNode object = group.path("object");
      Set<CueFrame> frames = EnumSet.noneOf(CueFrame.class);
      group.path("frames").forEach(frame -> frames.add(CueFrame.of(frame.asText())));
      for (JsonNode node : group.path("cues")) {
        List<String> words = split(node.asText());
        Cue cue =
            new Cue(
                words.get(0),
                List.copyOf(words.subList(1, words.size())),
                act,
                object.isMissingNode() ? null : Act.of(object.asText()),
                group.path("speech").asBoolean(),
                frames,
                "object".equals(group.path("to").asText()),
                "object".equals(group.path("keep").asText()),
                group.path("weak").asBoolean());
        byHead.computeIfAbsent(cue.head(), head -> new ArrayList<>()).add(cue);
      }
    }
    // Longest first; the order of the file else.
    byHead
        .values()
        .forEach(list -> list.sort(Comparator.comparingInt((Cue cue) -> -cue.with().size())));
    return byHead;
  }

  private static List<String> split(String words) {
    return Arrays.asList(words.strip().toLowerCase(Locale.ROOT).split(" +"));
  }

  private static Set<String> strings(JsonNode list) {
    Set<String> strings = new LinkedHashSet<>();
    list.forEach(node -> strings.add(node.asText().toLowerCase(Locale.ROOT)));
    return strings;
  }

  /** Cues with this head, longest first. */
  List<Cue> verbs(String lemma) {
    return verbs.getOrDefault(lemma, List.of());
  }

  /** Nouns that attribute, by lemma. */
  List<Cue> nouns(String lemma) {
    return nouns.getOrDefault(lemma, List.of());
  }

  /** Prepositions that a source follows, longest first. */
  List<Source> sources() {
    return sources;
  }

  /** Whether a word belongs to one of the lexicon's closed lists ({@code markers}, ...). */
  boolean is(String list, @Nullable String word) {
    Set<String> set = words.get(list);
    return set != null && word != null && set.contains(word);
  }
}
