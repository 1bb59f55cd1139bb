package dev.detente.web;

import dev.detente.web.api.Reading;
import dev.detente.web.guard.Guests;
import org.jspecify.annotations.Nullable;

/**
 * How a room is opened. Immutable.
 *
 * @param host the address that it listens at: {@code 127.0.0.1}
 * @param port 0 for any that is free
 * @param token secret that lets in, see {@link dev.detente.web.guard.Gate}
 * @param version of the program
 * @param reading reads articles that are sent; null when none are read
 * @param guests others who may read; null when nobody may
 * @param pageMillis after which a question for a page is broken off
 * @param longMillis after which one for a whole table is
 * @param behindMillis how long what is counted over the whole ledger is shown after a change before
 *     it is counted anew; 0 when nobody is to see what is no longer true
 * @param firstRetryMillis after which a hook that failed is tried again; doubled each time
 * @param lastRetryMillis up to these
 */
public record RoomSettings(
    String host,
    int port,
    String token,
    String version,
    @Nullable Reading reading,
    @Nullable Guests guests,
    long pageMillis,
    long longMillis,
    long behindMillis,
    long firstRetryMillis,
    long lastRetryMillis) {
  private static final long PAGE_MILLIS = 15_000;
  private static final long LONG_MILLIS = 120_000;
  private static final long BEHIND_MILLIS = 3_000;
  private static final long FIRST_RETRY = 5_000;
  private static final long LAST_RETRY = 3_600_000;

  /** A room for this machine alone. */
  public static RoomSettings local(int port, String token, String version) {
    return new RoomSettings(
        "127.0.0.1",
        port,
        token,
        version,
        null,
        null,
        PAGE_MILLIS,
        LONG_MILLIS,
        BEHIND_MILLIS,
        FIRST_RETRY,
        LAST_RETRY);
  }

  /** The same, with something that reads articles. */
  public RoomSettings with(Reading reader) {
    return new RoomSettings(
        host,
        port,
        token,
        version,
        reader,
        guests,
        pageMillis,
        longMillis,
        behindMillis,
        firstRetryMillis,
        lastRetryMillis);
  }

  /** The same for others, too, at all addresses of this machine. */
  public RoomSettings sharedWith(Guests others) {
    return new RoomSettings(
        "0.0.0.0",
        port,
        token,
        version,
        reading,
        others,
        pageMillis,
        longMillis,
        behindMillis,
        firstRetryMillis,
        lastRetryMillis);
  }

  /** The same, with other times to wait for hooks. */
  public RoomSettings withRetry(long first, long last) {
    return new RoomSettings(
        host,
        port,
        token,
        version,
        reading,
        guests,
        pageMillis,
        longMillis,
        behindMillis,
        first,
        last);
  }

  /** The same, with another time for what is counted over the whole ledger. */
  public RoomSettings withBehind(long millis) {
    return new RoomSettings(
        host,
        port,
        token,
        version,
        reading,
        guests,
        pageMillis,
        longMillis,
        millis,
        firstRetryMillis,
        lastRetryMillis);
  }

  long[] retryMillis() {
    return new long[] {firstRetryMillis, lastRetryMillis};
  }
}
