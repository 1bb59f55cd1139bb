package dev.detente.source.archive;

/** Why a record of an archive is no article, by rule and not by a fault. */
public enum PassedOver {
  /** {@code request}, {@code warcinfo}, {@code metadata}, look-ups of names. */
  HOUSEKEEPING("requests and notes of the crawler"),
  /** {@code revisit}: the page was the same as before. */
  REVISIT("unchanged revisits"),
  /** {@code continuation}: a part of a record that another file begins. */
  CONTINUATION("continued records"),
  /** Another status than 200 or 203. */
  STATUS("answers with another status than 200"),
  /** Pictures, styles, scripts, data. */
  NOT_A_PAGE("not HTML"),
  /** A page without a byte. */
  EMPTY("empty answers");

  private final String label;

  PassedOver(String label) {
    this.label = label;
  }

  /** As it is said after a number. */
  public String label() {
    return label;
  }
}
