package dev.detente.cli.format;

/** Numbers as a row of bars, one column each. */
public final class Sparkline {
  private static final String BARS = "▁▂▃▄▅▆▇█";

  private Sparkline() {}

  /** The bars; nothing for a zero, the lowest for the least of the others. */
  public static String of(long[] values) {
    long most = 1;
    for (long value : values) {
      most = Math.max(most, value);
    }
    StringBuilder bars = new StringBuilder();
    for (long value : values) {
      int bar = (int) Math.min(BARS.length() - 1, value * BARS.length() / (most + 1));
      bars.append(value == 0 ? ' ' : BARS.charAt(bar));
    }
    return bars.toString();
  }

  /** A bar of so many columns at most. */
  public static String bar(long value, long most, int columns) {
    int eighths = most == 0 ? 0 : (int) (value * columns * 8 / most);
    if (value > 0 && eighths == 0) {
      eighths = 1;
    }
    String whole = "█".repeat(eighths / 8);
    return eighths % 8 == 0 ? whole : whole + "▏▎▍▌▋▊▉".charAt(eighths % 8 - 1);
  }
}
