package dev.detente.source;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One thing to read articles from, listed but not opened.
 *
 * @param path null for standard input
 * @param name as the user knows it
 * @param kind how to read it; null to tell by its first character
 * @param failure why there is nothing to read; null else
 */
record Input(@Nullable Path path, String name, @Nullable Kind kind, @Nullable Incoming failure) {

  enum Kind {
    TEXT,
    JSON_LINES,
    JSON
  }
}
