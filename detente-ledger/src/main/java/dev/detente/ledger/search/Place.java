package dev.detente.ledger.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The place of a statement or event among all, newest first. Immutable.
 *
 * @param day null for what has none
 * @param item its number
 */
public record Place(@Nullable LocalDate day, long item) {}
