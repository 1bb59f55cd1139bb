package dev.detente.ledger.search;

/** By what a statement or event is found beside its words. */
public enum Trait {
  /** {@code s} for a statement, {@code e} for an event. */
  KIND,
  /** Entity that says it. */
  SPEAKER,
  /** Entity to which it is said. */
  ADDRESSEE,
  /** Entity that says it, does it or suffers it. */
  PARTY,
  /** Entity that it names. */
  ABOUT,
  /** What its speaker does by it. */
  ACT,
  /** Type of the event, or of one that the statement tells. */
  TYPE,
  /** Status of the event, or of one that the statement tells. */
  STATUS,
  /** Type and status of one event, divided by a blank. */
  TYPE_AND_STATUS,
  /** Country of its place. */
  COUNTRY,
  /** Outlet of its article. */
  OUTLET,
  /** Language of its article. */
  LANGUAGE,
  /** Id of its article. */
  ARTICLE;

  /** Characters of a value that count; an index takes none without end. */
  private static final int LONGEST = 2000;

  /** The term of a value. */
  String term(String value) {
    return (char) ('a' + ordinal())
        + (value.length() > LONGEST ? value.substring(0, LONGEST) : value);
  }
}
