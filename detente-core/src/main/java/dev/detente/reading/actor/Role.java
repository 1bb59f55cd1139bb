package dev.detente.reading.actor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a role noun tells of whom it names: an entry of {@code roles.yaml}. Immutable.
 *
 * @param entry the word or compound head that matched
 * @param whole whether the whole word matched, not only its compound head
 * @param kind {@code person}, {@code group}, {@code organisation} or {@code state}
 * @param sector PLOVER sector; null when the noun does not tell
 * @param inherit whether sector and country are those of the body named beside it
 * @param office office in the register of office-holders; null when it names none
 * @param gender null when the word does not tell
 * @param domestic whether it means the article's own country when none is named beside it
 * @param relative whether it names somebody by relation to another ("kollega")
 * @param posted whether the body or place beside it is where the person is sent to, not whose the
 *     person is ("FN-ambassadør", "ambassadøren i Washington")
 * @param plural whether it is plural or a mass noun whatever its form
 * @param denotes organisations, by their key in the register, that the noun stands for when the
 *     article names them ("alliansen")
 * @param vague whether such a description is an actor only when it speaks or acts
 */
record Role(
    String entry,
    boolean whole,
    String kind,
    @Nullable String sector,
    boolean inherit,
    @Nullable String office,
    @Nullable Gender gender,
    boolean domestic,
    boolean relative,
    boolean posted,
    boolean plural,
    List<String> denotes,
    boolean vague) {
  Role {
    denotes = List.copyOf(denotes);
  }

  /** The bare belonging of a person to a body: "X i Norsk Folkehjelp". */
  static final Role AFFILIATION =
      new Role(
          "", true, "person", null, true, null, null, false, false, false, false, List.of(), true);

  /** The role of a noun that no lexicon knows. */
  static Role unknown(String lemma, boolean plural) {
    return new Role(
        lemma,
        true,
        plural ? "group" : "person",
        null,
        false,
        null,
        null,
        false,
        false,
        false,
        plural,
        List.of(),
        true);
  }

  /** Whether the word says nothing but that there is somebody. */
  boolean isUnknown() {
    return vague && sector == null && !inherit;
  }

  Role withEntry(String word, boolean wholeWord) {
    return new Role(
        word, wholeWord, kind, sector, inherit, office, gender, domestic, relative, posted, plural,
        denotes, vague);
  }
}
