package dev.detente.cli;

import picocli.CommandLine.IVersionProvider;

/** What is running: program, model, Java. */
final class Version implements IVersionProvider {
  /** The program's own. */
  static String number() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(unpacked)" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "detente " + number(), "model   " + Wiring.modelVersion(), "java    " + Runtime.version()
    };
  }
}
