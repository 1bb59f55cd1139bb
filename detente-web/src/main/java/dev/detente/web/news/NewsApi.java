package dev.detente.web.news;

import com.fasterxml.jackson.databind.JsonNode;
import dev.detente.ledger.Fresh;
import dev.detente.ledger.Question;
import dev.detente.ledger.Search;
import dev.detente.web.api.Answers;
import dev.detente.web.api.Lender;
import dev.detente.web.api.Writer;
import dev.detente.web.guard.Gate;
import dev.detente.web.page.Asked;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.sse.SseHandler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The routes by which somebody is told of what is new. Thread-safe. */
public final class NewsApi {
  /** Feeds are read with the secret in their address, and with no other. */
  public static final String FEEDS = "/feeds/";

  /** Searches have secrets that only their owner sees. */
  public static final String SEARCHES = "/api/v1/searches";

  private static final String ATOM = "application/atom+xml; charset=utf-8";
  private static final Pattern FEED = Pattern.compile("([0-9a-f]{16})-([0-9a-f]{32})\\.atom");

  /** Entries of a feed. */
  private static final int ENTRIES = 50;

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_HOOK = 2000;
  private static final int MOST_SEARCHES = 200;

  private final Lender lender;
  private final @Nullable Writer writer;
  private final Supplier<News> news;
  private final Supplier<String> origin;
  private final SecureRandom dice = new SecureRandom();

  /**
   * @param writer null when the ledger is open to be read alone
   */
  public NewsApi(
      Lender lender, @Nullable Writer writer, Supplier<News> news, Supplier<String> origin) {
    this.lender = lender;
    this.writer = writer;
    this.news = news;
    this.origin = origin;
  }

  /** Adds the routes. */
  public void add(RoutesConfig routes) {
    routes.get("/api/v1/findings.atom", this::atom);
    routes.get("/api/v1/news", this::stream);
    routes.get(SEARCHES, this::searches);
    routes.post(SEARCHES, this::keep);
    routes.get(SEARCHES + "/{id}", ask -> Answers.json(ask, shown(search(ask))));
    routes.delete(SEARCHES + "/{id}", this::forget);
    routes.get(FEEDS + "{feed}", this::feed);
  }

  private void atom(Context ask) {
    Asked asked = Asked.of(ask::queryParam);
    String self = Gate.origin(ask) + "/api/v1/findings.atom?" + asked.query(0);
    answer(ask, self, self, "Detente", asked.question());
  }

  private void answer(Context ask, String id, String self, String title, Question question) {
    List<Fresh> found = lender.ask(ledger -> ledger.addressed(question, ENTRIES));
    ask.contentType(ATOM).result(Atom.feed(id, title, self, found, Gate.origin(ask)));
  }

  private void stream(Context ask) {
    Question question = Asked.of(ask::queryParam).question();
    String accepted = ask.header("Accept");
    if (accepted == null || !accepted.contains("text/event-stream")) {
      throw new HttpResponseException(406, "what is new is sent as text/event-stream", Map.of());
    }
    if (news.get().isFull()) {
      throw new ServiceUnavailableResponse("too many listen; ask again in a moment");
    }
    String last = ask.header("Last-Event-ID");
    Fresh.Position from =
        (last == null ? Optional.<Fresh.Position>empty() : Fresh.Position.parse(last))
            .orElseGet(() -> lender.ask(ledger -> ledger.position()));
    // A question that cannot be asked is told now, and not in the stream.
    lender.ask(ledger -> ledger.since(question, from, 1));
    new SseHandler(0, client -> news.get().listen(client, question, from)).handle(ask);
  }

  private void searches(Context ask) {
    Answers.page(
        ask,
        lender.ask(ledger -> ledger.searches().all()).stream().map(this::shown).toList(),
        null);
  }

  private Search search(Context ask) {
    String id = ask.pathParam("id");
    return lender
        .ask(ledger -> ledger.searches().get(id))
        .orElseThrow(() -> new NotFoundResponse("no search of this id"));
  }

  private Map<String, @Nullable Object> shown(Search search) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("id", search.id());
    shown.put("name", search.name());
    shown.put("query", search.query());
    shown.put("hook", search.hook());
    shown.put("secret", search.secret());
    shown.put("feed", feedOf(search));
    shown.put("made", search.made().withNano(0) + "Z");
    shown.put("reached", search.reached().toString());
    return shown;
  }

  private String feedOf(Search search) {
    return origin.get() + FEEDS + search.id() + "-" + search.secret() + ".atom";
  }

  private Writer open() {
    Writer open = writer;
    if (open == null) {
      throw new ForbiddenResponse("this room is open to read alone");
    }
    return open;
  }

  private void keep(Context ask) {
    JsonNode sent = Answers.object(ask);
    String name = Answers.text(sent, "name");
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("name has 1 to " + LONGEST_NAME + " characters");
    }
    String given = Answers.text(sent, "query");
    String query = Asked.parse(given == null ? "" : given).query(0);
    String hook = hook(Answers.text(sent, "hook"));
    String id = random(8);
    String secret = random(16);
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    Search kept =
        open()
            .write(
                ledger -> {
                  if (ledger.searches().all().size() >= MOST_SEARCHES) {
                    throw new IllegalArgumentException(
                        "there are " + MOST_SEARCHES + " searches; delete one first");
                  }
                  return ledger.searches().add(id, name.strip(), query, secret, hook, now);
                });
    ask.status(201);
    Answers.json(ask, shown(kept));
  }

  private static @Nullable String hook(@Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    try {
      URI address = URI.create(given.strip());
      if (given.length() <= LONGEST_HOOK
          && address.getHost() != null
          && address.getRawUserInfo() == null
          && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
        return address.toString();
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new IllegalArgumentException("hook is an address that begins with http:// or https://");
  }

  private String random(int bytes) {
    byte[] some = new byte[bytes];
    dice.nextBytes(some);
    return HexFormat.of().formatHex(some);
  }

  private void forget(Context ask) {
    String id = ask.pathParam("id");
    if (!open().<Boolean>write(ledger -> ledger.searches().remove(id))) {
      throw new NotFoundResponse("no search of this id");
    }
    ask.status(204);
  }

  private void feed(Context ask) {
    Matcher feed = FEED.matcher(ask.pathParam("feed"));
    Search search =
        feed.matches()
            ? lender.ask(ledger -> ledger.searches().get(feed.group(1))).orElse(null)
            : null;
    if (search == null
        || !MessageDigest.isEqual(
            search.secret().getBytes(StandardCharsets.UTF_8),
            feed.group(2).getBytes(StandardCharsets.UTF_8))) {
      throw new NotFoundResponse("no feed at this address");
    }
    answer(
        ask,
        "urn:detente-search:" + search.id(),
        feedOf(search),
        search.name(),
        Asked.parse(search.query()).question());
  }
}
