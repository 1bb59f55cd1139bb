package dev.detente.source.fetch;

import dev.detente.article.DetenteException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fetches as hosts ask for it: what robots.txt allows, one request at a time with a pause between,
 * and none while a host has said {@code Retry-After}. Not thread-safe.
 */
public final class PoliteFetcher {
  /** Waits; tests do not. */
  interface Sleeper {
    void sleep(Duration duration) throws InterruptedException;
  }

  private static final Duration KEEP_ROBOTS = Duration.ofHours(12);
  private static final Duration LONGEST_RETRY = Duration.ofHours(24);
  private static final Duration WAITED_FOR = Duration.ofMinutes(1);

  private final Fetcher fetcher;
  private final Clock clock;
  private final Sleeper sleeper;
  private final Map<String, Host> hosts = new HashMap<>();

  private static final class Host {
    private Robots robots = Robots.ALL;
    private Instant robotsUntil = Instant.MIN;
    private Instant free = Instant.MIN;
  }

  /** Fetches with this fetcher. */
  public PoliteFetcher(Fetcher fetcher) {
    this(fetcher, Clock.systemUTC(), duration -> Thread.sleep(duration.toMillis()));
  }

  PoliteFetcher(Fetcher fetcher, Clock clock, Sleeper sleeper) {
    this.fetcher = fetcher;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /**
   * Fetches when its host's turn has come.
   *
   * @throws DetenteException DET-0175 when the host has asked us to come later, DET-0176 when
   *     robots.txt forbids it, and those of {@link Fetcher#fetch}
   */
  public Fetched fetch(URI address, @Nullable String etag, @Nullable String lastModified) {
    Host host = hosts.computeIfAbsent(site(address), key -> new Host());
    if (!host.robotsUntil.isAfter(clock.instant())) {
      host.robots = robots(host, address);
      host.robotsUntil = clock.instant().plus(KEEP_ROBOTS);
    }
    String path =
        (address.getRawPath() == null || address.getRawPath().isEmpty()
                ? "/"
                : address.getRawPath())
            + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    if (!host.robots.allows(path)) {
      throw new DetenteException("DET-0176", address + ": robots.txt of its host forbids it");
    }
    return turn(host, address, etag, lastModified);
  }

  /**
   * Fetches what an address holds.
   *
   * @return an answer with status 200
   * @throws DetenteException DET-0175 when the host asks us to come later, DET-0177 for any other
   *     status, and those of {@link #fetch}
   */
  public Fetched fetchWhole(URI address) {
    Fetched fetched = fetch(address, null, null);
    if (fetched.status() == 429 || fetched.status() == 503) {
      throw new DetenteException("DET-0175", address + ": its host asks us to come later");
    }
    if (fetched.status() != 200) {
      throw new DetenteException(
          "DET-0177", address + ": its host answers with status " + fetched.status());
    }
    return fetched;
  }

  private static String site(URI address) {
    return (address.getScheme() + "://" + address.getRawAuthority()).toLowerCase(Locale.ROOT);
  }

  private Robots robots(Host host, URI address) {
    URI file;
    try {
      file = URI.create(site(address) + "/robots.txt");
    } catch (IllegalArgumentException e) {
      return Robots.ALL;
    }
    try {
      Fetched fetched = turn(host, file, null, null);
      if (fetched.status() >= 500 || fetched.status() == 429) {
        return Robots.NONE;
      }
      return fetched.status() == 200 ? Robots.of(fetched.body(), FetchRules.PRODUCT) : Robots.ALL;
    } catch (DetenteException e) {
      // A host that cannot be asked says why once more, for the address itself.
      return Robots.ALL;
    }
  }

  private Fetched turn(
      Host host, URI address, @Nullable String etag, @Nullable String lastModified) {
    Duration wait = Duration.between(clock.instant(), max(host.free, clock.instant()));
    if (wait.compareTo(WAITED_FOR) > 0) {
      throw new DetenteException(
          "DET-0175", address + ": its host asks to be left alone until " + host.free);
    }
    try {
      if (!wait.isZero()) {
        sleeper.sleep(wait);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DetenteException("DET-0174", address + ": interrupted", e);
    }
    try {
      Fetched fetched = fetcher.fetch(address, etag, lastModified);
      host.free = clock.instant().plus(pause(host));
      if (fetched.status() == 429 || fetched.status() == 503) {
        host.free = max(host.free, retry(fetched.retryAfter()));
      }
      return fetched;
    } catch (DetenteException e) {
      host.free = clock.instant().plus(pause(host));
      throw e;
    }
  }

  private Duration pause(Host host) {
    Duration asked = host.robots.pause();
    Duration ours = fetcher.rules().pause();
    return asked == null || asked.compareTo(ours) < 0 ? ours : asked;
  }

  private static Instant max(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** Seconds or a date of HTTP; ten minutes when it says neither, a day at most. */
  private Instant retry(@Nullable String retryAfter) {
    Instant now = clock.instant();
    Instant until = now.plus(Duration.ofMinutes(10));
    String value = retryAfter == null ? "" : retryAfter.strip();
    if (value.matches("\\d{1,9}")) {
      until = now.plusSeconds(Long.parseLong(value));
    } else if (!value.isEmpty()) {
      try {
        until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      } catch (DateTimeException e) {
        // As if it had said nothing.
      }
    }
    Instant latest = now.plus(LONGEST_RETRY);
    return until.isAfter(latest) ? latest : until;
  }
}
