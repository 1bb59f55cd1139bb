package dev.detente.record;

import java.util.Locale;

/** What kind of actor. Spelled in lower case in records. */
public enum ActorKind {
  PERSON,
  STATE,
  ORGANISATION,
  GROUP;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name in records. */
  public String label() {
    return label;
  }
}
