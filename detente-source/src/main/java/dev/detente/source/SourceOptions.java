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
 * @param elsewhere what other addresses name
 */
public record SourceOptions(
    Metadata metadata,
    Limits limits,
    Codebook codebook,
    @Nullable InputFormat format,
    FetchRules fetching,
    FileAddresses elsewhere) {
  /** Of this machine's files and the web. */
  public SourceOptions(
      Metadata metadata,
      Limits limits,
      Codebook codebook,
      @Nullable InputFormat format,
      FetchRules fetching) {
    this(metadata, limits, codebook, format, fetching, FileAddresses.NONE);
  }

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

  /** The same, with files elsewhere. */
  public SourceOptions with(FileAddresses elsewhere) {
    return new SourceOptions(metadata, limits, codebook, format, fetching, elsewhere);
  }
}
