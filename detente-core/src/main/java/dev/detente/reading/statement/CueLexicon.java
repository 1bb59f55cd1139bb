package dev.detente.reading.statement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.article.DetenteException;
import dev.detente.codebook.Words;
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

  /** Heads by inflected form. */
  private final Map<String, List<String>> forms;

  private final Map<String, List<String>> nounForms;

  /**
   * A preposition that the source follows.
   *
   * @param words the preposition's words, in lower case
   * @param relay whether it names whom the one before it cites, who is then only a relay
   */
  record Source(List<String> words, Act act, boolean relay) {
    String label() {
      return String.join(" ", words);
    }
  }

  private CueLexicon(
      Map<String, List<Cue>> verbs,
      Map<String, List<Cue>> nouns,
      List<Source> sources,
      Map<String, Set<String>> words,
      Map<String, List<String>> forms,
      Map<String, List<String>> nounForms) {
    this.forms = forms;
    this.nounForms = nounForms;
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
            new Source(
                split(node.path("cue").asText()),
                Act.of(node.path("act").asText("say")),
                node.path("relay").asBoolean()));
      }
      sources.sort(Comparator.comparingInt((Source source) -> -source.words().size()));
      Map<String, Set<String>> words = new LinkedHashMap<>();
      file.path("words")
          .properties()
          .forEach(entry -> words.put(entry.getKey(), Words.lower(entry.getValue())));
      Set<String> heads = new LinkedHashSet<>(verbs.keySet());
      for (String list :
          List.of(
              "modals",
              "want",
              "get",
              "carriers",
              "learn",
              "get-told",
              "report",
              "give",
              "quoting",
              "spells")) {
        heads.addAll(words.getOrDefault(list, Set.of()));
      }
      Map<String, List<String>> nounForms = new LinkedHashMap<>();
      Set<String> endings = Words.lower(file.path("inflection").path("nouns"));
      Set<String> nounHeads = new LinkedHashSet<>(nouns.keySet());
      nounHeads.addAll(words.getOrDefault("utterances", Set.of()));
      nounHeads.addAll(words.getOrDefault("channels", Set.of()));
      nounHeads.addAll(words.getOrDefault("talks", Set.of()));
      for (String noun : nounHeads) {
        Set<String> inflected = new LinkedHashSet<>();
        inflected.add(noun);
        inflect(noun, endings, inflected);
        if (noun.endsWith("e")) {
          inflect(noun.substring(0, noun.length() - 1), endings, inflected);
        } else if (noun.endsWith("el")) {
          inflect(noun.substring(0, noun.length() - 2) + "l", endings, inflected);
        }
        inflected.forEach(
            form -> nounForms.computeIfAbsent(form, f -> new ArrayList<>()).add(noun));
      }
      return new CueLexicon(
          verbs,
          nouns,
          List.copyOf(sources),
          words,
          forms(heads, file.path("inflection")),
          nounForms);
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
                "content".equals(group.path("to").asText()),
                "object".equals(group.path("keep").asText()),
                group.path("adjacent").asBoolean(),
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

  /** The inflected forms of these lemmas, by rule where nothing irregular is given. */
  private static Map<String, List<String>> forms(Set<String> lemmas, JsonNode inflection) {
    Map<String, List<String>> byForm = new LinkedHashMap<>();
    Set<String> endings = Words.lower(inflection.path("endings"));
    Set<String> strip = Words.lower(inflection.path("strip"));
    JsonNode irregular = inflection.path("irregular");
    for (String lemma : lemmas) {
      Set<String> forms = new LinkedHashSet<>();
      forms.add(lemma);
      if (irregular.has(lemma)) {
        forms.addAll(split(irregular.path(lemma).asText()));
      } else {
        inflect(lemma, endings, forms);
        for (String tail : strip) {
          if (lemma.endsWith(tail) && lemma.length() > tail.length() + 1) {
            String stem = lemma.substring(0, lemma.length() - tail.length());
            inflect(stem, endings, forms);
            int last = stem.length() - 1;
            if (last > 1 && stem.charAt(last) == stem.charAt(last - 1)) {
              // "kalle", "kalte": a double consonant is written single before another.
              inflect(stem.substring(0, last), endings, forms);
            }
          }
        }
      }
      forms.forEach(form -> byForm.computeIfAbsent(form, f -> new ArrayList<>()).add(lemma));
    }
    return byForm;
  }

  private static void inflect(String stem, Set<String> endings, Set<String> forms) {
    endings.forEach(ending -> forms.add(stem + ending));
  }

  private static List<String> split(String words) {
    return Arrays.asList(words.strip().toLowerCase(Locale.ROOT).split(" +"));
  }

  /** Cues that a verb or adjective may head, by its form and lemma, longest first. */
  List<Cue> verbs(String form, String lemma) {
    List<String> heads = forms.getOrDefault(form, List.of());
    List<Cue> found = new ArrayList<>(verbs.getOrDefault(lemma, List.of()));
    for (String head : heads) {
      if (!head.equals(lemma)) {
        found.addAll(verbs.getOrDefault(head, List.of()));
      }
    }
    if (found.size() > 1) {
      found.sort(Comparator.comparingInt((Cue cue) -> -cue.with().size()));
    }
    return found;
  }

  /** Whether a word begins with one of a list's stems. */
  boolean starts(String list, String form) {
    Set<String> set = words.get(list);
    if (set == null) {
      return false;
    }
    for (int length = Math.min(form.length(), 14); length > 2; length--) {
      if (set.contains(form.substring(0, length))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word, by its form or lemma, is one of a closed list of verbs. */
  boolean is(String list, String form, String lemma) {
    Set<String> set = words.get(list);
    if (set == null) {
      return false;
    }
    if (set.contains(lemma)) {
      return true;
    }
    for (String head : forms.getOrDefault(form, List.of())) {
      if (set.contains(head)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the lexicon knows a verb or adjective by its form or lemma. */
  boolean knows(String form, String lemma) {
    return !verbs(form, lemma).isEmpty();
  }

  /** Cues that a noun may head, by its form and lemma, longest first. */
  List<Cue> nouns(String form, String lemma) {
    List<Cue> found = nouns.get(lemma);
    if (found != null) {
      return found;
    }
    List<String> heads = nounForms.get(form);
    return heads == null ? List.of() : nouns.getOrDefault(heads.get(0), List.of());
  }

  /** Whether a noun, by its form or lemma, is one of a closed list of nouns. */
  boolean isNoun(String list, String form, String lemma) {
    if (is(list, lemma)) {
      return true;
    }
    for (String head : nounForms.getOrDefault(form, List.of())) {
      if (is(list, head)) {
        return true;
      }
    }
    return false;
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
