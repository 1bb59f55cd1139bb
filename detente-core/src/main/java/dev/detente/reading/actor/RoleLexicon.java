package dev.detente.reading.actor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.Words;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The role nouns of a language, from {@code roles.yaml}: whole words, compound heads and, in
 * English, words of several parts. Immutable and thread-safe.
 */
public final class RoleLexicon {
  /** A compound's first part has at least this many letters. */
  private static final int FIRST_PART = 2;

  private final Map<String, Role> words = new HashMap<>();
  private final Map<String, Role> heads = new HashMap<>();
  private final List<String> endings;
  private final List<String> definite;
  private final List<String> plural;
  private final List<String> agentive;
  private final Set<String> exceptions;
  private final List<String> abstracts;
  private int longestPhrase = 1;

  /** Reads the lexicon of a language; one without the file knows no roles. */
  public RoleLexicon(Codebook codebook, String language) {
    JsonNode file = codebook.lexicon(language, "roles");
    endings = Words.list(file.path("endings"));
    definite = Words.list(file.path("definite"));
    plural = Words.list(file.path("plural"));
    agentive = Words.list(file.path("agentive"));
    exceptions = Words.set(file.path("except"));
    abstracts = Words.list(file.path("abstract"));
    for (JsonNode entry : file.path("roles")) {
      Role role = role(entry, language);
      for (JsonNode word : entry.path("words")) {
        add(words, word.asText(), role, true);
      }
      for (JsonNode head : entry.path("heads")) {
        add(words, head.asText(), role, true);
        add(heads, head.asText(), role, false);
      }
    }
  }

  private void add(Map<String, Role> index, String word, Role role, boolean whole) {
    String key = word.toLowerCase(Locale.ROOT);
    index.putIfAbsent(key, role.withEntry(key, whole));
    longestPhrase = Math.max(longestPhrase, parts(key));
  }

  /** Words that the key may be cut into: "secretary-general" may be three. */
  private static int parts(String key) {
    int parts = 1;
    for (int i = 0; i < key.length(); i++) {
      parts += key.charAt(i) == ' ' ? 1 : key.charAt(i) == '-' ? 2 : 0;
    }
    return parts;
  }

  private static Role role(JsonNode entry, String language) {
    String kind = entry.path("kind").asText();
    switch (kind) {
      case "person", "group", "organisation", "state" -> {}
      default ->
          throw new DetenteException(
              "DET-0321",
              "roles.yaml of "
                  + language
                  + ": kind \""
                  + kind
                  + "\" is none of person, group, organisation, state; correct the entry "
                  + entry);
    }
    List<String> denotes = Words.list(entry.path("denotes"));
    Set<Role.Trait> traits = EnumSet.noneOf(Role.Trait.class);
    for (Role.Trait trait : Role.Trait.values()) {
      if (entry.path(trait.name().toLowerCase(Locale.ROOT)).asBoolean()) {
        traits.add(trait);
      }
    }
    return new Role(
        "",
        false,
        kind,
        text(entry, "sector"),
        text(entry, "office"),
        Gender.of(entry.path("gender").asText()),
        denotes,
        Words.list(entry.path("takes_up")),
        traits);
  }

  private static @Nullable String text(JsonNode entry, String field) {
    JsonNode value = entry.path(field);
    return value.isTextual() ? value.asText() : null;
  }

  /**
   * The role that a word of a sentence names, alone or with the words that make one term with it
   * ("prime minister", "secretary of state"); null when it names none.
   */
  @Nullable Role find(Sentence sentence, int index) {
    for (int length = longestPhrase; length > 1; length--) {
      for (int start = index; start > index - length && start >= 0; start--) {
        if (start + length <= sentence.size() && (start + length - 1 == index || start == index)) {
          Role role = words.get(phrase(sentence, start, start + length - 1));
          if (role != null) {
            return role;
          }
        }
      }
    }
    Word word = sentence.word(index);
    return find(word.form(), word.lemma());
  }

