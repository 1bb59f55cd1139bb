package dev.detente.source;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One thing to read articles from, listed but not opened.
 *
 * @param path null for standard input and for addresses
 * @param name as the user knows it
 * @param format how to read it; null to tell by its first characters
 * @param failure why there is nothing to read; null else
 * @param address of http or https to fetch it from; null for files and standard input
 */
record Input(
    @Nullable Path path,
    String name,
    @Nullable InputFormat format,
    @Nullable Incoming failure,
    @Nullable URI address) {
  /** A file, standard input, or what is neither. */
  Input(
      @Nullable Path path, String name, @Nullable InputFormat format, @Nullable Incoming failure) {
    this(path, name, format, failure, null);
  }
}
