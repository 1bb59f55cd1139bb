package dev.detente.source.parquet;

/**
 * A column of a table that is written. Every cell may be null.
 *
 * @param name unlike those of the others
 */
public record Column(String name, Type type) {
  /** What its cells are. */
  public enum Type {
    /** A {@link String}. */
    TEXT,
    /** Texts in an order: a {@link java.util.List} of {@link String}. */
    TEXTS,
    /** An {@link Integer}. */
    INTEGER,
    /** A {@link Double}. */
    NUMBER,
    /** A {@link java.time.LocalDate}. */
    DAY
  }
}
