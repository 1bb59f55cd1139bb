package dev.detente.web;

import dev.detente.article.DetenteException;
import dev.detente.ledger.Ledger;
import dev.detente.web.api.Api;
import dev.detente.web.guard.Gate;
import dev.detente.web.page.Address;
import dev.detente.web.page.Asked;
import dev.detente.web.page.Pages;
import dev.detente.web.page.Wording;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.SameSite;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A local site over a ledger: pages for people, and an API for programs. Open from construction to
 * {@link #close}.
 */
public final class ReadingRoom implements AutoCloseable {
  private static final int MOST_BYTES = 2_000_000;

  private final Javalin server;
  private final Readers readers;
  private final Pages pages = new Pages();
  private final String version;
  private final String token;
  private @Nullable Gate gate;

  /**
   * Opens a room.
   *
   * @param ledger what is shown; closed with the room
   * @param host the address to listen at: {@code 127.0.0.1}
   * @param port 0 for any that is free
   * @param token secret that lets in, see {@link Gate}
   * @param version of the program
   * @throws DetenteException DET-0802 when the port cannot be listened to
   */
  public ReadingRoom(Ledger ledger, String host, int port, String token, String version) {
    this.readers = new Readers(ledger, Math.max(2, Runtime.getRuntime().availableProcessors()));
    this.token = token;
    this.version = version;
    this.server = Javalin.create(this::configure);
    try {
      server.start(host, port);
    } catch (JavalinBindException e) {
      readers.close();
      throw new DetenteException(
          "DET-0802", "port " + port + " is taken or not allowed; --port takes another", e);
    }
    this.gate = new Gate(token, server.port());
  }

  /** Where it is, with the token that lets in. */
  public String url() {
    return origin() + "/?token=" + token;
  }

  private String origin() {
    return "http://127.0.0.1:" + server.port();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = MOST_BYTES;
    config.http.generateEtags = true;
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/room";
          files.directory = "/dev/detente/web/room";
          files.location = Location.CLASSPATH;
        });
    config.routes.before(this::admit);
    config.routes.get(
        "/", page((ledger, ask) -> Optional.of(pages.overview(ledger, wording(ask)))));
    config.routes.get(
        "/articles",
        page((ledger, ask) -> Optional.of(pages.articles(ledger, wording(ask), asked(ask)))));
    config.routes.get(
        "/articles/{id}",
        page((ledger, ask) -> pages.article(ledger, wording(ask), ask.pathParam("id"))));
    config.routes.get(
        "/find",
        page((ledger, ask) -> Optional.of(pages.findings(ledger, wording(ask), asked(ask)))));
    config.routes.get(
        "/timeline",
        page((ledger, ask) -> Optional.of(pages.timeline(ledger, wording(ask), asked(ask)))));
    config.routes.get(
        "/actors",
        page((ledger, ask) -> Optional.of(pages.actors(ledger, wording(ask), asked(ask)))));
    config.routes.get(
        "/actors/{entity}",
        page((ledger, ask) -> pages.actor(ledger, wording(ask), ask.pathParam("entity"))));
    config.routes.get(
        "/claims",
        page((ledger, ask) -> Optional.of(pages.claims(ledger, wording(ask), asked(ask)))));
    config.routes.get(
        "/tension",
        page(
            (ledger, ask) ->
                Optional.of(pages.tension(ledger, wording(ask), ask.queryParam("between")))));
    config.routes.get(
        "/pairs", page((ledger, ask) -> Optional.of(pages.pairs(ledger, wording(ask)))));
    config.routes.get(
        "/about", page((ledger, ask) -> Optional.of(pages.about(ledger, wording(ask), version))));
    config.routes.get(
        "/r/{address}",
        page(
            (ledger, ask) ->
                Address.parse(ask.pathParam("address"))
                    .flatMap(address -> pages.card(ledger, wording(ask), address, origin()))));
    config.routes.get("/language/{language}", ReadingRoom::choose);
    new Api(readers::ask).add(config.routes);
    config.routes.exception(HttpResponseException.class, this::refused);
    config.routes.exception(
        IllegalArgumentException.class,
        (e, ask) -> wrong(ask, 400, "wrong_question", String.valueOf(e.getMessage())));
    config.routes.exception(
        Readers.Busy.class,
        (e, ask) -> wrong(ask, 503, "wrong_busy", String.valueOf(e.getMessage())));
    config.routes.exception(
        Exception.class,
        (e, ask) -> wrong(ask, 500, "wrong_fault", "DET-0801: " + e.getClass().getSimpleName()));
  }

  private void admit(Context ask) {
    Gate opened = gate;
    if (opened == null) {
      throw new NotFoundResponse();
    }
    String clean = opened.admit(ask);
    if (clean != null) {
      ask.redirect(clean);
      ask.skipRemainingHandlers();
    }
  }

  private Handler page(BiFunction<Ledger, Context, Optional<String>> made) {
    return ask -> {
      Optional<String> html = readers.ask(ledger -> made.apply(ledger, ask));
      ask.html(html.orElseThrow(NotFoundResponse::new));
    };
  }

  private static Asked asked(Context ask) {
    return Asked.of(ask::queryParam);
  }

  private static Wording wording(Context ask) {
    return Wording.of(ask.cookie("detente-language"), ask.header("Accept-Language"));
  }

  private static void choose(Context ask) {
    String language = ask.pathParam("language");
    if (!Wording.LANGUAGES.contains(language)) {
      throw new NotFoundResponse();
    }
    Cookie kept = new Cookie("detente-language", language);
    kept.setSameSite(SameSite.STRICT);
    kept.setHttpOnly(true);
    kept.setPath("/");
    kept.setMaxAge(365 * 24 * 3600);
    ask.cookie(kept);
    String back = ask.queryParam("back");
    ask.redirect(back != null && back.matches("/(?![/\\\\])[^\\s]*") ? back : "/");
  }

  private void refused(HttpResponseException e, Context ask) {
    String title =
        switch (e.getStatus()) {
          case 401 -> "wrong_stranger";
          case 404 -> "wrong_missing";
          default -> "wrong_question";
        };
    wrong(ask, e.getStatus(), title, String.valueOf(e.getMessage()));
  }

  private void wrong(Context ask, int status, String title, String reason) {
    ask.status(status);
    if (ask.path().startsWith("/api/")) {
      Api.problem(ask, status, Wording.inLanguage("en").of(title), reason);
    } else {
      ask.html(pages.wrong(wording(ask), title, reason));
    }
  }

  @Override
  public void close() {
    server.stop();
    readers.close();
  }
}
