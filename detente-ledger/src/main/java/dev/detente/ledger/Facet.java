package dev.detente.ledger;

/**
 * A value that some of what was found have, and how many. Immutable.
 *
 * @param field {@code speaker}, {@code act}, {@code addressee}, {@code type}, {@code status},
 *     {@code outlet}, {@code language} or {@code year}
 * @param value as a question takes it
 * @param name for people
 */
public record Facet(String field, String value, String name, long count) {}
