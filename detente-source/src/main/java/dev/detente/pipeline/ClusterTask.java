package dev.detente.pipeline;

import dev.detente.source.SourceOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster is to read, and where to. Immutable.
 *
 * @param inputs as for {@link dev.detente.source.ArticleSource}, but for standard input
 * @param options how to read them
 * @param to a folder that is empty or not there, or an address of a file system that the cluster
 *     knows
 * @param tables whether records, statements and events are also written as Parquet
 * @param parallelism how many articles are read at once
 * @param jobManager host and port of a cluster that is running; null for one within this process
 */
public record ClusterTask(
    List<String> inputs,
    SourceOptions options,
    String to,
    boolean tables,
    int parallelism,
    @Nullable String jobManager) {
  public ClusterTask {
    inputs = List.copyOf(inputs);
  }
}
