package dev.detente.cli;

/**
 * Runs a command within a process that is not its own, as a cluster does that was started for one
 * job: it does not end the process, and a failure is an exception.
 */
public final class JobMain {
  private JobMain() {}

  /**
   * Runs a command.
   *
   * @throws IllegalStateException when it failed; why stands on standard error
   */
  public static void main(String[] args) {
    int code = Main.run(Terminal.ofProcess(), args);
    if (code != Main.OK && code != Main.SOME_FAILED) {
      throw new IllegalStateException(
          "detente " + String.join(" ", args) + " ended with exit code " + code);
    }
  }
}
