package dev.detente.source.page;

import java.util.Locale;

/** What the name of an element, or its tag, says of what stands in it; see {@code markup.yaml}. */
enum Hint {
  BODY,
  LEAD,
  HEADLINE,
  SUBHEADING,
  CAPTION,
  CREDIT,
  BYLINE,
  BIO,
  FACTBOX,
  QUOTE,
  COMMENT,
  RELATED,
  SHARE,
  AD,
  PROMO,
  NAVIGATION,
  FOOTER,
  SIDEBAR,
  TAGS,
  CONSENT,
  PAYWALL,
  MEDIA,
  HIDDEN;

  /** This hint in a set of them. */
  @SuppressWarnings("EnumOrdinal") // The sets live as long as a page is read.
  int bit() {
    return 1 << ordinal();
  }

  /** Whether a set of hints has this one. */
  boolean in(int set) {
    return (set & bit()) != 0;
  }

  /** The key in {@code markup.yaml}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
