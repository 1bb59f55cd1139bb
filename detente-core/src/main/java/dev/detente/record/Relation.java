package dev.detente.record;

import java.util.Locale;

/** How one statement answers another. Spelled in lower case in records. */
public enum Relation {
  DENIES,
  REJECTS,
  CONFIRMS,
  REPEATS,
  ANSWERS;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name in records. */
  public String label() {
    return label;
  }
}
