package dev.detente.source.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.detente.source.archive.ArchiveBytes;
import dev.detente.source.feed.FeedWatch;
import dev.detente.source.feed.WatchState;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetching, against a server of this machine. */
@Timeout(60)
class FetcherTest {
  private static final FetchRules LOCAL =
      new FetchRules(
          "detente/test", true, 1 << 20, Duration.ofSeconds(5), 3, Duration.ofSeconds(2));

  @TempDir Path folder;
  private HttpServer server;
  private final List<String> asked = new ArrayList<>();
  private String robots = "";
  private int robotsStatus = 200;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/robots.txt",
        exchange -> answer(exchange, robotsStatus, robots.getBytes(StandardCharsets.UTF_8)));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    synchronized (asked) {
      asked.add(exchange.getRequestURI().toString());
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private void page(String path, String body) {
    server.createContext(
        path, exchange -> answer(exchange, 200, body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Fetched fetch(URI address) {
    return new Fetcher(LOCAL).fetch(address, null, null);
  }

  @Test
  void aPageIsFetchedUnderOurName() {
    List<String> agents = new ArrayList<>();
    List<String> cookies = new ArrayList<>();
    server.createContext(
        "/a",
        exchange -> {
          agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
          cookies.add(String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")));
          exchange.getResponseHeaders().add("Set-Cookie", "id=1");
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          answer(exchange, 200, ArchiveBytes.gzip("<p>Hei.".getBytes(StandardCharsets.UTF_8)));
        });
    Fetcher fetcher = new Fetcher(LOCAL);
    for (int i = 0; i < 2; i++) {
      Fetched fetched = fetcher.fetch(at("/a?b=c"), null, null);
      assertThat(new String(fetched.body(), StandardCharsets.UTF_8)).isEqualTo("<p>Hei.");
      assertThat(fetched.contentType()).isEqualTo("text/html");
    }
    assertThat(agents).containsOnly("detente/test");
    assertThat(cookies).containsOnly("null");
  }

  @Test
  void chunkedAnswersAndConditionalRequests() {
    server.createContext(
        "/c",
        exchange -> {
          if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
          }
          exchange.getResponseHeaders().add("ETag", "\"v1\"");
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write("en ".repeat(40_000).getBytes(StandardCharsets.UTF_8));
          }
        });
    Fetched first = fetch(at("/c"));
    assertThat(first.body()).hasSize(120_000);
    assertThat(new Fetcher(LOCAL).fetch(at("/c"), first.etag(), null).status()).isEqualTo(304);
  }

  @Test
  void redirectsAreFollowedAndBounded() {
    page("/end", "x");
    server.createContext(
        "/one",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/end");
          answer(exchange, 302, new byte[0]);
        });
    server.createContext(
        "/loop",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/loop");
          answer(exchange, 301, new byte[0]);
        });
    assertThat(fetch(at("/one")).address()).isEqualTo(at("/end"));
    assertThatThrownBy(() -> fetch(at("/loop"))).hasMessageStartingWith("DET-0172");
    assertThat(asked).hasSize(2 + 4);
  }

  @Test
  void aRedirectToAForbiddenPlaceIsRefused() {
    Fetcher outside =
        new Fetcher(
            new FetchRules("t", false, 1 << 20, Duration.ofSeconds(5), 3, Duration.ZERO),
            host -> {
              throw new UnknownHostException(host);
            });
    assertThatThrownBy(() -> outside.fetch(URI.create("http://news.example/"), null, null))
        .hasMessageStartingWith("DET-0174");
    for (String to :
        List.of("file:///etc/passwd", "ftp://x.example/", "gopher://x/", "//u:p@x.example/")) {
      String path = "/to" + to.hashCode();
      server.createContext(
          path,
          exchange -> {
            exchange.getResponseHeaders().add("Location", to);
            answer(exchange, 302, new byte[0]);
          });
      assertThatThrownBy(() -> fetch(at(path))).as(to).hasMessageStartingWith("DET-0170");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:1::1",
        "ff02::1",
        "2001:db8::1"
      })
  void privateAddressesAreRefused(String literal) throws UnknownHostException {
    InetAddress address = InetAddress.getByName(literal);
    assertThat(PublicAddress.isPublic(address)).isFalse();
    int[] resolved = {0};
    Fetcher strict =
        new Fetcher(
            FetchRules.DEFAULT,
            host -> {
              resolved[0]++;
              return new InetAddress[] {InetAddress.getByName("93.184.215.14"), address};
            });
    assertThatThrownBy(() -> strict.fetch(URI.create("http://news.example/"), null, null))
        .hasMessageStartingWith("DET-0171");
    assertThat(resolved[0]).isOne();
  }

  @Test
  void publicAddressesAreNot() throws UnknownHostException {
    for (String literal : List.of("93.184.215.14", "2606:2800:21f::1", "64:ff9b::5db8:d822")) {
      assertThat(PublicAddress.isPublic(InetAddress.getByName(literal))).as(literal).isTrue();
    }
    assertThatThrownBy(() -> new Fetcher(FetchRules.DEFAULT).fetch(at("/x"), null, null))
        .hasMessageStartingWith("DET-0171");
    assertThatThrownBy(
            () ->
                new Fetcher(FetchRules.DEFAULT).fetch(URI.create("http://2130706433/"), null, null))
        .hasMessageMatching("DET-017[14].*");
  }

  @Test
  void sizeAndTimeAreBounded() throws IOException {
    page("/big", "x".repeat((1 << 20) + 1));
    server.createContext(
        "/bomb",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          answer(exchange, 200, ArchiveBytes.gzip(new byte[50 << 20]));
        });
    assertThatThrownBy(() -> fetch(at("/big"))).hasMessageStartingWith("DET-0173");
    assertThatThrownBy(() -> fetch(at("/bomb"))).hasMessageStartingWith("DET-0173");
    FetchRules hasty = new FetchRules("t", true, 1 << 20, Duration.ofMillis(300), 3, Duration.ZERO);
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
      long start = System.nanoTime();
      assertThatThrownBy(() -> new Fetcher(hasty).fetch(address, null, null))
          .hasMessageStartingWith("DET-0174");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  /** A clock that only sleeping moves. */
  private static final class Sleeping extends Clock implements PoliteFetcher.Sleeper {
    private Instant now = Instant.parse("2031-03-11T10:00:00Z");
    private Duration slept = Duration.ZERO;

    @Override
    public void sleep(Duration duration) {
      now = now.plus(duration);
      slept = slept.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final Sleeping clock = new Sleeping();

  private PoliteFetcher polite() {
    return new PoliteFetcher(new Fetcher(LOCAL), clock, clock);
  }

  @Test
  void robotsAreObeyedAndAskedOnce() {
    robots =
        "User-agent: *\nDisallow: /\n\nUser-agent: Detente\nCrawl-delay: 7\nDisallow: /private*x$\nAllow: /";
    page("/a", "a");
    page("/private", "b");
    PoliteFetcher fetcher = polite();
    assertThat(fetcher.fetch(at("/a"), null, null).status()).isEqualTo(200);
    fetcher.fetch(at("/a"), null, null);
    assertThatThrownBy(() -> fetcher.fetch(at("/private/1x"), null, null))
        .hasMessageStartingWith("DET-0176");
    assertThat(fetcher.fetch(at("/private/1xy"), null, null).status()).isEqualTo(200);
    assertThat(asked).containsExactly("/robots.txt", "/a", "/a", "/private/1xy");
    assertThat(clock.slept).isEqualTo(Duration.ofSeconds(2 + 7 + 7));
  }

  @Test
  void aHostWhoseRobotsFailIsLeftAlone() {
    robotsStatus = 500;
    page("/a", "a");
    assertThatThrownBy(() -> polite().fetch(at("/a"), null, null))
        .hasMessageStartingWith("DET-0176");
    assertThat(asked).containsExactly("/robots.txt");
  }

  @Test
  void retryAfterIsWaitedFor() {
    server.createContext(
        "/busy",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "3600");
          answer(exchange, 429, new byte[0]);
        });
    PoliteFetcher fetcher = polite();
    assertThat(fetcher.fetch(at("/busy"), null, null).status()).isEqualTo(429);
    assertThatThrownBy(() -> fetcher.fetch(at("/busy"), null, null))
        .hasMessageStartingWith("DET-0175");
    clock.sleep(Duration.ofHours(1));
    assertThat(fetcher.fetch(at("/busy"), null, null).status()).isEqualTo(429);
  }

  private static String rss(String... names) {
    StringBuilder items = new StringBuilder();
    for (String name : names) {
      items
          .append("<item><title>")
          .append(name)
          .append("</title><link>/p/")
          .append(name)
          .append("</link><guid isPermaLink=\"false\">")
          .append(name)
          .append("</guid></item>");
    }
    return "<rss><channel><title>K</title>" + items + "</channel></rss>";
  }

  @Test
  void aWatchReadsNothingTwiceAndLosesNothing() {
    String[] feed = {rss("to", "en")};
    server.createContext(
        "/feed",
        exchange -> {
          String tag = "\"" + feed[0].hashCode() + "\"";
          if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            synchronized (asked) {
              asked.add("not modified");
            }
            exchange.sendResponseHeaders(304, -1);
            return;
          }
          exchange.getResponseHeaders().add("ETag", tag);
          answer(exchange, 200, feed[0].getBytes(StandardCharsets.UTF_8));
        });
    page("/p/", "<p>x");
    Path state = folder.resolve("state");
    assertThat(watch(state, 1)).containsExactly("en");
    // The run was broken off while it took the second.
    assertThat(watch(state, 9)).containsExactly("to");
    assertThat(watch(state, 9)).isEmpty();
    assertThat(asked).endsWith("not modified");
    feed[0] = rss("tre", "to");
    assertThat(watch(state, 9)).containsExactly("tre");
    assertThat(asked.stream().filter(path -> path.equals("/p/en")).count()).isOne();
  }

  private List<String> watch(Path state, int most) {
    List<String> taken = new ArrayList<>();
    try (WatchState seen = WatchState.open(state)) {
      new FeedWatch(polite(), seen, true)
          .poll(
              at("/feed"),
              new FeedWatch.Taker() {
                @Override
                public void take(FeedWatch.NewEntry entry) {
                  if (taken.size() == most) {
                    throw new IllegalStateException("broken off");
                  }
                  assertThat(entry.page()).isNotNull();
                  taken.add(entry.entry().title());
                }

                @Override
                public void failed(dev.detente.article.DetenteException failure) {
                  taken.add(failure.getMessage());
                }
              });
    } catch (IllegalStateException e) {
      // As when the machine stops.
    }
    return taken;
  }
}
