package dev.detente.ledger.relate;

import dev.detente.record.Relation;
import java.util.Locale;

/** How a statement or event of one article stands to one of another. In lower case in files. */
public enum CrossRelation {
  /** Two reports of one statement or of one event. */
  SAME,
  DENIES,
  REJECTS,
  CONFIRMS,
  REPEATS,
  ANSWERS;

  /** The name in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The relation that links within an article have by the same name. */
  public static CrossRelation of(Relation relation) {
    return switch (relation) {
      case DENIES -> DENIES;
      case REJECTS -> REJECTS;
      case CONFIRMS -> CONFIRMS;
      case REPEATS -> REPEATS;
      case ANSWERS -> ANSWERS;
    };
  }
}
