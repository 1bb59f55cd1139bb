package dev.detente.web.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Others who may read: by a password, as HTTP has it (Basic, RFC 7617), under names that are known
 * to be ours. Whoever guesses wrong too often waits. Thread-safe.
 */
public final class Guests {
  private static final Pattern NAME =
      Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])");

  private static final int SHORTEST = 12;

  /** Wrong passwords from one address, and for how long they count. */
  private static final int GUESSES = 10;

  private static final long WAIT = 60_000_000_000L;
  private static final int MOST_ADDRESSES = 10_000;

  private final List<String> names;
  private final byte[] password;
  private final LongSupplier nanoseconds;
  private final Map<String, Guesses> wrong = new HashMap<>();

  private record Guesses(int count, long first) {}

  /** What somebody shows. */
  public enum Shown {
    /** The password. */
    RIGHT,
    /** Another one, or none. */
    WRONG,
    /** Too many wrong ones, so that none is looked at. */
    TOO_MANY
  }

  /**
   * Lets others in.
   *
   * @param names under which they reach this machine: {@code desk.example}, {@code 192.168.1.7}
   * @throws IllegalArgumentException when one is none, or the password is too short
   */
  public Guests(List<String> names, String password) {
    this(names, password, System::nanoTime);
  }

  Guests(List<String> names, String password, LongSupplier nanoseconds) {
    for (String name : names) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "\"" + name + "\" is no name of a machine; give it without http:// and port");
      }
    }
    if (password.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "the password has fewer than " + SHORTEST + " characters; take a longer one");
    }
    this.names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    this.password = digest(password);
    this.nanoseconds = nanoseconds;
  }

  /** Whether this is a name of ours. */
  boolean know(String name) {
    return names.contains(name.toLowerCase(Locale.ROOT));
  }

  /**
   * Looks at what somebody shows.
   *
   * @param authorization the header; null when there is none
   * @param address of whoever asks
   */
  synchronized Shown look(@Nullable String authorization, String address) {
    if (authorization == null || !authorization.startsWith("Basic ")) {
      return Shown.WRONG;
    }
    long now = nanoseconds.getAsLong();
    Guesses before = wrong.get(address);
    if (before != null && now - before.first() > WAIT) {
      wrong.remove(address);
      before = null;
    }
    if (before != null && before.count() >= GUESSES) {
      return Shown.TOO_MANY;
    }
    if (MessageDigest.isEqual(password, digest(given(authorization)))) {
      return Shown.RIGHT;
    }
    if (wrong.size() >= MOST_ADDRESSES) {
      wrong.clear();
    }
    wrong.put(
        address,
        new Guesses(
            before == null ? 1 : before.count() + 1, before == null ? now : before.first()));
    return Shown.WRONG;
  }

  /** What follows the name and the colon. */
  private static String given(String authorization) {
    try {
      String both =
          new String(
              Base64.getDecoder().decode(authorization.substring("Basic ".length()).strip()),
              StandardCharsets.UTF_8);
      return both.substring(both.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
