package dev.detente.source.duplicate;

/** How two reports are alike. */
public enum Likeness {
  /** The same words in the same order. */
  SAME,
  /** The same report with another heading, other marks or the like. */
  COPY,
  /** One is the other with sentences left out or added. */
  ABRIDGED,
  /** They share a sentence, but not its words: a correction, a denial, another number or name. */
  CHANGED,
  /** They share too little. */
  OTHER,
  /** Too many days lie between them. */
  APART_IN_TIME;

  /** Whether the two count as one report. */
  public boolean isCopy() {
    return this == SAME || this == COPY || this == ABRIDGED;
  }
}
