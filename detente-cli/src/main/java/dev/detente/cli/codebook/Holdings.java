package dev.detente.cli.codebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.CodebookFile;
import dev.detente.codebook.LocatedYaml;
import dev.detente.codebook.plover.Plover;
import dev.detente.codebook.plover.Trigger;
import dev.detente.codebook.plover.TriggerLexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds what a codebook holds: by act, event type, role, rule or word. Not thread-safe. */
public final class Holdings {
  /** Last parts of compounds have at least this many letters. */
  private static final int COMPOUND_HEAD = 4;

  private static final Map<CodebookFile, String> KINDS =
      Map.of(
          CodebookFile.CUES, "cue",
          CodebookFile.TRIGGERS, "event",
          CodebookFile.PLOVER, "event",
          CodebookFile.ROLES, "role",
          CodebookFile.CALENDAR, "time");

  private final Codebook codebook;
  private final List<CodebookFile.Member> members;
  private final Map<String, LocatedYaml> files = new LinkedHashMap<>();

  /**
   * Looks into the files of these languages.
   *
   * @param languages with a folder of their own; empty for all
   */
  public Holdings(Codebook codebook, Set<String> languages) {
    this.codebook = codebook;
    this.members =
        codebook.members().stream()
            .filter(
                member ->
                    languages.isEmpty()
                        || member.language().isEmpty()
                        || languages.contains(member.language()))
            .toList();
  }

  /**
   * A file and how much it holds.
   *
   * @param yours whether it is the user's
   * @param counts how many of what, in order of the file
   */
  public record Overview(String file, boolean yours, Map<String, Integer> counts) {}

