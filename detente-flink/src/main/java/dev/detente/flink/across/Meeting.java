package dev.detente.flink.across;

/**
 * The earlier articles that have a key in common with an article.
 *
 * @param article see {@link dev.detente.flink.read.Order}
 * @param earlier ascending
 * @param alike how many meanings each of them has in common with the article; unsigned
 */
public record Meeting(long article, long[] earlier, byte[] alike) {}
