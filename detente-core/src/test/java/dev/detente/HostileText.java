package dev.detente;

/** Texts that no editor writes and some machine sends, of any length. */
public enum HostileText {
  NO_FULL_STOP("Ministeren sa at landet angriper byen og ", true),
  WORDS_WITHOUT_END("ord uten slutt ", true),
  CAPITALS("STATSMINISTEREN SA AT LANDET ANGREP BYEN MANDAG. ", false),
  BRACKETS("(", true),
  PAIRED_BRACKETS("()[]{}", true),
  OPEN_GUILLEMETS("«", true),
  OPEN_QUOTES("« “ ‘ ", true),
  CLOSED_QUOTES("!»", true),
  STRAIGHT_QUOTES("\" ", true),
  DASHES("- ", true),
  LETTERS("a", true),
  DIGITS("1", true),
  NUMBERS("1,", true),
  FULL_STOPS(".", true),
  ABBREVIATIONS("a.", true),
  HYPHENS("a-", true),
  JOINED_HYPHENS("a-\u200D-\u200D", true),
  APOSTROPHES("a'", true),
  ADDRESSES("http://", true),
  SIGNS("@", true),
  JOINED_PICTURES("\uD83D\uDE00\u200D", true),
  COMBINING_MARKS("a\u0301\u0302", true),
  HIGH_SURROGATES("\uD800", true),
  LOW_SURROGATES("ord \uDC00 ", true),
  RIGHT_TO_LEFT(
      "\u0642\u0627\u0644 \u0627\u0644\u0631\u0626\u064A\u0633 \u0646\u0639\u0645. ", false),
  OVERRIDES("\u202E abc \u202C", true),
  CONTROLS("\u0000\u0001\u0007\u001B ord ", true),
  LINE_BREAKS("\n", false),
  CARRIAGE_RETURNS("\r", false),
  LINES("Ord\n", false),
  PARAGRAPHS("a\n\n", false),
  BULLETS("• ord\n", false),
  BARS("| ", false),
  MARKUP("<a>", true),
  CHINESE("\u603B\u7EDF\u8BF4\u6218\u4E89\u7ED3\u675F\u4E86\u3002", true),
  NAMES("Ola Hansen, Kari Berg, ", true),
  STATEMENTS("– Nei, sier Hansen. ", false),
  DATES("7. mars 2022 ", true),
  CAPTIONS("«Ja. (Foto: NN)\n\n", false);

  private final String unit;
  private final boolean bounded;

  HostileText(String unit, boolean bounded) {
    this.unit = unit;
    this.bounded = bounded;
  }

  /** The text, this many UTF-16 units long. */
  public String of(int length) {
    return unit.repeat(length / unit.length() + 1).substring(0, length);
  }

  /** Whether a long one is one sentence or word longer than we take in one piece. */
  public boolean bounded() {
    return bounded;
  }
}
