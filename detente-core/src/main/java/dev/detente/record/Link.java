package dev.detente.record;

/**
 * How one statement of an article relates to another, or to an event.
 *
 * @param from statement id
 * @param to statement or event id
 * @param confidence probability that the link is right, 0 to 1
 * @param why rule that made the record
 */
public record Link(String from, Relation relation, String to, double confidence, String why) {}
