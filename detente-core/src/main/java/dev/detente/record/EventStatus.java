package dev.detente.record;

import java.util.Locale;

/** Whether an event took place, as far as the article says. Spelled in lower case in records. */
public enum EventStatus {
  ACTUAL,
  FUTURE,
  HYPOTHETICAL,
  NEGATED,
  HISTORICAL,
  ALLEGED;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name in records. */
  public String label() {
    return label;
  }
}
