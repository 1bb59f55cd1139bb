package dev.detente.pipeline;

import dev.detente.source.SourceOptions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster is to read as it comes, and where to. Immutable.
 *
 * @param brokers of Kafka, {@code host:port,host:port}
 * @param from topic of the articles, one a message
 * @param to what the names of the topics begin with that records, links, alerts and messages that
 *     could not be read go to; see {@link #topic}
 * @param group by which the job is known to Kafka; one of two jobs at once needs another
 * @param properties of Kafka's clients beside these
 * @param options how to read; of them, what is known, the codebook and the limits count
 * @param rules what is told at once
 * @param checkpoints folder, or address of a file system that the cluster knows, from which the job
 *     goes on when it is started again
 * @param every how often what was read is given out
 * @param window how long an article is held for later ones, in the time of articles
 * @param drain whether the job ends when it has read what was there at its start
 * @param parallelism how many articles are read at once
 * @param jobManager host and port of a cluster that is running; null for one within this process
 */
public record StreamTask(
    String brokers,
    String from,
    String to,
    String group,
    Map<String, String> properties,
    SourceOptions options,
    List<AlertRule> rules,
    String checkpoints,
    Duration every,
    Duration window,
    boolean drain,
    int parallelism,
    @Nullable String jobManager) {
  public StreamTask {
    properties = Map.copyOf(properties);
    rules = List.copyOf(rules);
  }

  /** Where something goes. */
  public enum Topic {
    RECORDS,
    LINKS,
    ALERTS,
    REFUSED
  }

  /** The topic of one of these. */
  public String topic(Topic topic) {
    return to + "." + topic.name().toLowerCase(Locale.ROOT);
  }
}
