package dev.detente.web;

import dev.detente.article.DetenteException;
import dev.detente.ledger.Address;
import dev.detente.ledger.Entry;
import dev.detente.ledger.Ledger;
import dev.detente.web.api.AcrossApi;
import dev.detente.web.api.Api;
import dev.detente.web.api.Lender;
import dev.detente.web.api.MarksApi;
import dev.detente.web.api.Writer;
import dev.detente.web.guard.Gate;
import dev.detente.web.news.News;
import dev.detente.web.news.NewsApi;
import dev.detente.web.page.Asked;
import dev.detente.web.page.Kept;
import dev.detente.web.page.Pages;
import dev.detente.web.page.ReviewPart;
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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A local site over a ledger: pages for people, and an API for programs. Open from construction to
 * {@link #close}.
 */
public final class ReadingRoom implements AutoCloseable {
  private static final int MOST_BYTES = 2_000_000;

  /** What is wrong with what was asked or sent, of all that a ledger complains of. */
  private static final Set<String> QUESTIONS = Set.of("DET-0709", "DET-0714");

  private static final Gate.Paths PATHS =
      new Gate.Paths(
          path -> path.startsWith(NewsApi.FEEDS), path -> path.startsWith(NewsApi.SEARCHES));

  /** Records for programs, beside their pages. */
  private static final Pattern MACHINE = Pattern.compile("/r/.*\\.(?:json|csv|jsonld)");

  private final Javalin server;
  private final Readers readers;
  private final Kept kept;
  private final Pages pages;
  private final @Nullable Writing writing;
  private final Api api;
  private final AcrossApi across;
  private final MarksApi marks;
  private final NewsApi newsApi;
  private final RoomSettings settings;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile @Nullable News news;
  private volatile @Nullable Gate gate;

  /**
   * Opens a room.
   *
   * @param ledger what is shown, and marked when it is open to be written; closed with the room
   * @throws DetenteException DET-0802 when the port cannot be listened to
   */
  public ReadingRoom(Ledger ledger, RoomSettings settings) {
    this.settings = settings;
    this.kept = new Kept(settings.behindMillis());
    this.pages = new Pages(kept);
    this.readers = new Readers(ledger, Math.max(4, Runtime.getRuntime().availableProcessors()));
    this.writing = ledger.isWritable() ? new Writing(ledger) : null;
    Lender lender = new Lent();
    this.api = new Api(lender, kept, settings.reading());
    this.across = new AcrossApi(lender, kept);
    this.marks = new MarksApi(lender, writing);
    this.newsApi = new NewsApi(lender, writing, this::news, this::origin);
    this.server = Javalin.create(this::configure);
    try {
      server.start(settings.host(), settings.port());
    } catch (JavalinBindException e) {
      readers.close();
      throw new DetenteException(
          "DET-0802",
          "port " + settings.port() + " is taken or not allowed; --port takes another",
          e);
    }
    News opened =
        new News(
            lender,
            writing,
            query -> Asked.parse(query).question(),
            this::origin,
            settings.retryMillis());
    this.news = opened;
    if (writing != null) {
      writing.onChange(
          () -> {
            kept.changed();
            opened.changed();
          });
    }
    this.gate = new Gate(settings.token(), server.port(), PATHS, settings.guests());
    keep();
  }

  private News news() {
    News opened = news;
    if (opened == null) {
      throw new NotFoundResponse();
    }
    return opened;
  }

  /**
   * Changes the ledger while it is shown.
   *
   * @throws IllegalStateException when it is open to be read alone
   */
  public Writer writer() {
    if (writing == null) {
      throw new IllegalStateException("opened to read");
    }
    return writing;
  }

  /**
   * Finds beforehand what takes long to find, and finds it anew when the ledger has changed; on one
   * thread, which rests for twice as long as it has worked.
   */
  private void keep() {
    Lent lent = new Lent();
    Thread keeping =
        new Thread(
            () -> {
              kept(
                  lent,
                  ledger -> {
                    pages.warm(ledger);
                    return 0L;
                  });
              while (settings.behindMillis() > 0 && !closed.get()) {
                rest(kept(lent, kept::refresh));
              }
            },
            "detente-keep");
    keeping.setDaemon(true);
    keeping.setUncaughtExceptionHandler((thread, failure) -> {});
    keeping.start();
  }

  private long kept(Lent lent, Function<Ledger, Long> found) {
    try {
      return lent.askLong(found);
    } catch (DetenteException | Readers.Busy e) {
      // What was found before is shown for longer.
      return settings.behindMillis();
    }
  }

  private static void rest(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lends the readers for as long as the settings allow. */
  private final class Lent implements Lender {
    @Override
    public <T extends @Nullable Object> T ask(Function<Ledger, T> question) {
      return readers.ask(settings.pageMillis(), question);
    }

    @Override
    public <T extends @Nullable Object> T askLong(Function<Ledger, T> question) {
      return readers.ask(settings.longMillis(), question);
    }
  }

  /** Where it is, with the token that lets in. */
  public String url() {
    return origin() + "/?token=" + settings.token();
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
    config.http.prefer405over404 = true;
    config.jetty.modifyServer(server -> server.setErrorHandler(new BadRequests()));
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
        "/demands",
        page((ledger, ask) -> Optional.of(pages.demands(ledger, wording(ask), asked(ask)))));
    config.routes.get(
        "/map",
        page(
            (ledger, ask) -> Optional.of(pages.map(ledger, wording(ask), ask.queryParam("part")))));
    config.routes.get(
        "/pairs/{pair}",
        page(
            (ledger, ask) ->
                pages.between(ledger, wording(ask), ask.pathParam("pair"), asked(ask))));
    config.routes.get(
        "/places/{place}",
        page(
            (ledger, ask) ->
                pages.at(
                    ledger,
                    wording(ask),
                    ask.pathParam("place"),
                    ask.queryParam("country"),
                    asked(ask))));
    config.routes.get(
        "/tension",
        page(
            (ledger, ask) ->
                Optional.of(
                    pages.tension(
                        ledger,
                        wording(ask),
                        ask.queryParam("between"),
                        ask.queryParam("until")))));
    config.routes.get(
        "/pairs", page((ledger, ask) -> Optional.of(pages.pairs(ledger, wording(ask)))));
    config.routes.get(
        "/about",
        page((ledger, ask) -> Optional.of(pages.about(ledger, wording(ask), settings.version()))));
    config.routes.get("/r/{address}", this::record);
    config.routes.get("/language/{language}", ReadingRoom::choose);
    api.add(config.routes);
    across.add(config.routes);
    marks.add(config.routes);
    newsApi.add(config.routes);
    config.routes.exception(HttpResponseException.class, this::refused);
    config.routes.exception(
        IllegalArgumentException.class,
        (e, ask) -> wrong(ask, 400, "wrong_question", String.valueOf(e.getMessage()), null));
    config.routes.exception(
        Readers.Busy.class,
        (e, ask) -> wrong(ask, 503, "wrong_busy", String.valueOf(e.getMessage()), null));
    config.routes.exception(DetenteException.class, this::failed);
    config.routes.exception(
        Exception.class,
        (e, ask) ->
            wrong(
                ask, 500, "wrong_fault", "DET-0801: " + e.getClass().getSimpleName(), "DET-0801"));
  }

  /** Ours to tell: what was sent could not be read, or the ledger could not be asked. */
  private void failed(DetenteException e, Context ask) {
    boolean ledger = e.code().startsWith("DET-07");
    boolean question = !ledger || QUESTIONS.contains(e.code());
    wrong(
        ask,
        question ? 400 : 503,
        question ? "wrong_question" : "wrong_busy",
        String.valueOf(e.getMessage()),
        e.code());
  }

  private ReviewPart review(Ledger ledger, Entry entry, Context ask) {
    String name = ask.cookie(MarksApi.REVIEWER);
    return new ReviewPart(
        ledger.marks().at(entry.address()),
        writing != null && !Gate.isGuest(ask),
        name == null ? "" : URLDecoder.decode(name, StandardCharsets.UTF_8));
  }

  private void record(Context ask) throws Exception {
    String address = ask.pathParam("address");
    if (!api.beside(ask, address)) {
      page((ledger, same) ->
              Address.parse(address)
                  .flatMap(ledger::entry)
                  .map(
                      entry ->
                          pages.card(
                              wording(ask), entry, review(ledger, entry, ask), Gate.origin(ask))))
          .handle(ask);
    }
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
      Optional<String> html = readers.ask(settings.pageMillis(), ledger -> made.apply(ledger, ask));
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
          case 401, 403, 429 -> "wrong_stranger";
          case 404 -> "wrong_missing";
          default -> "wrong_question";
        };
    e.getDetails()
        .forEach(
            (name, value) -> {
              if (name.equals("Allow")) {
                ask.header(name, value);
              }
            });
    wrong(ask, e.getStatus(), title, String.valueOf(e.getMessage()), null);
  }

  private void wrong(Context ask, int status, String title, String reason, @Nullable String code) {
    if (ask.res().isCommitted()) {
      return;
    }
    ask.status(status);
    if (status == 503) {
      ask.header("Retry-After", "5");
    }
    if (ask.path().startsWith("/api/") || MACHINE.matcher(ask.path()).matches()) {
      Api.problem(ask, status, Wording.inLanguage("en").of(title), reason, code);
    } else {
      ask.html(pages.wrong(wording(ask), title, reason));
    }
  }

  /** The operations of the API, for a test of the contract. */
  List<String> routes() {
    return server.unsafe.internalRouter.allHttpHandlers().stream()
        .map(route -> route.endpoint)
        .filter(route -> route.path.startsWith("/api/") && route.method.isHttpMethod())
        .map(route -> route.method.name() + " " + route.path)
        .toList();
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    News opened = news;
    if (opened != null) {
      opened.close();
    }
    server.stop();
    if (writing != null) {
      writing.close();
    }
    readers.close();
  }
}
