package dev.detente.codebook.world;

import org.jspecify.annotations.Nullable;

/**
 * Dates as months, counted from year 0 ({@code 2022-02} is 24265): all the precision that offices
 * and news dates share. Stateless.
 */
public final class Months {
  private Months() {}

  /** First month of an EDTF date or interval; {@link Integer#MIN_VALUE} for null or no date. */
  public static int first(@Nullable String edtf) {
    if (edtf == null) {
      return Integer.MIN_VALUE;
    }
    int slash = edtf.indexOf('/');
    return month(slash < 0 ? edtf : edtf.substring(0, slash), 1, Integer.MIN_VALUE);
  }

  /** Last month of an EDTF date or interval; {@link Integer#MAX_VALUE} for null or no date. */
  public static int last(@Nullable String edtf) {
    if (edtf == null) {
      return Integer.MAX_VALUE;
    }
    int slash = edtf.indexOf('/');
    return month(slash < 0 ? edtf : edtf.substring(slash + 1), 12, Integer.MAX_VALUE);
  }

  private static int month(String date, int otherwise, int none) {
    if (date.length() < 4) {
      return none;
    }
    int year = 0;
    for (int i = 0; i < 4; i++) {
      char c = date.charAt(i);
      if (c < '0' || c > '9') {
        return none;
      }
      year = 10 * year + c - '0';
    }
    int month = otherwise;
    if (date.length() >= 7
        && date.charAt(4) == '-'
        && Character.isDigit(date.charAt(5))
        && Character.isDigit(date.charAt(6))) {
      int value = 10 * (date.charAt(5) - '0') + date.charAt(6) - '0';
      if (value >= 1 && value <= 12) {
        month = value;
      } else if (value >= 21 && value <= 24) {
        // Seasons: the month in the middle of spring, summer, autumn, winter.
        month = new int[] {4, 7, 10, 12}[value - 21];
      }
    }
    return 12 * year + month - 1;
  }
}
