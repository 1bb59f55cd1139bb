package dev.detente.flink.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.article.DetenteException;
import dev.detente.flink.read.Settings;
import dev.detente.flink.read.TaskReader;
import dev.detente.pipeline.AlertRule;
import dev.detente.pipeline.OrderedRun;
import dev.detente.pipeline.StreamTask;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordWriter;
import dev.detente.source.Incoming;
import dev.detente.source.MessageArticles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Reads the articles of messages: gives the record of each, and what it asks to be told at once.
 * What cannot be read goes on as it came, with why in its headers.
 */
public final class ReadMessages extends ProcessFunction<Message, Sending> {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

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
      OrderedRun.Outcome<List<Sending>> outcome =
          reads.read(() -> incoming, read -> told(read.record(), message.time()));
      failure = outcome.failure();
      List<Sending> told = outcome.value();
      if (told != null) {
        told.forEach(out::collect);
      }
    }
    if (failure != null) {
      reads.refuse();
      out.collect(refusal(message, failure));
    }
    lag = message.time() < 0 ? 0 : Math.max(0, System.currentTimeMillis() - message.time());
  }

  private List<Sending> told(ArticleRecord record, long time) {
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
