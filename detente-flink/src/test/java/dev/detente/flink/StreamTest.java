package dev.detente.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.Article;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.flink.across.Lines;
import dev.detente.ledger.relate.CandidateIndex;
import dev.detente.ledger.relate.Relater;
import dev.detente.ledger.relate.Sketcher;
import dev.detente.pipeline.AlertRule;
import dev.detente.pipeline.ClusterReport;
import dev.detente.pipeline.StreamReport;
import dev.detente.pipeline.StreamTask;
import dev.detente.record.json.RecordReader;
import dev.detente.source.ArticleSource;
import dev.detente.source.SourceOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Articles go through Kafka and Flink, all of them as processes of their own. A task manager is
 * killed and the job is cancelled and started again: each record is there, once.
 */
class StreamTest {
  private static final Path EXAMPLES = Path.of(System.getProperty("detente.root"), "examples");

  private static final String POISON = "{\"id\": \"broken\", \"text\": [\"no\", \"text\"]}";

  /** Articles beside the examples, so that some are under way when something happens. */
  private static final int MORE = 40;

  @TempDir private Path folder;

  private KafkaProcess kafka;

  /** The examples and more as messages. */
  private static List<String> articles() {
    List<String> articles = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    new ArticleSource(
            List.of(EXAMPLES.toString()), SourceOptions.DEFAULT, InputStream.nullInputStream())
        .forEach(
            incoming -> {
              Article article = Objects.requireNonNull(incoming.article());
              Map<String, String> object = new LinkedHashMap<>();
              object.put("id", article.id());
              object.put("published", article.published());
              object.put("language", article.language());
              object.put("outlet", article.outlet());
              object.put("url", article.url());
              object.put("title", article.title());
              object.put("text", article.text().string());
              articles.add(json.valueToTree(object).toString());
            });
    for (int i = 0; i < MORE; i++) {
      articles.add(
          String.format(
              "{\"id\":\"m%d\",\"published\":\"2031-05-%02d\",\"text\":\"Statsministeren i Island"
                  + " avviste kravet om %d kvoter.\\n\\nDanmark truer med å stenge havna.\"}",
              i, 1 + i % 20, 10 + i));
    }
    return articles;
  }

  private List<String> read(List<String> articles) throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("articles.jsonl"), articles);
    Path out = folder.resolve("records.jsonl");
    int code =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.detente.cli.Main",
                "read",
                "--format",
                "jsonl",
                file.toString())
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("read.log").toFile())
            .start()
            .waitFor();
    assertThat(code).as(Files.readString(folder.resolve("read.log"))).isZero();
    return Files.readAllLines(out).stream().sorted().toList();
  }

  /** What any two of them have in common: none has more candidates than it is compared with. */
  private static List<String> links(List<String> records) {
    Codebook codebook = Codebook.bundled();
    Sketcher sketcher = new Sketcher(codebook, World.load(codebook));
    CandidateIndex index = new CandidateIndex();
    records.forEach(record -> index.add(sketcher.sketch(RecordReader.read(record))));
    assertThat(index.all()).hasSizeLessThan(CandidateIndex.MOST);
    return index.links(new Relater(codebook)).stream().map(Lines::of).sorted().toList();
  }

  private StreamReport stream(String jobManager, boolean drain) {
    return new FlinkCluster()
        .stream(
            new StreamTask(
                kafka.address(),
                "articles",
                "coded",
                "detente",
                Map.of(),
                SourceOptions.DEFAULT,
                List.of(AlertRule.of("type=THREATEN,country=DNK")),
                folder.resolve("checkpoints").toString(),
                Duration.ofSeconds(1),
                Duration.ofDays(14),
                drain,
                2,
                jobManager));
  }

  private void awaitRecords(int count) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (kafka.committed("coded.records").size() < count) {
      assertThat(System.nanoTime()).as("waited for " + count + " records").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static void cancel(String jobManager, String job) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    URI address = URI.create("http://" + jobManager + "/jobs/" + job);
    client.send(
        HttpRequest.newBuilder(address)
            .method("PATCH", HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.discarding());
    HttpRequest ask = HttpRequest.newBuilder(address).build();
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!client
        .send(ask, HttpResponse.BodyHandlers.ofString())
        .body()
        .contains("\"state\":\"CANCELED\"")) {
      assertThat(System.nanoTime()).as("the job is cancelled").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  @Test
  void nothingIsLostAndNothingComesTwice() throws Exception {
    List<String> articles = articles();
    int third = articles.size() / 3;
    List<String> expected;
    ClusterReport last;
    try (KafkaProcess broker = new KafkaProcess(Files.createDirectory(folder.resolve("kafka")));
        FlinkProcesses cluster =
            new FlinkProcesses(Files.createDirectory(folder.resolve("cluster")), 2)) {
      kafka = broker;
      expected = read(articles);
      broker.create("articles", "coded.records", "coded.links", "coded.alerts", "coded.refused");
      cluster.await();
      broker.send("articles", articles.subList(0, third));
      StreamReport job = stream(cluster.address(), false);
      assertThat(job.ended()).isNull();
      awaitRecords(1);

      // One task manager goes while articles are under way.
      broker.send("articles", List.of(POISON));
      broker.send("articles", articles.subList(third, 2 * third));
      cluster.kill(0);
      cluster.await();
      awaitRecords(third + 1);

      // The job goes, and is started again by the same command.
      broker.send("articles", articles.subList(2 * third, articles.size()));
      cancel(cluster.address(), job.job());
      last = Objects.requireNonNull(stream(cluster.address(), true).ended());
      ClusterReport nothing = stream(null, true).ended();

      assertThat(broker.values("coded.records")).isEqualTo(expected);
      assertThat(broker.values("coded.links")).isEqualTo(links(expected)).hasSizeGreaterThan(MORE);
      assertThat(nothing)
          .as("what there is after all was read")
          .isEqualTo(new ClusterReport(0, 0, false));
      assertThat(last.internal()).isFalse();
      List<ConsumerRecord<byte[], byte[]>> refused = broker.committed("coded.refused");
      assertThat(refused).hasSize(1);
      assertThat(refused.get(0).value()).asString(StandardCharsets.UTF_8).isEqualTo(POISON);
      assertThat(refused.get(0).headers().lastHeader("detente-code").value())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("DET-0108");
      assertThat(broker.values("coded.alerts"))
          .hasSizeGreaterThanOrEqualTo(MORE)
          .doesNotHaveDuplicates()
          .allMatch(alert -> alert.contains("\"rule\":\"type=THREATEN,country=DNK\""));
    }
  }
}
