package dev.detente.reading.actor;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a role noun tells of whom it names: an entry of {@code roles.yaml}. Immutable.
 *
 * @param entry the word or compound head that matched
 * @param whole whether the whole word matched, not only its compound head
 * @param kind {@code person}, {@code group}, {@code organisation} or {@code state}
 * @param sector PLOVER sector; null when the noun does not tell
 * @param office office in the register of office-holders; null when it names none
 * @param gender null when the word does not tell
 * @param denotes organisations, by their key in the register, that the noun stands for when the
 *     article names them ("alliansen")
 * @param takesUp endings of other role nouns whose holder this one may take up ("statsråden" for
 *     the "justisminister")
 * @param traits what else is true of it
 */
public record Role(
    String entry,
    boolean whole,
    String kind,
    @Nullable String sector,
    @Nullable String office,
    @Nullable Gender gender,
    List<String> denotes,
    List<String> takesUp,
    Set<Trait> traits) {

  /** Flags of an entry; spelled in lower case in the file. */
  public enum Trait {
    /** Sector and country are those of the body named beside it ("talsmann for hæren"). */
    INHERIT,
    /** Without a country beside it the word means that of the article's own country. */
    DOMESTIC,
    /** Only the article's own country has one of that name ("tingrett"). */
    HOME,
    /** Leads a business when an unknown name stands before it ("X-sjef"). */
    FIRM,
    /** Names somebody by relation to another ("kollega"). */
    RELATIVE,
    /** The body or place beside it is where the person is sent to ("FN-ambassadør"). */
    POSTED,
    /** A plural or mass noun whatever its form. */
    PLURAL,
    /** The leader of the country beside it may be its head of state or of government. */
    LEADER,
    /** Such a description is an actor only when it speaks or acts. */
    VAGUE
  }

  /** The bare belonging of a person to a body: "X i Norsk Folkehjelp". */
  static final Role AFFILIATION =
      new Role(
          "",
          true,
          "person",
          null,
          null,
          null,
          List.of(),
          List.of(),
          Set.of(Trait.INHERIT, Trait.VAGUE));

  public Role {
    denotes = List.copyOf(denotes);
    takesUp = List.copyOf(takesUp);
    traits = Set.copyOf(traits);
  }

  /** The role of a noun that no lexicon knows. */
  static Role unknown(String lemma, boolean plural) {
    return new Role(
        lemma,
        true,
        plural ? "group" : "person",
        null,
        null,
        null,
        List.of(),
        List.of(),
        plural ? Set.of(Trait.VAGUE, Trait.PLURAL) : Set.of(Trait.VAGUE));
  }

  /** Whether the word says nothing but that there is somebody. */
  boolean isUnknown() {
    return vague() && sector == null && !inherit();
  }

  boolean inherit() {
    return traits.contains(Trait.INHERIT);
  }

  boolean domestic() {
    return traits.contains(Trait.DOMESTIC);
  }

  boolean home() {
    return traits.contains(Trait.HOME);
  }

  boolean firm() {
    return traits.contains(Trait.FIRM);
  }

  boolean relative() {
    return traits.contains(Trait.RELATIVE);
  }

  boolean posted() {
    return traits.contains(Trait.POSTED);
  }

  boolean plural() {
    return traits.contains(Trait.PLURAL);
  }

  boolean leader() {
    return traits.contains(Trait.LEADER);
  }

  boolean vague() {
    return traits.contains(Trait.VAGUE);
  }

  Role withEntry(String word, boolean wholeWord) {
    return new Role(word, wholeWord, kind, sector, office, gender, denotes, takesUp, traits);
  }
}
