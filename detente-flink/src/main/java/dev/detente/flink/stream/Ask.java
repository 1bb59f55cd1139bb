package dev.detente.flink.stream;

/**
 * Asks for the sketch of an article.
 *
 * @param id of the one that is asked for
 * @param article the place of the one that asks
 */
public record Ask(long id, long article) {}
