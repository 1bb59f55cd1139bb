package dev.detente.web.news;

import dev.detente.ledger.Fresh;
import dev.detente.ledger.Question;
import dev.detente.ledger.Search;
import dev.detente.web.api.Lender;
import dev.detente.web.api.Writer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is new to the hooks of searches, an article at a time and at least once: how far a
 * search has been told is noted after the receiver has taken it, so that what was sent when the
 * power failed is sent again, under the same {@code Idempotency-Key}. One thread.
 */
final class Hooks {
  /** Articles sent in a row before others have their turn. */
  private static final int BATCH = 50;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final Lender lender;
  private final Writer writer;
  private final Function<String, Question> questions;
  private final Supplier<String> origin;
  private final long shortest;
  private final long longest;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Map<String, Wait> waiting = new HashMap<>();

  /** A hook that failed: when it is tried again, and how long it was waited for. */
  private record Wait(long until, long millis) {}

  /**
   * @param shortest milliseconds until a hook that failed is tried again, doubled each time
   * @param longest up to these
   */
  Hooks(
      Lender lender,
      Writer writer,
      Function<String, Question> questions,
      Supplier<String> origin,
      long shortest,
      long longest) {
    this.lender = lender;
    this.writer = writer;
    this.questions = questions;
    this.origin = origin;
    this.shortest = shortest;
    this.longest = longest;
  }

  /** Sends what there is; whether more is left. */
  boolean deliver() {
    boolean more = false;
    for (Search search : lender.ask(ledger -> ledger.searches().all())) {
      String hook = search.hook();
      Wait wait = waiting.get(search.id());
      if (hook == null || (wait != null && System.nanoTime() - wait.until() < 0)) {
        continue;
      }
      List<Fresh> fresh =
          lender.ask(
              ledger -> ledger.since(questions.apply(search.query()), search.reached(), BATCH));
      for (Fresh one : fresh) {
        if (!sent(search, hook, one)) {
          long millis = wait == null ? shortest : Math.min(longest, wait.millis() * 2);
          waiting.put(search.id(), new Wait(System.nanoTime() + millis * 1_000_000, millis));
          break;
        }
        waiting.remove(search.id());
        writer.<@Nullable Void>write(
            ledger -> {
              ledger.searches().reach(search.id(), one.position());
              return null;
            });
      }
      more |= fresh.size() == BATCH && !waiting.containsKey(search.id());
    }
    return more;
  }

  /** Milliseconds until a hook is to be tried again; negative when none is. */
  long next() {
    return waiting.values().stream()
        .mapToLong(wait -> Math.max(1, (wait.until() - System.nanoTime()) / 1_000_000))
        .min()
        .orElse(-1);
  }

  private boolean sent(Search search, String hook, Fresh fresh) {
    String body = Told.delivery(search, fresh, origin.get());
    try {
      HttpResponse<Void> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(hook))
                  .timeout(ANSWER)
                  .header("Content-Type", "application/json")
                  .header("User-Agent", "Detente")
                  .header("Idempotency-Key", key(search, fresh))
                  .header("Detente-Signature", "sha256=" + signature(search.secret(), body))
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.discarding());
      return answer.statusCode() / 100 == 2;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The same whenever the same article is sent to the same search. */
  private static String key(Search search, Fresh fresh) {
    return search.id() + "-" + String.format("%016x", fresh.article().content());
  }

  private static String signature(String secret, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
