package dev.detente.flink.stream;

/**
 * The earlier articles that a key has brought an article together with; see {@link Own}.
 *
 * @param earlier their places
 * @param ids their ids
 * @param alike how many meanings each has in common with the article; unsigned
 */
public record Met(long article, long[] earlier, long[] ids, byte[] alike) {}
