package dev.detente.pipeline;

import dev.detente.article.DetenteException;

/**
 * Reads many articles with many machines, or with several processors of this one as if they were. A
 * module that can is found by {@link java.util.ServiceLoader}: its libraries are large, and
 * commands of one machine start without them.
 */
public interface Cluster {
  /**
   * Reads, and returns when all is written.
   *
   * @throws DetenteException DET-0902 to DET-0904
   */
  ClusterReport read(ClusterTask task);

  /**
   * Reads what comes, and returns when that has ended; with a cluster that is running, as soon as
   * it has taken the job, unless the job is to end by itself.
   *
   * @throws DetenteException DET-0902, DET-0904, DET-0906 to DET-0908
   */
  StreamReport stream(StreamTask task);
}
