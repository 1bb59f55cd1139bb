package dev.detente.record;

import java.util.Locale;

/** Whether the words are the speaker's own. Spelled in lower case in records. */
public enum StatementKind {
  DIRECT,
  INDIRECT,
  MIXED;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name in records. */
  public String label() {
    return label;
  }
}
