package dev.detente.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One run of the program in this process: what it printed and how it ended. */
record Run(int code, String out, String err) {

  /** The root of the checkout. */
  static final Path ROOT = Path.of(System.getProperty("detente.root", "..")).toAbsolutePath();

  /** As in a pipe: nothing is a terminal. */
  static Run piped(String in, Object... arguments) {
    return run(in, false, false, arguments);
  }

  /** As typed by a person; 90 columns wide. */
  static Run typed(boolean colour, Object... arguments) {
    return run("", true, colour, arguments);
  }

  private static Run run(String in, boolean terminal, boolean colour, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new Terminal(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                terminal,
                terminal,
                90,
                colour),
            strings(arguments));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static String[] strings(Object... arguments) {
    String[] strings = new String[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      strings[i] = arguments[i].toString();
    }
    return strings;
  }
}
