package dev.detente.flink.stream;

import dev.detente.pipeline.StreamTask;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Tells when all that was in the topic of articles at some time has been given out. A source of
 * Kafka that goes on from a checkpoint does not know where it is to end: the job is stopped by
 * whoever asked for it. Not thread-safe.
 */
public final class Drain implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> ends;

  /** Remembers where the topic ends now. */
  public Drain(StreamTask task) {
    Properties properties = Topics.properties(task);
    properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, task.brokers());
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, task.group());
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(task.from()).stream()
            .map(one -> new TopicPartition(one.topic(), one.partition()))
            .toList();
    consumer.assign(partitions);
    ends = new HashMap<>(consumer.endOffsets(partitions));
  }

  /** Whether the group has got as far, by its last checkpoint. */
  public boolean isThrough() {
    Map<TopicPartition, OffsetAndMetadata> reached = consumer.committed(ends.keySet());
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(ends.keySet());
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      OffsetAndMetadata group = reached.get(end.getKey());
      long from = group == null ? begins.getOrDefault(end.getKey(), 0L) : group.offset();
      if (from < end.getValue() && isAnythingBetween(end.getKey(), from, end.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** Ends of transactions are no messages, but take a place each. */
  private boolean isAnythingBetween(TopicPartition partition, long from, long end) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    while (consumer.position(partition) < end) {
      for (var message : consumer.poll(POLL).records(partition)) {
        return message.offset() < end;
      }
    }
    return false;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
