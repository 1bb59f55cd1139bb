package dev.detente.source;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One thing to read articles from, listed but not opened.
 *
 * @param path null for standard input
 * @param name as the user knows it
 * @param format how to read it; null to tell by its first characters
 * @param failure why there is nothing to read; null else
 */
record Input(
    @Nullable Path path, String name, @Nullable InputFormat format, @Nullable Incoming failure) {}
