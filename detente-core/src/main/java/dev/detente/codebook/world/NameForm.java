package dev.detente.codebook.world;

import org.jspecify.annotations.Nullable;

/**
 * The ways a name may stand in a text: with a genitive ending, with other quotation marks or
 * hyphens than the table's, all in capitals. Stateless.
 */
public final class NameForm {
  private NameForm() {}

  /** Curly apostrophes and unusual hyphens replaced by the plain ones; the same string if none. */
  public static String plain(String form) {
    for (int i = 0; i < form.length(); i++) {
      if (plain(form.charAt(i)) != form.charAt(i)) {
        StringBuilder plain = new StringBuilder(form);
        for (int j = i; j < form.length(); j++) {
          plain.setCharAt(j, plain(form.charAt(j)));
        }
        return plain.toString();
      }
    }
    return form;
  }

  private static char plain(char c) {
    return switch (c) {
      case '\u2019', '\u2018', '\u02bc', '\u00b4', '`' -> '\'';
      case '\u2010', '\u2011', '\u2012', '\u2013' -> '-';
      case '\u00a0', '\u202f', '\u2009' -> ' ';
      default -> c;
    };
  }

  /**
   * The name without its genitive ending ({@code Russlands}, {@code USAs}, {@code Nato's}, {@code
   * EU:s}, {@code Paris'}); null when the form has none.
   */
  public static @Nullable String withoutGenitive(String form, String language) {
    int length = form.length();
    if (length < 3) {
      return null;
    }
    char last = form.charAt(length - 1);
    if (last == '\'') {
      return form.substring(0, length - 1);
    }
    if (last != 's' && last != 'S') {
      return null;
    }
    char before = form.charAt(length - 2);
    if (before == '\'' || before == ':') {
      return form.substring(0, length - 2);
    }
    if (language.equals("en") || !Character.isLetterOrDigit(before)) {
      return null;
    }
    // A capital S ends a genitive only in a headline all in capitals, not in RTS or ICES.
    return last == 'S' && length < 6 ? null : form.substring(0, length - 1);
  }

  /** An English name without "the" before it; other names unchanged. */
  public static String withoutArticle(String form, String language) {
    return language.equals("en") && form.length() > 5 && form.regionMatches(true, 0, "the ", 0, 4)
        ? form.substring(4)
        : form;
  }

  /** Whether the form has at least four letters and none of them small. */
  public static boolean isAllCapitals(String form) {
    int letters = 0;
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if (Character.isLowerCase(c)) {
        return false;
      }
      if (Character.isLetter(c)) {
        letters++;
      }
    }
    return letters >= 4;
  }

  /**
   * Every word with a capital and small letters after it, words of two letters small after the
   * first: {@code NEW YORK} is {@code New York}, {@code PORT-AU-PRINCE} {@code Port-au-Prince}.
   */
  public static String titleCase(String form) {
    StringBuilder title = new StringBuilder(form.length());
    int start = 0;
    while (start < form.length()) {
      int end = start;
      while (end < form.length() && !isBreak(form.charAt(end))) {
        end++;
      }
      for (int i = start; i < end; i++) {
        boolean small = i > start || (start > 0 && end - start == 2);
        title.append(small ? Character.toLowerCase(form.charAt(i)) : form.charAt(i));
      }
      if (end < form.length()) {
        title.append(form.charAt(end));
      }
      start = end + 1;
    }
    return title.toString();
  }

  private static boolean isBreak(char c) {
    return c == ' ' || c == '-' || c == '/';
  }
}
