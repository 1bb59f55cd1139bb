package dev.detente.source.page;

/** What the tags around a text say of it, as a set of bits. */
enum Place {
  PARAGRAPH,
  HEADING,
  /** The page's main headings, {@code h1}. */
  TITLE,
  LIST,
  TABLE,
  QUOTE,
  FIGURE,
  CAPTION,
  ARTICLE,
  MAIN,
  HEADER,
  FOOTER,
  ASIDE,
  NAVIGATION,
  FORM,
  HIDDEN,
  PREFORMATTED,
  /** All of it stands in a link that holds blocks. */
  LINK;

  @SuppressWarnings("EnumOrdinal") // The sets live as long as a page is read.
  int bit() {
    return 1 << ordinal();
  }

  boolean in(int set) {
    return (set & bit()) != 0;
  }

  /** What a tag adds to the places of what stands in it. */
  static int of(String tag) {
    return switch (tag) {
      case "p" -> PARAGRAPH.bit();
      case "h1" -> TITLE.bit() | HEADING.bit();
      case "h2", "h3", "h4", "h5", "h6" -> HEADING.bit();
      case "ul", "ol", "dl", "li" -> LIST.bit();
      case "table" -> TABLE.bit();
      case "blockquote", "q" -> QUOTE.bit();
      case "figure", "amp-img" -> FIGURE.bit();
      case "figcaption" -> FIGURE.bit() | CAPTION.bit();
      case "article" -> ARTICLE.bit();
      case "main" -> MAIN.bit();
      case "header" -> HEADER.bit();
      case "footer" -> FOOTER.bit();
      case "aside" -> ASIDE.bit();
      case "nav", "menu" -> NAVIGATION.bit();
      case "form", "fieldset" -> FORM.bit();
      case "pre" -> PREFORMATTED.bit();
      default -> 0;
    };
  }
}
