package dev.detente.source.duplicate;

import java.util.regex.Pattern;

/**
 * What a desk puts around a report that it takes over: the dateline before it, the sign of an
 * agency after it.
 */
final class Wrapping {
  /** {@code ÅLESUND (Nordbyrå): }, {@code REYKJAVIK, March 12 (Harbour Wire) - }. */
  private static final Pattern DATELINE =
      Pattern.compile(
          "(?m)^(\\p{Lu}[\\p{L}\\d.,\\- ]{1,48}?) ?\\([^()\\n]{2,40}\\) ?[:\\u2013\\u2014-] *");

  /** {@code (Nordbyrå)}, {@code (©NTB)}, {@code /TT/} at the end of a line. */
  private static final Pattern SIGN =
      Pattern.compile(
          "(?m)[ \\t]{0,3}(?:\\([\\u00A9\\p{Lu}][^()\\n]{1,24}\\)|/\\p{Lu}{2,8}/)[ \\t]{0,3}$");

  private Wrapping() {}

  /**
   * The text without signs, its dateline as a line of its own: a report with another date or town
   * is another report, one without is not.
   */
  static String off(String text) {
    return SIGN.matcher(DATELINE.matcher(text).replaceAll("$1\n")).replaceAll("");
  }
}
