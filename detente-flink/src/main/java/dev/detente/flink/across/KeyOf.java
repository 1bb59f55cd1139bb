package dev.detente.flink.across;

/**
 * A key under which an article is found by those that may have links with it.
 *
 * @param article see {@link dev.detente.flink.read.Order}
 */
public record KeyOf(String key, long article) {}
