package dev.detente.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the program runs in: its three streams, and what they are connected to.
 *
 * @param inIsTerminal whether a person types the input
 * @param outIsTerminal whether a person reads the output
 * @param errIsTerminal whether a person reads the messages
 * @param width columns of the terminal
 * @param colour whether output to a terminal may be coloured
 */
record Terminal(
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean inIsTerminal,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int width,
    boolean colour) {
  /** Columns when there is no terminal to ask. */
  static final int DEFAULT_WIDTH = 80;

  /**
   * The streams of this process. Java 17 cannot ask each stream what it is connected to, so the
   * launcher tells ({@code detente.tty}: the digits of those streams that are terminals).
   */
  static Terminal ofProcess() {
    String tty = System.getProperty("detente.tty");
    boolean console = System.console() != null;
    String noColour = System.getenv("NO_COLOR");
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    return new Terminal(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        tty == null ? console : tty.contains("0"),
        tty == null ? console : tty.contains("1"),
        tty == null ? console : tty.contains("2"),
        width(System.getProperty("detente.columns"), System.getenv("COLUMNS")),
        (noColour == null || noColour.isEmpty()) && !dumb);
  }

  private static int width(String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && candidate.matches("[1-9]\\d{1,3}")) {
        return Integer.parseInt(candidate);
      }
    }
    return DEFAULT_WIDTH;
  }

  /** Whether what is printed to the output is coloured. */
  boolean colourOut() {
    return outIsTerminal && colour;
  }

  /** Prints a message for the person at the terminal. */
  void message(@Nullable String message) {
    err.println("detente: " + message);
  }
}
