package dev.detente.source.archive;

import dev.detente.article.DetenteException;
import org.jspecify.annotations.Nullable;

/**
 * What an archive gives for one record: a capture, or why there is none. Immutable.
 *
 * @param capture null when the record was refused
 * @param failure null when it was not
 * @param after where to read on
 */
public record ArchiveEntry(
    @Nullable Capture capture, @Nullable DetenteException failure, ArchiveMark after) {}
