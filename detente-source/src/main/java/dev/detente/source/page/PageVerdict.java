package dev.detente.source.page;

/** What a page turned out to be. */
public enum PageVerdict {
  /** An article, whole as far as the page tells. */
  ARTICLE,
  /** An article of which the page shows a part and keeps the rest for subscribers. */
  PAYWALLED,
  /** Text, but no article: a front page, a list of stories, a form. */
  NOT_AN_ARTICLE,
  /** No text to speak of, as when scripts were to fetch it. */
  EMPTY
}
