package dev.detente.reading.actor;

import org.jspecify.annotations.Nullable;

/** Gender as a pronoun, a title or a given name tells it. */
public enum Gender {
  MASC,
  FEM;

  /** {@code masc} or {@code fem}; null for anything else. */
  static @Nullable Gender of(String label) {
    return switch (label) {
      case "masc" -> MASC;
      case "fem" -> FEM;
      default -> null;
    };
  }
}
