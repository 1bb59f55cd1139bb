package dev.detente.pipeline;

/**
 * What became of a {@link ClusterTask}.
 *
 * @param articles that were read
 * @param refused that could not be
 * @param internal whether one of those could not for a fault of ours
 */
public record ClusterReport(long articles, long refused, boolean internal) {}
