package dev.detente.cli.format;

/** Weights and colours of a terminal, or none of them. Immutable. */
public final class Style {
  /** No escape sequences at all. */
  public static final Style PLAIN = new Style(false);

  /** The sixteen colours that every terminal has, in the user's own palette. */
  public static final Style ANSI = new Style(true);

  private final boolean colour;

  private Style(boolean colour) {
    this.colour = colour;
  }

  String bold(String text) {
    return wrap("1", text);
  }

  String dim(String text) {
    return wrap("2", text);
  }

  String italic(String text) {
    return wrap("3", text);
  }

  String heading(String text) {
    return wrap("1;7", text);
  }

  String red(String text) {
    return wrap("31", text);
  }

  String green(String text) {
    return wrap("32", text);
  }

  String yellow(String text) {
    return wrap("33", text);
  }

  String blue(String text) {
    return wrap("34", text);
  }

  String magenta(String text) {
    return wrap("35", text);
  }

  String cyan(String text) {
    return wrap("36", text);
  }

  private String wrap(String code, String text) {
    return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
