package dev.detente.flink.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.DetenteException;
import dev.detente.flink.read.Reading;
import dev.detente.flink.read.Settings;
import dev.detente.flink.read.TaskReader;
import dev.detente.ledger.relate.ArticleSketch;
import dev.detente.ledger.relate.DayRange;
import dev.detente.ledger.relate.SketchBytes;
import dev.detente.pipeline.AlertRule;
import dev.detente.pipeline.OrderedRun;
import dev.detente.pipeline.StreamTask;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordWriter;
import dev.detente.source.Incoming;
import dev.detente.source.MessageArticles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Reads the articles of messages: gives the record of each, and what it asks to be told at once.
 * What cannot be read goes on as it came, with why in its headers.
 */
public final class ReadMessages extends ProcessFunction<Message, Sending> {
  private static final long serialVersionUID = 1L;

  /** Where what is compared of articles goes. */
  public static final OutputTag<Sketched> SKETCHES =
      new OutputTag<>("sketches", TypeInformation.of(Sketched.class));

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  private final Settings settings;
  private final ArrayList<AlertRule> rules;
  private final String records;
  private final String alerts;
  private final String refused;
  private transient @Nullable TaskReader reader;
  private transient @Nullable MessageArticles articles;
  private transient volatile long lag;

  public ReadMessages(StreamTask task, Settings settings) {
    this.settings = settings;
    this.rules = new ArrayList<>(task.rules());
    this.records = task.topic(StreamTask.Topic.RECORDS);
    this.alerts = task.topic(StreamTask.Topic.ALERTS);
    this.refused = task.topic(StreamTask.Topic.REFUSED);
  }

  @Override
  public void open(OpenContext context) throws Exception {
    TaskReader reads = new TaskReader(settings, getRuntimeContext());
    reader = reads;
    articles = new MessageArticles(settings.options(reads.reading().codebook()));
    getRuntimeContext().getMetricGroup().addGroup(TaskReader.METRICS).gauge("lagMillis", () -> lag);
  }

  @Override
  public void processElement(Message message, Context context, Collector<Sending> out)
      throws Exception {
    TaskReader reads = reader;
    if (reads == null || articles == null) {
      throw new IllegalStateException("not open");
    }
    byte[] value = message.value();
    Incoming incoming = articles.read(value == null ? new byte[0] : value, message.name());
    DetenteException failure = incoming.failure();
    if (failure == null) {
      OrderedRun.Outcome<Told> outcome =
          reads.read(() -> incoming, read -> told(read.record(), message.time(), reads.reading()));
      failure = outcome.failure();
      Told told = outcome.value();
      if (told != null) {
        told.sendings().forEach(out::collect);
        context.output(SKETCHES, told.sketched());
      }
    }
    if (failure != null) {
      reads.refuse();
      out.collect(refusal(message, failure));
    }
    lag = message.time() < 0 ? 0 : Math.max(0, System.currentTimeMillis() - message.time());
  }

  /** What becomes of an article. */
  private record Told(List<Sending> sendings, Sketched sketched) {}

  private Told told(ArticleRecord record, long time, Reading reading) {
    return new Told(sendings(record, time), sketched(record, time, reading));
  }

  private static Sketched sketched(ArticleRecord record, long time, Reading reading) {
    ArticleSketch sketch = reading.sketcher().sketch(record);
    return new Sketched(
        sketch.id(),
        time(record.article().published(), time),
        sketch.keys().toArray(new String[0]),
        sketch.meanings(),
        SketchBytes.of(sketch));
  }

  /** The day of publication, but no later than the message came: a date may be wrong. */
  private static long time(@Nullable String published, long came) {
    DayRange days = DayRange.of(published);
    if (days == null || days.days() > 1) {
      return came;
    }
    long day = Math.multiplyExact(days.first(), DAY_MILLIS);
    return came < 0 ? day : Math.min(day, came);
  }

  private List<Sending> sendings(ArticleRecord record, long time) {
    String id = record.article().id();
    List<Sending> told = new ArrayList<>();
    told.add(Sending.of(records, id, RecordWriter.line(record), time));
    for (AlertRule rule : rules) {
      List<String> meant = rule.matches(record);
      if (!meant.isEmpty()) {
        told.add(Sending.of(alerts, id, alert(rule, record, meant), time));
      }
    }
    return told;
  }

  private static String alert(AlertRule rule, ArticleRecord record, List<String> meant) {
    Map<String, Object> alert = new LinkedHashMap<>();
    alert.put("schema", "detente/alert/1");
    alert.put("rule", rule.written());
    alert.put("article", record.article().id());
    alert.put("published", record.article().published());
    alert.put("title", record.article().title());
    alert.put("url", record.article().url());
    alert.put("ids", meant);
    try {
      return JSON.writeValueAsString(alert);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Sending refusal(Message message, DetenteException failure) {
    return new Sending(
        refused,
        message.key(),
        message.value(),
        message.time(),
        new String[] {
          "detente-code", failure.code(),
          "detente-message", String.valueOf(failure.getMessage()),
          "detente-source", message.name()
        });
  }

  @Override
  public void close() throws Exception {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }
}
