package dev.detente.flink.across;

/**
 * The earlier articles that have a key in common with an article.
 *
 * @param article see {@link dev.detente.flink.read.Order}
 */
public record Meeting(long article, long[] earlier) {}
