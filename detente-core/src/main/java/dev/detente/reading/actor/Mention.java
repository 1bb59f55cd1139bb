package dev.detente.reading.actor;

import dev.detente.article.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of words that may refer to an actor, as the words themselves tell it. Immutable; words
 * are indices within their sentence.
 *
 * @param sentence index of the sentence
 * @param head the nominal's head in the tree: the title of a titled name
 * @param first first word of the mention
 * @param last last word of the mention, inclusive
 * @param span from the first word's start to the last word's end, code points
 * @param form what kind of expression it is
 * @param name the bare name without title and genitive ending; empty when there is none
 * @param nameFirst first word of the name; -1 when there is none
 * @param nameLast last word of the name, inclusive; -1 when there is none
 * @param descriptions what role nouns tell of it: the title, the apposition, the description
 * @param plural whether it names several
 * @param definite whether it is definite ("presidenten", "the president")
 * @param gender null when the words do not tell
 * @param syntax where it stands in its clause
 * @param quoted whether it stands inside direct speech
 */
record Mention(
    int sentence,
    int head,
    int first,
    int last,
    Span span,
    Form form,
    String name,
    int nameFirst,
    int nameLast,
    List<Description> descriptions,
    boolean plural,
    boolean definite,
    @Nullable Gender gender,
    Syntax syntax,
    boolean quoted) {

  /** What kind of expression a mention is. */
  enum Form {
    /** A person's name, with or without title. */
    PERSON,
    /** The name of an organisation, with or without a describing noun. */
    ORGANISATION,
    /** The name of a country, region, town or seat of government. */
    PLACE,
    /** A name of another or an unknown kind. */
    OTHER,
    /** A description without a name: "den franske presidenten". */
    NOMINAL,
    /** A people as a noun: "russerne". */
    PEOPLE,
    /** A personal or possessive pronoun. */
    PRONOUN,
    /** A relative pronoun: "som", "who". */
    RELATIVE,
    /** A country's adjective before another noun: "russiske". */
    ADJECTIVE
  }

  /** Where a mention stands in its clause. */
  enum Syntax {
    /** Subject of a verb that says something. */
    SPEAKER,
    /** Subject of another verb. */
    SUBJECT,
    /** Object, indirect object, agent. */
    OBJECT,
    /** After a preposition that makes a place of it. */
    LOCATION,
    /** Possessor of another noun. */
    POSSESSOR,
    /** Anything else. */
    OTHER;

    boolean isSubject() {
      return this == SPEAKER || this == SUBJECT;
    }
  }

  /**
   * What a role noun of a mention tells.
   *
   * @param word index of the noun
   * @param lemma the noun in small letters, base form
   * @param role its entry in the lexicon
   * @param country ISO 3166-1 alpha-3 that an adjective, a compound or a name beside the noun
   *     gives, or IGO UNO EUR ...; null when none does
   * @param sector PLOVER sector of the body named in the compound; null when none is
   * @param owner word index of the noun or pronoun it belongs to ("Frankrikes", "hæren", "hans");
   *     -1 when there is none
   * @param former whether the office is past ("tidligere")
   */
  record Description(
      int word,
      String lemma,
      Role role,
      @Nullable String country,
      @Nullable String sector,
      int owner,
      boolean former) {}

  Mention {
    descriptions = List.copyOf(descriptions);
  }

  boolean isName() {
    return switch (form) {
      case PERSON, ORGANISATION, PLACE, OTHER -> true;
      default -> false;
    };
  }

  /** The main description; null when there is none. */
  @Nullable Description description() {
    return descriptions.isEmpty() ? null : descriptions.get(0);
  }

  /** The same mention with other edges. */
  Mention between(int newFirst, int newLast, Span newSpan) {
    return new Mention(
        sentence,
        head,
        newFirst,
        newLast,
        newSpan,
        form,
        name,
        nameFirst,
        nameLast,
        descriptions,
        plural,
        definite,
        gender,
        syntax,
        quoted);
  }

  boolean covers(int word) {
    return first <= word && word <= last;
  }
}
