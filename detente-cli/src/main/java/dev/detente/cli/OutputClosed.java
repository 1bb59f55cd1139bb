package dev.detente.cli;

/** Whoever read our output has gone ({@code | head}): time to stop without a word. */
final class OutputClosed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutputClosed() {
    super("output closed", null, false, false);
  }
}