  /** Every file with what it holds. */
  public List<Overview> overview() {
    List<Overview> overview = new ArrayList<>();
    for (CodebookFile.Member member : members) {
      Map<String, Integer> counts = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> part : yaml(member).root().properties()) {
        counts.put(part.getKey(), leaves(part.getKey(), part.getValue()));
      }
      overview.add(
          new Overview(codebook.nameOf(member.path()), codebook.isOverlaid(member.path()), counts));
    }
    return overview;
  }

  /** Entries of a list by themselves, words of anything else. */
  private static int leaves(String key, JsonNode node) {
    if (node.isArray() && node.path(0).isObject() || key.equals("examples")) {
      return node.size();
    }
    if (node.isValueNode()) {
      return 1;
    }
    int count = 0;
    for (JsonNode child : node) {
      count += child.isArray() || child.isObject() ? leaves("", child) : 1;
    }
    return count;
  }

  /** Cues of an act; of all when null. */
  public List<Holding> cues(@Nullable String act) {
    return entries(
        CodebookFile.CUES,
        List.of("verbs", "according", "nouns"),
        (list, entry) -> entry.path("act").asText() + " · " + list,
        entry -> act == null || is(act, entry.path("act")) || is(act, entry.path("object")));
  }

  /** The scheme's line of an event type or {@code TYPE/mode}, and the words that report it. */
  public List<Holding> events(@Nullable String type) {
    List<Holding> found = new ArrayList<>();
    int slash = type == null ? -1 : type.indexOf('/');
    String name = type == null ? null : slash < 0 ? type : type.substring(0, slash);
    String mode = type == null || slash < 0 ? null : type.substring(slash + 1);
    for (CodebookFile.Member member : members) {
      if (member.kind() == CodebookFile.PLOVER) {
        LocatedYaml yaml = yaml(member);
        for (Map.Entry<String, JsonNode> entry : yaml.root().path("types").properties()) {
          if (name == null || entry.getKey().equalsIgnoreCase(name)) {
            found.add(
                holding(member, "/types/" + entry.getKey(), entry.getKey(), "", entry.getValue()));
          }
        }
      }
    }
    found.addAll(
        entries(
            CodebookFile.TRIGGERS,
            List.of("triggers"),
            (list, entry) ->
                entry.path("id").asText()
                    + " · "
                    + entry.path("type").asText()
                    + (entry.has("mode") ? "/" + entry.path("mode").asText() : ""),
            entry ->
                name == null
                    || is(name, entry.path("id"))
                    || is(name, entry.path("type"))
                        && (mode == null || is(mode, entry.path("mode")))));
    return found;
  }

  /** Role nouns of a kind, sector or office; all when null. */
  public List<Holding> roles(@Nullable String key) {
    return entries(
        CodebookFile.ROLES,
        List.of("roles"),
        (list, entry) ->
            entry.path("kind").asText()
                + (entry.has("sector") ? " · " + entry.path("sector").asText() : "")
                + (entry.has("office") ? " · " + entry.path("office").asText() : ""),
        entry ->
            key == null
                || is(key, entry.path("kind"))
                || is(key, entry.path("sector"))
                || is(key, entry.path("office")));
  }

  /** Rules of the calendars by their name; all when null. */
  public List<Holding> times(@Nullable String rule) {
    return entries(
        CodebookFile.CALENDAR,
        List.of("rules"),
        (list, entry) -> entry.path("name").asText(),
        entry -> rule == null || is(rule, entry.path("name")));
  }

  /** What can be asked for of a kind, for those who ask for something else. */
  public static Set<String> keys(List<Holding> holdings) {
    Set<String> keys = new TreeSet<>();
    for (Holding holding : holdings) {
      for (String key : List.of("act", "type", "id", "kind", "sector", "office", "name")) {
        if (holding.content().path(key).isTextual()) {
          keys.add(holding.content().path(key).asText());
        }
      }
    }
    return keys;
  }

  private static boolean is(String wanted, JsonNode value) {
    return value.isTextual() && value.asText().equalsIgnoreCase(wanted);
  }

  /** How an entry of a list is called. */
  private interface Title {
    String of(String list, JsonNode entry);
  }

  private List<Holding> entries(
      CodebookFile kind, List<String> lists, Title title, Predicate<JsonNode> wanted) {
    List<Holding> found = new ArrayList<>();
    for (CodebookFile.Member member : members) {
      if (member.kind() != kind) {
        continue;
      }
      for (String list : lists) {
        JsonNode entries = yaml(member).root().path(list);
        for (int i = 0; i < entries.size(); i++) {
          JsonNode entry = entries.path(i);
          if (wanted.test(entry)) {
            found.add(holding(member, "/" + list + "/" + i, title.of(list, entry), "", entry));
          }
        }
      }
    }
    return found;
  }

  /** Everything in which a word stands, alone or among others; also rows of the tables. */
  public List<Holding> word(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    List<Holding> found = new ArrayList<>();
    for (CodebookFile.Member member : members) {
      Map<String, Set<String>> matches = new LinkedHashMap<>();
      search(yaml(member).root(), "", wanted, matches);
      if (member.kind() == CodebookFile.TRIGGERS) {
        inflected(member, wanted, matches);
      }
      for (Map.Entry<String, Set<String>> match : matches.entrySet()) {
        JsonNode content = yaml(member).at(match.getKey());
        found.add(
            holding(
                member,
                match.getKey(),
                title(match.getKey(), content),
                String.join("; ", match.getValue()),
                content));
      }
    }
    // Entries before bare lists; the order of the files else.
    found.sort(Comparator.comparing((Holding holding) -> holding.content().isArray()));
    found.addAll(new Tables(codebook).rows(wanted));
    return found;
  }

  private void search(
      JsonNode node, String pointer, String wanted, Map<String, Set<String>> matches) {
    if (pointer.startsWith("/examples") || pointer.endsWith("/examples")) {
      return;
    }
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        search(
            entry.getValue(), pointer + "/" + LocatedYaml.escaped(entry.getKey()), wanted, matches);
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        search(node.path(i), pointer + "/" + i, wanted, matches);
      }
    } else if (node.isTextual()) {
      String how = match(node.asText(), wanted, pointer);
      if (how != null) {
        matches.computeIfAbsent(holder(pointer), p -> new LinkedHashSet<>()).add(how);
      }
    }
  }

  /** How the word stands in a text of the file; null when it does not. */
  private static @Nullable String match(String text, String wanted, String pointer) {
    String lower = text.toLowerCase(Locale.ROOT).strip();
    if (lower.equals(wanted)) {
      return text.strip();
    }
    for (String part : lower.split("[ |=$]+")) {
      if (part.equals(wanted) || part.equals("-" + wanted)) {
        return text.strip();
      }
    }
    boolean head = pointer.contains("/heads/") || pointer.matches("/triggers/\\d+/nouns/.*");
    String end = lower.startsWith("-") ? lower.substring(1) : lower;
    return head
            && end.length() >= COMPOUND_HEAD
            && wanted.length() > end.length() + 1
            && wanted.endsWith(end)
        ? "…" + end
        : null;
  }

  /** Entries of the triggers that know the word as an inflected form. */
  private void inflected(
      CodebookFile.Member member, String wanted, Map<String, Set<String>> matches) {
    TriggerLexicon lexicon =
        TriggerLexicon.load(codebook, Plover.load(codebook), member.language());
    Set<String> ids = new LinkedHashSet<>();
    for (Trigger trigger : lexicon.candidates(wanted, wanted, false)) {
      ids.add(trigger.id());
    }
    JsonNode triggers = yaml(member).root().path("triggers");
    for (int i = 0; i < triggers.size(); i++) {
      String pointer = "/triggers/" + i;
      if (ids.contains(triggers.path(i).path("id").asText()) && !matches.containsKey(pointer)) {
        matches.put(pointer, new LinkedHashSet<>(List.of(wanted + " (a form of a word)")));
      }
    }
  }

  /** What holds a value: the entry of a list that it belongs to, else its list. */
  private static String holder(String pointer) {
    String[] parts = pointer.substring(1).split("/", -1);
    StringBuilder at = new StringBuilder();
    for (int i = 0; i < parts.length - 1; i++) {
      at.append('/').append(parts[i]);
      if (i > 0 && parts[i].matches("\\d+") && !parts[i - 1].isEmpty() && i < parts.length - 1) {
        return at.toString();
      }
    }
    return at.toString();
  }

  private static String title(String pointer, JsonNode content) {
    for (String key : List.of("id", "act", "name", "kind", "english")) {
      if (content.path(key).isTextual()) {
        return content.path(key).asText()
            + (content.path("type").isTextual() ? " · " + content.path("type").asText() : "")
            + (content.path("mode").isTextual() ? "/" + content.path("mode").asText() : "")
            + (content.path("sector").isTextual() ? " · " + content.path("sector").asText() : "");
      }
    }
    return LocatedYaml.readable(pointer);
  }

  private Holding holding(
      CodebookFile.Member member, String pointer, String title, String match, JsonNode content) {
    return new Holding(
        content.isArray() ? "list" : KINDS.getOrDefault(member.kind(), "list"),
        member.language(),
        codebook.nameOf(member.path()),
        yaml(member).line(pointer),
        title,
        match,
        content);
  }

  private LocatedYaml yaml(CodebookFile.Member member) {
    return files.computeIfAbsent(member.path(), codebook::located);
  }
}
