package dev.detente.record;

import java.util.Locale;

/** What kind of actor. Spelled in lower case in records. */
public enum ActorKind {
  PERSON,
  STATE,
  ORGANISATION,
  GROUP;

  /** The name in records. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
