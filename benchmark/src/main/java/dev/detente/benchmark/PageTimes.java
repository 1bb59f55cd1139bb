package dev.detente.benchmark;

import dev.detente.codebook.Codebook;
import dev.detente.ledger.Adding;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.web.ReadingRoom;
import dev.detente.web.RoomSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How long the pages of the reading room take on a ledger that {@link LedgerGrowth} made: one
 * reader asks every path in turn, first while the ledger stands as it is, then while articles are
 * added to it, which changes the ledger.
 *
 * <pre>
 * java -Xmx2g -cp benchmarks.jar dev.detente.benchmark.PageTimes LEDGER [ROUNDS [ARTICLES A SECOND]]
 * </pre>
 */
public final class PageTimes {
  private static final String TOKEN = "key-of-the-benchmark";
  private static final LocalDateTime NOW = LocalDateTime.of(2031, 3, 11, 12, 0);

  /** Writes of a second. */
  private static final int COMMITS = 2;

  private PageTimes() {}

  /** Runs it. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path file = Path.of(args[0]);
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    int rate = args.length > 2 ? Integer.parseInt(args[2]) : 20;
    Codebook codebook = Codebook.bundled();
    MadeRecords made =
        new MadeRecords(
            LedgerGrowth.coded(codebook, "examples").stream().map(CodedArticle::record).toList());
    Ledger ledger = Ledger.write(file);
    long first = ledger.last();
    List<String> paths = paths(ledger);
    try (ReadingRoom room = new ReadingRoom(ledger, RoomSettings.local(0, TOKEN, "benchmark"))) {
      String origin = room.url().substring(0, room.url().indexOf("/?"));
      // The first round finds what is kept and warms the virtual machine; it does not count.
      Map<String, List<double[]>> warm = new LinkedHashMap<>();
      round(origin, paths, warm, 1);
      report("first", paths, warm);
      Map<String, List<double[]>> still = new LinkedHashMap<>();
      round(origin, paths, still, rounds);
      report("nothing is added", paths, still);
      AtomicBoolean ended = new AtomicBoolean();
      Thread adding = new Thread(() -> add(room, codebook, made, first, rate, ended), "adding");
      adding.start();
      Map<String, List<double[]>> busy = new LinkedHashMap<>();
      round(origin, paths, busy, rounds);
      ended.set(true);
      adding.join();
      report(rate + " articles/s are added", paths, busy);
    }
  }

  private static List<String> paths(Ledger ledger) {
    String entity = ledger.survey().entities(null, 0, 1).get(0).entity();
    String article = ledger.survey().articles(0, 1).get(0).id();
    return List.of(
        "/",
        "/articles",
        "/articles/" + article,
        "/find",
        "/find?act=demand",
        "/find?text=Norge",
        "/find?page=20",
        "/timeline",
        "/timeline?act=deny",
        "/actors",
        "/actors?actor=ha",
        "/actors/" + entity,
        "/pairs",
        "/pairs/NOR-ISL",
        "/claims",
        "/demands",
        "/tension",
        "/tension?between=ISL,NOR",
        "/tension?between=FIN,SWE",
        "/map",
        "/about",
        "/api/v1/counts",
        "/api/v1/findings?size=50",
        "/api/v1/findings?text=Island&size=20",
        "/api/v1/articles?size=20",
        "/api/v1/actors?size=20");
  }

  private static void round(
      String origin, List<String> paths, Map<String, List<double[]>> times, int rounds)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    Random dice = new Random(7);
    for (int i = 0; i < rounds; i++) {
      List<String> order = new ArrayList<>(paths);
      Collections.shuffle(order, dice);
      for (String path : order) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(origin + path))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        long since = System.nanoTime();
        long worked = worked();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        double[] taken = {
          (System.nanoTime() - since) / 1e6, (worked() - worked) / 1e6, answer.body().length / 1e3
        };
        if (answer.statusCode() != 200) {
          System.err.println(path + " -> " + answer.statusCode());
        }
        times.computeIfAbsent(path, key -> new ArrayList<>()).add(taken);
      }
    }
  }

  private static void add(
      ReadingRoom room,
      Codebook codebook,
      MadeRecords made,
      long first,
      int rate,
      AtomicBoolean ended) {
    Adding[] adding = new Adding[1];
    long next = first;
    while (!ended.get()) {
      long due = System.nanoTime() + 1_000_000_000L / COMMITS;
      long from = next;
      next += Math.max(1, rate / COMMITS);
      long to = next;
      room.writer()
          .write(
              ledger -> {
                if (adding[0] == null) {
                  adding[0] = ledger.adding(codebook);
                }
                for (long number = from; number < to; number++) {
                  adding[0].add(CodedArticle.of(made.record(number), null, "m", "c"), false, NOW);
                }
                adding[0].commit(NOW);
                return null;
              });
      try {
        Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    System.out.println((next - first) + " articles were added");
  }

  private static void report(String when, List<String> paths, Map<String, List<double[]>> times) {
    System.out.println();
    System.out.println("| " + when + " | median ms | 95 % | processor ms, median | kB |");
    System.out.println("|---|---|---|---|---|");
    for (String path : paths) {
      List<double[]> taken = times.getOrDefault(path, List.of());
      double[] clock = taken.stream().mapToDouble(one -> one[0]).sorted().toArray();
      double[] processor = taken.stream().mapToDouble(one -> one[1]).sorted().toArray();
      System.out.printf(
          Locale.ROOT,
          "| `%s` | %.0f | %.0f | %.0f | %.0f |%n",
          path,
          clock[clock.length / 2],
          clock[Math.min(clock.length - 1, clock.length * 95 / 100)],
          processor[processor.length / 2],
          Arrays.stream(taken.stream().mapToDouble(one -> one[2]).toArray()).max().orElse(0));
    }
  }

  private static long worked() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
