package dev.detente.flink.stream;

/**
 * An article that has its place among all.
 *
 * @param article its place, from 0
 * @param id its id as a number: versions of one article have the same
 * @param expires when it is forgotten, in the time of articles
 * @param keys how many it has
 */
public record Own(long article, long id, long expires, int keys, byte[] sketch) {}
