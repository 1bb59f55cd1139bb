package dev.detente.source;

import org.jspecify.annotations.Nullable;

/**
 * One input of a source: a file, an address, or something named that is not there. Immutable.
 *
 * @param name as it can be named to a source again
 * @param format how it is read, as the source told it; null to tell by name and content
 */
public record Part(String name, @Nullable InputFormat format) {}
