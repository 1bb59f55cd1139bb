package dev.detente.record;

import java.util.Locale;

/**
 * What a speaker does by a statement, as the annotation guide defines it; spelled in lower case in
 * records.
 */
public enum Act {
  SAY,
  CLAIM,
  DENY,
  CONFIRM,
  DEMAND,
  ASK,
  PROMISE,
  OFFER,
  THREATEN,
  WARN,
  ACCUSE,
  CRITICISE,
  PRAISE,
  SUPPORT,
  REFUSE,
  HOPE,
  APOLOGISE;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name in records: {@code say}. */
  public String label() {
    return label;
  }

  /** The act with this label; throws {@link IllegalArgumentException} for any other word. */
  public static Act of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
