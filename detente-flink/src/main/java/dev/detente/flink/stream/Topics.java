package dev.detente.flink.stream;

import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.detente.article.DetenteException;
import dev.detente.pipeline.StreamTask;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's topics as a source and a sink of Flink. What is sent belongs to a transaction that ends
 * with a checkpoint: consumers that read what is committed see each message once. Stateless.
 */
public final class Topics {
  /**
   * As long as a transaction may be open: what brokers allow at most when nobody told them
   * otherwise. A job that stands still for longer loses what was not committed, and says so.
   */
  private static final String TRANSACTION_MILLIS = "900000";

  private static final long ANSWER_SECONDS = 20;

  private Topics() {}

  /** What a cluster of Flink has not, by a class of each. */
  public static List<Class<?>> libraries() throws ClassNotFoundException {
    return List.of(
        KafkaSink.class,
        Producer.class,
        JavaTimeModule.class,
        Jdk8Module.class,
        // Which Kafka's clients find by its name, too.
        Class.forName("com.github.luben.zstd.Zstd"));
  }

  /**
   * Asks the brokers whether the topics of a task are there: Kafka's clients themselves would try
   * for minutes, and make those that are not with one partition.
   *
   * @throws DetenteException DET-0907 when no broker answers, DET-0908 when a topic is missing
   */
  public static void require(StreamTask task) throws InterruptedException {
    List<String> topics = new ArrayList<>(List.of(task.from()));
    for (StreamTask.Topic topic : StreamTask.Topic.values()) {
      topics.add(task.topic(topic));
    }
    Properties properties = properties(task);
    properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, task.brokers());
    List<String> missing = new ArrayList<>(topics);
    try (Admin admin = Admin.create(properties)) {
      missing.removeAll(admin.listTopics().names().get(ANSWER_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new DetenteException(
          "DET-0907",
          "no broker of Kafka answers at "
              + task.brokers()
              + " ("
              + cause
              + "); check --brokers, and what --kafka says of how they are reached",
          e);
    }
    if (!missing.isEmpty()) {
      throw new DetenteException(
          "DET-0908",
          "the brokers have no topic "
              + String.join(", ", missing)
              + "; make it with as many partitions as articles are read at once");
    }
  }

  /** The articles of a task. */
  public static KafkaSource<Message> source(StreamTask task) {
    return KafkaSource.<Message>builder()
        .setProperties(properties(task))
        .setBootstrapServers(task.brokers())
        .setGroupId(task.group())
        .setTopics(task.from())
        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
        .setDeserializer(new Received())
        .build();
  }

  /** Where what becomes of them goes. */
  public static KafkaSink<Sending> sink(StreamTask task) {
    return KafkaSink.<Sending>builder()
        .setKafkaProducerConfig(properties(task))
        .setBootstrapServers(task.brokers())
        .setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS)
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix("detente-" + task.group())
        .setRecordSerializer(new Sent())
        .build();
  }

  /** Those that the user gave for Kafka's clients. */
  static Properties properties(StreamTask task) {
    Properties properties = new Properties();
    properties.putAll(task.properties());
    return properties;
  }

  private static final class Received implements KafkaRecordDeserializationSchema<Message> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> from, Collector<Message> out) {
      out.collect(
          new Message(
              from.topic(),
              from.partition(),
              from.offset(),
              from.timestamp(),
              from.key(),
              from.value()));
    }

    @Override
    public TypeInformation<Message> getProducedType() {
      return TypeInformation.of(Message.class);
    }
  }

  private static final class Sent implements KafkaRecordSerializationSchema<Sending> {
    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        Sending sending, KafkaSinkContext context, @Nullable Long timestamp) {
      ProducerRecord<byte[], byte[]> out =
          new ProducerRecord<>(
              sending.topic(),
              null,
              sending.time() < 0 ? null : sending.time(),
              sending.key(),
              sending.value());
      for (int i = 0; i + 1 < sending.headers().length; i += 2) {
        out.headers()
            .add(sending.headers()[i], sending.headers()[i + 1].getBytes(StandardCharsets.UTF_8));
      }
      return out;
    }
  }
}
