package dev.detente.source.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a host's robots.txt allows us (RFC 9309), with the pause that many ask for besides.
 * Immutable.
 */
final class Robots {
  /** No file: all is allowed. */
  static final Robots ALL = new Robots(List.of(), null);

  /** The host cannot tell: nothing is allowed for now. */
  static final Robots NONE = new Robots(List.of(new Rule("/", false)), null);

  private static final int LONGEST = 500 << 10;
  private static final double MOST_SECONDS = 3600;

  private record Rule(String path, boolean allows) {}

  private final List<Rule> rules;
  private final @Nullable Duration pause;

  private Robots(List<Rule> rules, @Nullable Duration pause) {
    this.rules = rules;
    this.pause = pause;
  }

  /** Reads the group for a product, else the one for all. */
  static Robots of(byte[] file, String product) {
    List<Rule> own = new ArrayList<>();
    List<Rule> general = new ArrayList<>();
    Duration[] pauses = new Duration[2];
    boolean named = false;
    boolean inAgents = false;
    boolean forUs = false;
    boolean forAll = false;
    String text = new String(file, 0, Math.min(file.length, LONGEST), StandardCharsets.UTF_8);
    for (String raw : text.split("\r\n|\r|\n", -1)) {
      int comment = raw.indexOf('#');
      String line = (comment < 0 ? raw : raw.substring(0, comment)).strip();
      int colon = line.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      if (key.equals("user-agent")) {
        if (!inAgents) {
          forUs = false;
          forAll = false;
        }
        inAgents = true;
        forUs |= value.toLowerCase(Locale.ROOT).equals(product);
        forAll |= value.equals("*");
        named |= forUs;
        continue;
      }
      inAgents = false;
      if (key.equals("allow") || key.equals("disallow")) {
        if (!value.isEmpty()) {
          Rule rule = new Rule(value, key.equals("allow"));
          if (forUs) {
            own.add(rule);
          }
          if (forAll) {
            general.add(rule);
          }
        }
      } else if (key.equals("crawl-delay")) {
        Duration delay = seconds(value);
        if (forUs) {
          pauses[0] = delay;
        }
        if (forAll) {
          pauses[1] = delay;
        }
      }
    }
    return named ? new Robots(own, pauses[0]) : new Robots(general, pauses[1]);
  }

  private static @Nullable Duration seconds(String value) {
    try {
      double seconds = Double.parseDouble(value);
      return seconds >= 0 && seconds <= MOST_SECONDS
          ? Duration.ofMillis((long) (seconds * 1000))
          : Duration.ofSeconds((long) MOST_SECONDS);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Whether a path with its query may be fetched: the longest rule that matches decides. */
  boolean allows(String path) {
    Rule best = null;
    for (Rule rule : rules) {
      if (matches(rule.path, path)
          && (best == null
              || rule.path.length() > best.path.length()
              || (rule.path.length() == best.path.length() && rule.allows))) {
        best = rule;
      }
    }
    return best == null || best.allows;
  }

  /** With {@code *} for anything and {@code $} for the end; each piece is sought once. */
  private static boolean matches(String pattern, String path) {
    boolean whole = pattern.endsWith("$");
    String[] pieces =
        (whole ? pattern.substring(0, pattern.length() - 1) : pattern).split("\\*", -1);
    if (!path.startsWith(pieces[0])) {
      return false;
    }
    int at = pieces[0].length();
    for (int i = 1; i < pieces.length; i++) {
      int found = path.indexOf(pieces[i], at);
      if (whole && i == pieces.length - 1) {
        found = path.length() - pieces[i].length();
        if (found < at || !path.endsWith(pieces[i])) {
          return false;
        }
      }
      if (found < 0) {
        return false;
      }
      at = found + pieces[i].length();
    }
    return !whole || at == path.length();
  }

  /** The pause asked for between two requests; null when none is. */
  @Nullable Duration pause() {
    return pause;
  }
}
