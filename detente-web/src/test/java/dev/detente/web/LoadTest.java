package dev.detente.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.codebook.Codebook;
import dev.detente.ledger.Adding;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.record.ArticleRecord;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty readers ask while articles are added to the same ledger. The ordinary run holds a short one
 * to its answers alone; with {@code -Ddetente.load=300} it lasts that many seconds, at {@code
 * -Ddetente.load.rate=20} requests a second, and is held to its times and its heap as well.
 */
class LoadTest {
  private static final int READERS = 50;
  private static final int SECONDS = Integer.getInteger("detente.load", 0);
  private static final int RATE = Integer.getInteger("detente.load.rate", 20);

  /** Requests of the ordinary run. */
  private static final int FEW = 150;

  private static final long P95_MILLIS = 500;

  private static final List<String> PATHS =
      List.of(
          "/",
          "/articles",
          "/articles/nb-1",
          "/find",
          "/find?act=demand",
          "/find?text=Norge",
          "/timeline",
          "/actors",
          "/pairs",
          "/claims",
          "/tension?between=ISL,NOR",
          "/about",
          "/api/v1/counts",
          "/api/v1/findings?size=50",
          "/api/v1/findings?text=Island&size=20",
          "/api/v1/articles?size=20",
          "/api/v1/actors?size=20",
          "/api/v1/findings.csv?outlet=Kystposten&language=nn");

  @TempDir private Path folder;

  /** The articles again under other ids, with other words at their ends. */
  private static CodedArticle made(int number) {
    List<CodedArticle> all = TestRoom.coded();
    ArticleRecord record = all.get(number % all.size()).record();
    Article article = record.article();
    return CodedArticle.of(
        new ArticleRecord(
            new Article(
                "made-" + number,
                article.language(),
                String.format("2031-%02d-%02d", 1 + number / 28 % 12, 1 + number % 28),
                article.outlet(),
                null,
                null,
                ArticleText.of(article.text().string() + "\n\nNumber " + number + "."),
                List.of()),
            record.actors(),
            record.statements(),
            record.events(),
            record.links(),
            record.times(),
            record.places(),
            false),
        null,
        null,
        null);
  }

  @Test
  void readersAreAnsweredWhileArticlesAreAdded() throws Exception {
    AtomicBoolean ended = new AtomicBoolean();
    AtomicInteger added = new AtomicInteger();
    ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    List<Long> millis = Collections.synchronizedList(new ArrayList<>());
    List<Long> heaps = new ArrayList<>();
    int requests = SECONDS == 0 ? FEW : SECONDS * RATE;
    long gap = SECONDS == 0 ? 0 : 1_000_000_000L / RATE;
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    RoomSettings settings = RoomSettings.local(0, TestRoom.TOKEN, "test");
    try (TestRoom room = new TestRoom(Ledger.write(TestRoom.ledger(folder)), settings)) {
      Thread adding = new Thread(() -> add(room, ended, added, failures), "adding");
      adding.start();
      AtomicLong done = new AtomicLong();
      Random dice = new Random(7);
      long start = System.nanoTime();
      for (int i = 0; i < requests; i++) {
        String path = PATHS.get(dice.nextInt(PATHS.size()));
        long due = start + i * gap;
        while (gap > 0 && System.nanoTime() < due) {
          Thread.sleep(1);
        }
        readers.execute(
            () -> {
              // By when it was due, so that one who waits for a free reader waits, too.
              long from = gap > 0 ? due : System.nanoTime();
              try {
                HttpResponse<String> answer = room.get(path);
                if (answer.statusCode() != 200) {
                  failures.add(path + " -> " + answer.statusCode() + " " + answer.body());
                }
              } catch (RuntimeException e) {
                failures.add(path + " -> " + e);
              }
              millis.add((System.nanoTime() - from) / 1_000_000);
              done.incrementAndGet();
            });
        if (gap > 0 && i % (RATE * 10) == 0) {
          System.gc();
          heaps.add((Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        }
      }
      readers.shutdown();
      assertThat(readers.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
      ended.set(true);
      adding.join();
      assertThat(failures).isEmpty();
      assertThat(done.get()).isEqualTo(requests);
      assertThat(added.get()).isPositive();
    }
    if (SECONDS > 0) {
      Collections.sort(millis);
      long p95 = millis.get(millis.size() * 95 / 100);
      System.out.printf(
          "%d requests, %d articles added; milliseconds: median %d, p95 %d, most %d; heap MB: %s%n",
          requests,
          added.get(),
          millis.get(millis.size() / 2),
          p95,
          millis.get(millis.size() - 1),
          heaps);
      assertThat(p95).as("95th percentile in milliseconds").isLessThan(P95_MILLIS);
      long early = median(heaps.subList(heaps.size() / 4, heaps.size() / 2));
      long late = median(heaps.subList(heaps.size() * 3 / 4, heaps.size()));
      assertThat(late).as("heap of the last quarter").isLessThan(early * 3 / 2 + 64);
    }
  }

  private static long median(List<Long> values) {
    List<Long> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }

  private static void add(
      TestRoom room,
      AtomicBoolean ended,
      AtomicInteger added,
      ConcurrentLinkedQueue<String> failures) {
    Adding[] adding = new Adding[1];
    while (!ended.get()) {
      int from = added.get();
      try {
        room.room
            .writer()
            .write(
                ledger -> {
                  if (adding[0] == null) {
                    adding[0] = ledger.adding(Codebook.bundled());
                  }
                  for (int i = 0; i < 10; i++) {
                    adding[0].add(made(from + i), false, TestRoom.NOW);
                  }
                  adding[0].commit(TestRoom.NOW);
                  return null;
                });
        added.addAndGet(10);
        // An agency's day, not a bulk load.
        Thread.sleep(SECONDS == 0 ? 0 : 250);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        failures.add("adding: " + e);
        return;
      }
    }
  }
}
