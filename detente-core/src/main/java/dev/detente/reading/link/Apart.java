package dev.detente.reading.link;

import org.jspecify.annotations.Nullable;

/**
 * How two statements of different articles stand to each other.
 *
 * @param days days from the target's publication to the source's, negative when the target was
 *     published later; null when either date is unknown or less precise than a day
 */
public record Apart(@Nullable Integer days) implements Standing {}
