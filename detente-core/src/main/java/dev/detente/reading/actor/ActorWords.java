package dev.detente.reading.actor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The small words of a language that refer to actors, from {@code actors.yaml}, and the given names
 * that tell a gender. Immutable and thread-safe.
 */
final class ActorWords {
  /**
   * A personal or possessive pronoun.
   *
   * @param gender null when it does not tell
   * @param plural {@code de}, {@code deres}
   * @param thing {@code den}, {@code its}: no person
   * @param reflexive {@code sin}: refers to the subject
   */
  record Pronoun(@Nullable Gender gender, boolean plural, boolean thing, boolean reflexive) {}

  /**
   * A name for several states that act as one: "Vesten".
   *
   * @param country {@code EUR} for Europe; null when none
   * @param sector PLOVER sector
   */
  record Collective(@Nullable String country, String sector) {}

  private final Map<String, Pronoun> pronouns = new HashMap<>();
  private final Map<String, Pronoun> possessives = new HashMap<>();
  private final Map<String, Gender> honorifics = new HashMap<>();
  private final Map<String, Gender> givenNames = new HashMap<>();
  private final Set<String> placePrepositions;
  private final Set<String> ownerPrepositions;
  private final Set<String> former;
  private final Set<String> regional;
  private final Set<String> mediaVerbs;
  private final Set<String> counting;
  private final Set<String> roleMarkers;
  private final Set<String> sourcePrepositions;
  private final Set<String> relatives;
  private final Set<String> approximators;
  private final Set<String> belongingPrepositions;
  private final Set<String> destinationPrepositions;
  private final Set<String> one;
  private final Set<String> partitives;
  private final Set<String> recipientPrepositions;
  private final Map<String, String> mediaNames = new LinkedHashMap<>();
  private final Set<String> calendar = new HashSet<>();
  private final Set<String> postPossessives;
  private final Set<String> nameParticles;
  private final Set<String> commonParticles;
  private final Map<String, String> metonyms = new HashMap<>();
  private final Map<String, String> partyLetters = new HashMap<>();
  private final Map<String, Collective> collectives = new HashMap<>();
  private final @Nullable String domestic;

  ActorWords(Codebook codebook, String language) {
    JsonNode file = codebook.lexicon(language, "actors");
    read(file.path("pronouns"), pronouns);
    read(file.path("possessives"), possessives);
    genders(file.path("honorifics"), honorifics);
    genders(codebook.file("names/given-names.yaml"), givenNames);
    placePrepositions = Words.set(file.path("place_prepositions"));
    ownerPrepositions = Words.set(file.path("owner_prepositions"));
    former = Words.set(file.path("former"));
    regional = Words.set(file.path("regional"));
    mediaVerbs = Words.set(file.path("media_verbs"));
    counting = Words.set(file.path("counting"));
    roleMarkers = Words.set(file.path("role_markers"));
    sourcePrepositions = Words.set(file.path("source_prepositions"));
    relatives = Words.set(file.path("relatives"));
    destinationPrepositions = Words.set(file.path("destination_prepositions"));
    one = Words.set(file.path("one"));
    partitives = Words.set(file.path("partitives"));
    belongingPrepositions = Words.set(file.path("belonging_prepositions"));
    approximators = Words.set(file.path("approximators"));
    recipientPrepositions = Words.set(file.path("recipient_prepositions"));
    for (JsonNode ending : file.path("media_names").path("agency")) {
      mediaNames.put(ending.asText(), "MNC");
    }
    for (JsonNode ending : file.path("media_names").path("paper")) {
      mediaNames.put(ending.asText(), "");
    }
    postPossessives = Words.set(file.path("post_possessives"));
    commonParticles = Words.set(codebook.file("names/given-names.yaml").path("common_particles"));
    nameParticles = Words.set(codebook.file("names/given-names.yaml").path("particles"));
    file.path("metonyms")
        .properties()
        .forEach(entry -> metonyms.put(entry.getKey(), entry.getValue().asText()));
    file.path("party_letters")
        .properties()
        .forEach(entry -> partyLetters.put(entry.getKey(), entry.getValue().asText()));
    for (JsonNode entry : file.path("collectives")) {
      JsonNode country = entry.path("country");
      Collective collective =
          new Collective(
              country.isTextual() ? country.asText() : null, entry.path("sector").asText());
      for (JsonNode form : entry.path("forms")) {
        collectives.put(form.asText(), collective);
      }
    }
    JsonNode classes = codebook.lexicon(language, "calendar").path("classes");
    for (String kind : List.of("weekday", "month")) {
      for (JsonNode forms : classes.path(kind)) {
        calendar.addAll(Words.list(forms));
      }
    }
    JsonNode country = file.path("domestic").path(language);
    domestic = country.isTextual() ? country.asText() : null;
  }

  private static void read(JsonNode list, Map<String, Pronoun> index) {
    for (JsonNode entry : list) {
      Pronoun pronoun =
          new Pronoun(
              Gender.of(entry.path("gender").asText()),
              entry.path("number").asText().equals("plur"),
              entry.path("thing").asBoolean(),
              entry.path("reflexive").asBoolean());
      for (JsonNode form : entry.path("forms")) {
        index.putIfAbsent(form.asText(), pronoun);
      }
    }
  }

