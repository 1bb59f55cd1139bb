package dev.detente.cli;

import dev.detente.source.fetch.FetchRules;
import picocli.CommandLine.Option;

/** The option {@code --allow-private}, the same for every command that fetches. */
final class FetchOption {
  @Option(
      names = "--allow-private",
      description = "Also ask hosts of this machine and of private networks.")
  private boolean allowPrivate;

  /** What may be fetched. */
  FetchRules rules() {
    return allowPrivate ? FetchRules.DEFAULT.allowingPrivateAddresses() : FetchRules.DEFAULT;
  }
}
