package dev.detente.flink.stream;

/**
 * A sketch on its way to be compared.
 *
 * @param article the place of the article that is compared with others
 * @param others with how many, where the sketch is its own; 0 where it is another's
 */
public record Part(long article, int others, byte[] sketch) {}
