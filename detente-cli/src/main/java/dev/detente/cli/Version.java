package dev.detente.cli;

import picocli.CommandLine.IVersionProvider;

/** What is running: program, model, Java. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {
      "detente " + (version == null ? "(unpacked)" : version),
      "model   " + Wiring.modelVersion(),
      "java    " + Runtime.version()
    };
  }
}
