package dev.detente.article;

import java.util.Locale;

/** What a passage is in the layout of a news page; spelled in lower case in records. */
public enum PassageKind {
  HEADLINE,
  LEAD,
  SUBHEADING,
  BODY,
  /**
   * The text beside a picture, its leading label ({@code I SNØVÆRET:}) included, its credit not.
   */
  CAPTION,
  /** Who took the picture: {@code Foto: NAVN / AFP}. */
  CREDIT,
  BYLINE,
  /** A fact box: its heading, lists and short paragraphs. */
  FACTBOX,
  /**
   * What the page says about itself: paywall, correction and "the story is being updated" lines.
   */
  NOTICE;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name in records: {@code headline}, {@code body}, ... */
  public String label() {
    return label;
  }
}
