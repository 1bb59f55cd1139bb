package dev.detente.source.fetch;

import java.time.Duration;

/**
 * What a fetch may take. Immutable.
 *
 * @param userAgent how we call ourselves
 * @param privateAddresses whether hosts of this machine and of private networks may be asked
 * @param bytes the most bytes of an answer, as sent and expanded
 * @param timeout for one answer, redirects included
 * @param redirects the most that are followed
 * @param pause between two requests to a host, unless robots.txt asks for a longer one
 */
public record FetchRules(
    String userAgent,
    boolean privateAddresses,
    int bytes,
    Duration timeout,
    int redirects,
    Duration pause) {
  /** The product name by which robots.txt may address us. */
  public static final String PRODUCT = "detente";

  /**
   * As usual: public addresses, 16 MiB, 30 seconds, five redirects, two seconds between requests.
   */
  public static final FetchRules DEFAULT =
      new FetchRules(
          PRODUCT + "/0.1 (reads news for research; obeys robots.txt)",
          false,
          16 << 20,
          Duration.ofSeconds(30),
          5,
          Duration.ofSeconds(2));

  /** The same, with hosts of private networks allowed. */
  public FetchRules allowingPrivateAddresses() {
    return new FetchRules(userAgent, true, bytes, timeout, redirects, pause);
  }
}
