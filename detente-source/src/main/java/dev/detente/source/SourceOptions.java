package dev.detente.source;

import dev.detente.codebook.Codebook;
import dev.detente.source.fetch.FetchRules;
import org.jspecify.annotations.Nullable;

/**
 * How a source reads. Immutable.
 *
 * @param metadata what holds for articles that do not say otherwise
 * @param limits how much is held at once
 * @param codebook where the words are by which pages speak of themselves
 * @param format how to read inputs that are named themselves; null to tell by name and content
 * @param fetching what may be fetched from the network, and how
 */
public record SourceOptions(
    Metadata metadata,
    Limits limits,
    Codebook codebook,
    @Nullable InputFormat format,
    FetchRules fetching) {
  /** With the usual rules for what is fetched. */
  public SourceOptions(
      Metadata metadata, Limits limits, Codebook codebook, @Nullable InputFormat format) {
    this(metadata, limits, codebook, format, FetchRules.DEFAULT);
  }

  /** Nothing is known, and nothing asked for. */
  public static final SourceOptions DEFAULT = of(Metadata.NONE);

  /** Reads as usual. */
  public static SourceOptions of(Metadata metadata) {
    return new SourceOptions(
        metadata, Limits.DEFAULT, Codebook.bundled(), null, FetchRules.DEFAULT);
  }
}
