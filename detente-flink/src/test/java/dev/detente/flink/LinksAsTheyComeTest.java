package dev.detente.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.flink.read.Settings;
import dev.detente.flink.stream.LinksAsTheyCome;
import dev.detente.flink.stream.Sending;
import dev.detente.flink.stream.Sketched;
import dev.detente.ledger.relate.ArticleSketch;
import dev.detente.ledger.relate.SketchBytes;
import dev.detente.ledger.relate.Sketcher;
import dev.detente.pipeline.Pipeline;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordReader;
import dev.detente.record.json.RecordWriter;
import dev.detente.source.ArticleSource;
import dev.detente.source.SourceOptions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;

/** What is held for later articles, for how long, and how much of it. */
class LinksAsTheyComeTest {
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** More than any key holds. */
  private static final int MANY = 300;

  private static final String TEXT =
      "Utenriksminister Kari Nesheim krevde tirsdag at Island betaler avgiften for kaia i Vestøy."
          + "\\n\\nIslands statsminister avviste kravet.";

  private static final String OTHER = "Det snødde i fjellet, og ferja gikk som vanlig.";

  /** What a source gives, one after the other; a pause lets time go on behind what came before. */
  private static final class Script implements SourceFunction<Sketched> {
    private static final long serialVersionUID = 1L;

    /** Within the process, since the cluster is. */
    private static volatile List<Sketched> steps = List.of();

    @Override
    public void run(SourceContext<Sketched> out) throws Exception {
      for (Sketched step : steps) {
        if (step.id().isEmpty()) {
          // Watermarks go out every 200 ms.
          TimeUnit.MILLISECONDS.sleep(1500);
        } else {
          out.collect(step);
        }
      }
    }

    @Override
    public void cancel() {}
  }

  private final Map<String, ArticleRecord> read = new TreeMap<>();
  private final List<Sketched> script = new ArrayList<>();
  private final Sketcher sketcher =
      new Sketcher(Codebook.bundled(), World.load(Codebook.bundled()));

  /** An article that is found under one key, and what its text tells. */
  private void article(String id, long day, String key, String text) {
    ArticleRecord record = read.computeIfAbsent(text, LinksAsTheyComeTest::read);
    String line = RecordWriter.line(record).replace("\"id\":\"one\"", "\"id\":\"" + id + "\"");
    ArticleSketch sketch = sketcher.sketch(RecordReader.read(line));
    script.add(
        new Sketched(id, day * DAY, new String[] {key}, sketch.meanings(), SketchBytes.of(sketch)));
  }

  private static ArticleRecord read(String text) {
    String line = "{\"id\":\"one\",\"published\":\"2031-03-11\",\"text\":\"" + text + "\"}";
    List<ArticleRecord> records = new ArrayList<>();
    try (Pipeline pipeline = Pipeline.load(Codebook.bundled(), false)) {
      new ArticleSource(
              List.of("-"),
              SourceOptions.DEFAULT,
              new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)))
          .forEach(incoming -> records.add(pipeline.read(incoming).record()));
    }
    return records.get(0);
  }

  private void pause() {
    script.add(new Sketched("", 0, new String[0], new int[0], new byte[0]));
  }

  private Set<String> links() throws Exception {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    environment.setParallelism(2);
    Script.steps = List.copyOf(script);
    Set<String> links = new TreeSet<>();
    try (CloseableIterator<Sending> sent =
        LinksAsTheyCome.of(
                environment.addSource(new Script(), TypeInformation.of(Sketched.class)),
                Duration.ofDays(14),
                Settings.of(SourceOptions.DEFAULT),
                "links")
            .executeAndCollect()) {
      while (sent.hasNext()) {
        JsonNode link =
            new ObjectMapper().readTree(new String(sent.next().value(), StandardCharsets.UTF_8));
        links.add(link.at("/from/article").asText() + " " + link.at("/to/article").asText());
      }
    }
    return links;
  }

  @Test
  void whatIsForgottenAndWhatIsNot() throws Exception {
    article("early", 100, "kept", TEXT);
    article("full", 100, "full", TEXT);
    article("fits", 100, "fits", TEXT);
    for (int i = 0; i < MANY; i++) {
      article("other-" + i, 100, "full", OTHER);
      if (i > 0) {
        article("more-" + i, 100, "fits", OTHER);
      }
    }
    article("full-2", 100, "full", TEXT);
    article("fits-2", 100, "fits", TEXT);
    article("within", 110, "kept", TEXT);
    pause();
    article("late", 60, "late", TEXT);
    article("late-2", 50, "late", TEXT);
    article("ahead", 140, "ahead", OTHER);
    pause();
    article("beyond", 140, "kept", TEXT);
    article("beyond-2", 140, "late", TEXT);

    assertThat(links())
        .contains("fits-2 fits", "within early", "late-2 late")
        .noneMatch(link -> link.contains("beyond"))
        .noneMatch(link -> link.contains("full"));
  }
}
