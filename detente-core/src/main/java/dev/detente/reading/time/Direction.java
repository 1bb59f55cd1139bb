package dev.detente.reading.time;

/** Which way an expression without a year or week is to be read. */
enum Direction {
  PAST,
  FUTURE,
  /** As the clause tells. */
  OPEN;

  /** Tells whether the clause around an expression speaks of what is to come. */
  interface Tense {
    /**
     * Whether the clause around a token speaks of what is to come.
     *
     * @param explicit whether a plain present tense does not count
     */
    boolean future(int token, boolean explicit);

    /** The direction asked for, or failing one that of the clause. */
    default boolean future(Match match, Direction direction) {
      return direction == FUTURE || direction == OPEN && future(match.spanStart(), false);
    }

    /** Whether an auxiliary or a word of planning puts the clause into the future. */
    default boolean explicit(Match match) {
      return future(match.spanStart(), true);
    }
  }
}
