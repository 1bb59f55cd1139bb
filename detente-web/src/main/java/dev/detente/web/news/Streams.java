package dev.detente.web.news;

import dev.detente.ledger.Fresh;
import dev.detente.ledger.Question;
import dev.detente.web.api.Lender;
import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Those who listen to a stream of events (Server-Sent Events). Thread-safe. */
final class Streams {
  /** Listeners at once. */
  private static final int MOST = 50;

  private static final int BATCH = 50;

  private final Lender lender;
  private final Supplier<String> origin;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

  Streams(Lender lender, Supplier<String> origin) {
    this.lender = lender;
    this.origin = origin;
  }

  boolean isFull() {
    return listeners.size() >= MOST;
  }

  void add(SseClient client, Question question, Fresh.Position from) {
    Listener listener = new Listener(client, question, from);
    client.keepAlive();
    client.onClose(() -> listeners.remove(listener));
    listeners.add(listener);
  }

  /** Tells all of what is new. */
  void tell() {
    listeners.forEach(Listener::tell);
  }

  /** Lets all know that we are here, so that those who are not are found out. */
  void greet() {
    listeners.forEach(listener -> listener.client.sendComment("here"));
  }

  void close() {
    listeners.forEach(listener -> listener.client.close());
    listeners.clear();
  }

  private final class Listener {
    private final SseClient client;
    private final Question question;
    private Fresh.Position reached;

    Listener(SseClient client, Question question, Fresh.Position from) {
      this.client = client;
      this.question = question;
      this.reached = from;
    }

    synchronized void tell() {
      List<Fresh> fresh;
      do {
        fresh = lender.ask(ledger -> ledger.since(question, reached, BATCH));
        for (Fresh one : fresh) {
          for (int i = 0; i < one.findings().size(); i++) {
            boolean last = i == one.findings().size() - 1;
            // Whoever is cut off in the middle of an article gets all of it again.
            String data = Told.json(Told.finding(one, i, origin.get()));
            if (last) {
              client.sendEvent("finding", data, one.position().toString());
            } else {
              client.sendEvent("finding", data);
            }
          }
          reached = one.position();
        }
      } while (fresh.size() == BATCH && !client.terminated());
    }
  }
}
