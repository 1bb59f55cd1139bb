package dev.detente.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link StreamTask}.
 *
 * @param job by which the cluster knows it
 * @param ended what was read; null when the job goes on
 */
public record StreamReport(String job, @Nullable ClusterReport ended) {}