  private static void genders(JsonNode node, Map<String, Gender> index) {
    for (JsonNode form : node.path("masc")) {
      index.putIfAbsent(form.asText().toLowerCase(Locale.ROOT), Gender.MASC);
    }
    for (JsonNode form : node.path("fem")) {
      index.putIfAbsent(form.asText().toLowerCase(Locale.ROOT), Gender.FEM);
    }
  }

  /** A personal pronoun in any case; null when the form is none. */
  @Nullable Pronoun pronoun(String form) {
    return pronouns.get(form.toLowerCase(Locale.ROOT));
  }

  /** A possessive pronoun; null when the form is none. */
  @Nullable Pronoun possessive(String form) {
    return possessives.get(form.toLowerCase(Locale.ROOT));
  }

  /** The gender of "herr", "Mrs"; null when the form is no such title. */
  @Nullable Gender honorific(String form) {
    return honorifics.get(form.toLowerCase(Locale.ROOT));
  }

  /** The gender that a given name tells; null when it tells none. */
  @Nullable Gender givenName(String name) {
    return givenNames.get(name.toLowerCase(Locale.ROOT));
  }

  /** Whether the form is a weekday or a month: "May" is a name only where more says so. */
  boolean isCalendar(String form) {
    return calendar.contains(form.toLowerCase(Locale.ROOT));
  }

  boolean isPlacePreposition(String form) {
    return placePrepositions.contains(form.toLowerCase(Locale.ROOT));
  }

  boolean isOwnerPreposition(String form) {
    return ownerPrepositions.contains(form.toLowerCase(Locale.ROOT));
  }

  boolean isFormer(String form) {
    return former.contains(form.toLowerCase(Locale.ROOT));
  }

  boolean isMediaVerb(String lemma) {
    return mediaVerbs.contains(lemma.toLowerCase(Locale.ROOT));
  }

  /** Whether a town after the form is where somebody comes from or goes to. */
  boolean isDestinationPreposition(String form) {
    return destinationPrepositions.contains(form.toLowerCase(Locale.ROOT));
  }

  /** Whether the form picks one of a group: "en (av dem)". */
  boolean isOne(String form) {
    return one.contains(form.toLowerCase(Locale.ROOT));
  }

  /** Whether a group follows the form: "en av". */
  boolean isPartitive(String form) {
    return partitives.contains(form.toLowerCase(Locale.ROOT));
  }

  /** Whether any noun after the form says whose: "talsmann for familien". */
  boolean isBelongingPreposition(String form) {
    return belongingPrepositions.contains(form.toLowerCase(Locale.ROOT));
  }

  /** Whether the form bounds the number after it: "rundt", "opp", "mot". */
  boolean isApproximator(String form) {
    return approximators.contains(form.toLowerCase(Locale.ROOT));
  }

  /** Whether something is told to whoever stands after this word: "sier X til Y". */
  boolean isRecipientPreposition(String form) {
    return recipientPrepositions.contains(form.toLowerCase(Locale.ROOT));
  }

  /**
   * Whether a name ends as those of news media do: {@code MNC} for agencies, the empty string for
   * papers and channels, null for other names.
   */
  @Nullable String mediaName(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> entry : mediaNames.entrySet()) {
      if (small.endsWith(entry.getKey())) {
        return entry.getValue();
      }
    }
    return null;
  }

  /** Whether the form may be a relative pronoun. */
  boolean isRelative(String form) {
    return relatives.contains(form.toLowerCase(Locale.ROOT));
  }

  /** Whether the form is a possessive that follows its noun: "kollegaen min". */
  boolean isPostPossessive(String form) {
    return postPossessives.contains(form.toLowerCase(Locale.ROOT));
  }

  /** Whether an adjective says that somebody is of a part of the world instead of a country. */
  boolean isRegional(String lemma) {
    return regional.contains(lemma);
  }

  /** Whether the form is a small word inside personal names: "von", "bin". */
  boolean isNameParticle(String form) {
    return nameParticles.contains(form);
  }

  /** Whether such a small word is a common word of the language too: "da". */
  boolean isCommonParticle(String form) {
    return commonParticles.contains(form);
  }

  /** Whether whoever stands after this word is a source: "ifølge". */
  boolean isSourcePreposition(String form) {
    return sourcePrepositions.contains(form.toLowerCase(Locale.ROOT));
  }

  /** The organisation, by its key in the register, that a town stands for; null when none. */
  @Nullable String metonym(String place) {
    return metonyms.get(place);
  }

  /** The party, by its key in the register, that letters in brackets name; null when none. */
  @Nullable String partyOf(String letters) {
    return partyLetters.get(letters);
  }

  /** The collective of states that a name means; null when it means none. */
  @Nullable Collective collective(String name) {
    return collectives.get(name);
  }

  /** Whether a role after this word is a role and not somebody: "som statsminister". */
  boolean isRoleMarker(String form) {
    return roleMarkers.contains(form.toLowerCase(Locale.ROOT));
  }

  /** Whether the word counts what follows: "tusenvis (av) demonstranter". */
  boolean isCounting(String form) {
    return counting.contains(form.toLowerCase(Locale.ROOT));
  }

  /** The country that an article in this language is at home in; null when it cannot be told. */
  @Nullable String domestic() {
    return domestic;
  }
}
