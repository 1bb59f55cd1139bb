package dev.detente.web.guard;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.SameSite;
import io.javalin.http.UnauthorizedResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who started the room and, when they are invited, guests who read. The address that is
 * printed at the start carries a token, which is swapped for a cookie at once; every request must
 * name this machine as its host, so that no other site can have a browser ask for it under a name
 * of its own (DNS rebinding), must come from no other site, and one that changes something must say
 * that it comes from our own pages. Thread-safe.
 */
public final class Gate {
  /** Nothing but what this server sends: no inline script or style, no frame, no other host. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD");
  private static final String GUEST = "detente.guest";

  private final String token;
  private final String cookie;
  private final int port;
  private final Paths paths;
  private final @Nullable Guests guests;

  /**
   * Which paths are not like the others.
   *
   * @param open those read without the token, since they carry a secret of their own
   * @param own those that no guest sees
   */
  public record Paths(Predicate<String> open, Predicate<String> own) {}

  /**
   * @param token secret of this start
   * @param port the room's own, which keeps the cookies of two rooms apart
   * @param guests null when nobody else is let in
   */
  public Gate(String token, int port, Paths paths, @Nullable Guests guests) {
    this.token = token;
    this.cookie = "detente-" + port;
    this.port = port;
    this.paths = paths;
    this.guests = guests;
  }

  /**
   * Checks a request before anything else looks at it.
   *
   * @return where to send the browser when it has just shown the token; null when it may go on
   * @throws HttpResponseException when it may not
   */
  public @Nullable String admit(Context request) {
    secure(request);
    String host = request.header("Host");
    if (host == null || !isOurs(host)) {
      throw new UnauthorizedResponse("this room is asked under the name of this machine only");
    }
    String origin = request.header("Origin");
    if (origin != null && !isOurs(origin.replaceFirst("^https?://", ""))) {
      throw new UnauthorizedResponse("another site may not ask this room");
    }
    boolean harmless = HARMLESS.contains(request.method().name());
    if (!harmless && origin == null && !bears(request)) {
      throw new UnauthorizedResponse("a request that changes something says where it comes from");
    }
    if (paths.open().test(request.path())) {
      return null;
    }
    String shown = request.queryParam("token");
    if (shown != null && same(shown)) {
      Cookie kept = new Cookie(cookie, token);
      kept.setHttpOnly(true);
      kept.setSameSite(SameSite.STRICT);
      kept.setPath("/");
      request.cookie(kept);
      return request.path() + rest(request.queryString());
    }
    String brought = request.cookie(cookie);
    if ((brought == null || !same(brought)) && !bears(request)) {
      welcome(request, harmless);
    }
    return null;
  }

  /** Lets a guest in who knows the password, to read. */
  private void welcome(Context request, boolean harmless) {
    Guests invited = guests;
    if (invited == null) {
      throw new UnauthorizedResponse("open the address that `detente serve` has printed");
    }
    switch (invited.look(request.header("Authorization"), request.ip())) {
      case TOO_MANY ->
          throw new HttpResponseException(429, "too many wrong passwords; wait a minute", Map.of());
      case WRONG -> {
        request.header("WWW-Authenticate", "Basic realm=\"Detente\", charset=\"UTF-8\"");
        throw new UnauthorizedResponse("the password of this room, please");
      }
      case RIGHT -> {
        if (!harmless || paths.own().test(request.path())) {
          throw new ForbiddenResponse("guests read, and no more");
        }
        request.attribute(GUEST, true);
      }
    }
  }

  /** Whether whoever asks is a guest. */
  public static boolean isGuest(Context request) {
    return request.attribute(GUEST) != null;
  }

  /** Where this room is for whoever asks, who has been admitted: {@code http://127.0.0.1:8391}. */
  public static String origin(Context request) {
    boolean behind = "https".equals(request.header("X-Forwarded-Proto"));
    return (behind ? "https://" : "http://") + request.header("Host");
  }

  /** What else was asked for, without the token. */
  private static String rest(@Nullable String query) {
    String rest =
        query == null
            ? ""
            : Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.startsWith("token="))
                .collect(Collectors.joining("&"));
    return rest.isEmpty() ? "" : "?" + rest;
  }

  private boolean bears(Context request) {
    String header = request.header("Authorization");
    return header != null && header.startsWith("Bearer ") && same(header.substring(7));
  }

  private boolean isOurs(String host) {
    int colon = host.lastIndexOf(':');
    boolean withPort = colon > host.lastIndexOf(']');
    String name = withPort ? host.substring(0, colon) : host;
    boolean ourPort = (withPort ? host.substring(colon + 1) : "80").equals(Integer.toString(port));
    if (LOCAL.contains(name)) {
      return ourPort;
    }
    // Somebody may have set a server with a certificate before us, at its own port.
    return guests != null && guests.know(name) && (ourPort || !withPort);
  }

  private boolean same(String other) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static void secure(Context request) {
    request.header("Content-Security-Policy", POLICY);
    request.header("X-Content-Type-Options", "nosniff");
    // With none at all a browser would not say where our own forms come from either.
    request.header("Referrer-Policy", "same-origin");
    request.header("Cross-Origin-Opener-Policy", "same-origin");
    request.header("Cross-Origin-Resource-Policy", "same-origin");
    request.header("Cache-Control", "private, no-cache");
  }
}