  private String phrase(Sentence sentence, int first, int last) {
    StringBuilder phrase = new StringBuilder();
    for (int i = first; i < last; i++) {
      phrase.append(sentence.word(i).form().toLowerCase(Locale.ROOT));
      if (sentence.word(i).span().end() < sentence.word(i + 1).span().start()) {
        phrase.append(' ');
      }
    }
    Word word = sentence.word(last);
    String form = word.form().toLowerCase(Locale.ROOT);
    String whole = phrase + form;
    return words.containsKey(whole) ? whole : phrase + word.lemma().toLowerCase(Locale.ROOT);
  }

  /** The role that a word names; null when it names none. */
  public @Nullable Role find(String form, String lemma) {
    String small = form.toLowerCase(Locale.ROOT);
    String base = lemma.toLowerCase(Locale.ROOT);
    if (exceptions.contains(base) || exceptions.contains(small)) {
      return null;
    }
    Role role = words.get(base);
    if (role == null) {
      role = words.get(small);
    }
    if (role == null) {
      role = stemmed(small, 3, words::get);
    }
    if (role == null) {
      role = compound(base);
    }
    if (role == null) {
      role = compound(small);
    }
    return role == null ? stemmed(small, 5, this::compound) : role;
  }

  /** The role of the form without one of the endings, or with -e in its place. */
  private @Nullable Role stemmed(
      String form, int shortest, Function<String, @Nullable Role> lookup) {
    for (String ending : endings) {
      int length = form.length() - ending.length();
      if (length >= shortest && form.endsWith(ending)) {
        String stem = form.substring(0, length);
        Role role = lookup.apply(stem);
        if (role == null && !ending.startsWith("e")) {
          role = lookup.apply(stem + "e");
        }
        if (role != null) {
          return role;
        }
      }
    }
    return null;
  }

  private @Nullable Role compound(String word) {
    for (int cut = FIRST_PART; cut <= word.length() - 3; cut++) {
      Role role = heads.get(word.substring(cut));
      if (role != null) {
        return role;
      }
    }
    return null;
  }

  /**
   * Whether a noun that is no role is, or ends as those do that name, no person: "avtale",
   * "undersøkelse".
   */
  boolean isAbstract(String lemma) {
    String small = lemma.toLowerCase(Locale.ROOT);
    for (String ending : abstracts) {
      if (small.equals(ending) || small.endsWith(ending) && small.length() > ending.length() + 2) {
        return true;
      }
    }
    return false;
  }

  /** Whether the form of a noun is definite by its ending. */
  boolean isDefinite(Word noun) {
    return differs(noun, definite);
  }

  /**
   * Whether a noun is plural: as the analysis says, except that a form which is itself a role of
   * the lexicon ("minister", "forsvarer") is no plural of another noun in -er; by its ending where
   * the analysis says nothing.
   */
  boolean isPlural(Word noun) {
    String number = noun.feat("Number");
    if (number.equals("Sing")) {
      return false;
    }
    String form = noun.form().toLowerCase(Locale.ROOT);
    for (String ending : agentive) {
      if (form.endsWith(ending)) {
        Role role = words.get(form);
        role = role == null ? compound(form) : role;
        if (role != null && !role.plural() && role.entry().endsWith(ending)) {
          return false;
        }
      }
    }
    return number.equals("Plur") || differs(noun, plural);
  }

  private static boolean differs(Word noun, List<String> endings) {
    String form = noun.form().toLowerCase(Locale.ROOT);
    String lemma = noun.lemma().toLowerCase(Locale.ROOT);
    if (form.endsWith("s") && noun.feat("Case").equals("Gen")) {
      form = form.substring(0, form.length() - 1);
    }
    if (form.equals(lemma) || form.length() < lemma.length()) {
      return false;
    }
    for (String ending : endings) {
      if (form.endsWith(ending) && !lemma.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
